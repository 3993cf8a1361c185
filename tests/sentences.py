"""Sentences of the starter corpus, to be put together in any order: text like that of news, as much as one wants."""

from __future__ import annotations

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
