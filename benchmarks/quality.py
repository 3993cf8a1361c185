"""Draws events at random for reading by eye, each with its passage: the same seed draws the same events.

    python -m pipeline events TEXTS... > events.jsonl
    python benchmarks/quality.py events.jsonl TEXTS_DIR --count 60 --seed 2023

One line an event: number, document, offset, title, type, dates, dating, passage.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pipeline import readers

SUFFIXES = (".md", ".txt", ".tml")


def draw(lines: list[str], *, count: int, seed: int) -> list[dict[str, object]]:
    """Events on the timeline, drawn without replacement."""
    rows = [row for row in map(json.loads, lines) if row["on_timeline"]]
    rows.sort(key=lambda row: (row["doc"], row["trigger_start"]))
    return random.Random(seed).sample(rows, min(count, len(rows)))  # noqa: S311  # a draw, not a secret


def show(number: int, row: dict[str, object], texts: dict[str, Path]) -> str:
    """One event on one line."""
    text = readers.read(texts[str(row["doc"])]).text
    passage = " ".join(text[int(str(row["passage_start"])) : int(str(row["passage_end"]))].split())
    days = f"{row['date_start'] or '..'}/{row['date_end'] or '..'} {row['dating']}"
    fields = (number, row["doc"], row["trigger_start"], row["title"], row["event_type"], days, passage)
    return " | ".join(map(str, fields))


def main() -> None:
    """Prints the draw."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("events", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--count", type=int, default=60)
    options.add_argument("--seed", type=int, default=2023)
    given = options.parse_args()
    texts = {path.stem: path for path in sorted(given.texts.rglob("*")) if path.suffix in SUFFIXES}
    drawn = draw(given.events.read_text("utf-8").splitlines(), count=given.count, seed=given.seed)
    for number, row in enumerate(drawn, 1):
        print(show(number, row, texts))


if __name__ == "__main__":
    main()
