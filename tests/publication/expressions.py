"""Hand-made local expressions, found in a text by their words, so that these tests need no recogniser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.model import Document, LocalExpression, Span
from pipeline.readers import read

FIELDS: dict[str, dict[str, Any]] = {
    "yesterday": {"unit": "day", "amount": -1, "local_value": "published-1day"},
    "today": {"unit": "day", "amount": 0, "local_value": "published+0day"},
    "a day earlier": {"unit": "day", "amount": -1, "local_value": "previous-1day"},
    "Victory Day": {"named_day": "Victory Day"},
    "this spring": {"unit": "season", "amount": 0, "local_value": "published-SP"},
    "Monday": {"weekday": 1},
    "Tuesday": {"weekday": 2},
    "Friday": {"weekday": 5},
    "Monday, Nov. 28": {"weekday": 1, "month": 11, "day": 28},
    "Monday, Nov. 27": {"weekday": 1, "month": 11, "day": 27},
    "Dec. 12": {"month": 12, "day": 12},
    "June 20": {"month": 6, "day": 20},
    "July 1": {"month": 7, "day": 1},
    "June 22": {"month": 6, "day": 22, "tense": "past"},
    "June 20, 1941": {"year": 1941, "month": 6, "day": 20, "local_value": "1941-06-20"},
    "July 4": {"month": 7, "day": 4},
    "12 July 2022": {"year": 2022, "month": 7, "day": 12, "local_value": "2022-07-12"},
    "March 15, 2013": {"year": 2013, "month": 3, "day": 15, "local_value": "2013-03-15"},
    "10 February 2023": {"year": 2023, "month": 2, "day": 10, "local_value": "2023-02-10"},
    "11 February 2023": {"year": 2023, "month": 2, "day": 11, "local_value": "2023-02-11"},
    "14 January 2023": {"year": 2023, "month": 1, "day": 14, "local_value": "2023-01-14"},
    "March 14, 2023": {"year": 2023, "month": 3, "day": 14, "local_value": "2023-03-14"},
    "March 26": {"month": 3, "day": 26},
    "12 июля 2022 г.": {"year": 2022, "month": 7, "day": 12, "local_value": "2022-07-12"},
    "2019": {"year": 2019, "local_value": "2019"},
    "2030": {"year": 2030, "local_value": "2030"},
    "2021": {"year": 2021, "local_value": "2021"},
}


def article(folder: Path, text: str, *, name: str = "a.txt") -> Document:
    """The text read from a file, with its blocks."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def expressions(document: Document, *words: str) -> tuple[LocalExpression, ...]:
    """One expression for each of `words`, at its first place."""
    return tuple(sorted((_expression(document, w) for w in words), key=lambda e: e.span))


def _expression(document: Document, words: str) -> LocalExpression:
    start = document.text.index(words)
    return LocalExpression(
        span=Span(start, start + len(words)),
        text=words,
        type="DATE",
        block=document.block_at(start),
        rule_id="test",
        operator="test",
        **{"local_value": "", **FIELDS[words]},
    )
