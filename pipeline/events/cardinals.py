"""Numbers in words and in figures."""

from __future__ import annotations

from pipeline.lexicons import cardinals


def cardinal(word: str) -> float | None:
    """The number that one word in lower case names: two, 14, a; None when it names none."""
    return float(word) if word.isdecimal() and len(word) < 7 else cardinals().get(word)
