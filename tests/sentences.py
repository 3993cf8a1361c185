"""Sentences of the starter corpus, to be put together in any order: text like that of news, as much as one wants."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"


def starter() -> list[str]:
    """Every sentence of 40 to 300 characters, in the order of the briefs."""
    briefs = [path.read_text("utf-8").split("\n\n", 1)[-1] for path in sorted(SAMPLE.glob("*.md"))]
    return [each for brief in briefs for each in re.split(r"(?<=[.?!])\s+", brief) if 40 < len(each) < 300]


def mixed(dice: random.Random, sentences: list[str], number: int) -> str:
    """So many of the sentences, drawn and joined."""
    return " ".join(dice.sample(sentences, number))


def articles(folder: Path, number: int, *, sentences: int = 5) -> Path:
    """A new folder with so many articles of so many sentences, no two alike, told on days of 2014 to 2025."""
    dice, every = random.Random(7), starter()  # noqa: S311 - a repeatable draw, not a secret
    folder.mkdir()
    for at in range(number):
        day = dt.date(2014, 1, 1) + dt.timedelta(days=dice.randrange(4_300))
        head = f"---\ntitle: Report {at} of {day:%B %Y}\npublished: {day}\noutlet: Outlet {at % 12}\n---\n\n"
        (folder / f"{at:06}.md").write_text(head + mixed(dice, every, sentences) + "\n", "utf-8")
    return folder
