"""Numbers in words: data/lexicons/en/numbers.csv."""

from __future__ import annotations

import functools

from pipeline.resources import Row, table


class NumberWord(Row):
    """A number in words, with sentences that show it."""

    word: str
    symbol: str
    value: str = ""
    capital: str = ""
    example: str = ""
    counterexample: str = ""


@functools.cache
def _cardinals() -> dict[str, float]:
    rows = table("lexicons/en/numbers.csv", NumberWord)
    return {row.word: float(row.value) for row in rows if row.symbol == "CARD"} | {"a": 1.0, "an": 1.0}


def cardinal(word: str) -> float | None:
    """The number that one word in lower case names: two, 14, a; None when it names none."""
    return float(word) if word.isdecimal() and len(word) < 7 else _cardinals().get(word)
