"""The language of a text: the alphabet that covers its letters best, and common words where alphabets are shared."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.resources import Row, split, table

_SAMPLE = 20_000
"""Characters from the beginning that are looked at; a language does not change after that."""
_COMMON = 0.12
"""Least share of a language's commonest words: in running English it is a quarter, in other tongues nearly none."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


class Language(Row):
    """A language by its ISO 639-1 code, the letters it is written with, and words that set it apart (may be empty)."""

    language: str
    alphabet: str
    words: str = ""
    example: str
    why: str = ""


def languages() -> tuple[Language, ...]:
    """All languages that can be told."""
    return table("lexicons/languages.csv", Language)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, or None where letters and words do not tell."""
    sample = text[:_SAMPLE].lower()
    letters = Counter(_LETTER.findall(sample))
    if not letters:
        return None
    foreign = {row.language: sum(n for c, n in letters.items() if c not in row.alphabet) for row in languages()}
    least = min(foreign.values())
    best = [row for row in languages() if foreign[row.language] == least]
    if len(best) != 1 or least > letters.total() / 2:
        return None
    return best[0].language if _speaks(sample, best[0]) else None


def _speaks(sample: str, language: Language) -> bool:
    common = frozenset(split(language.words))
    words = _WORD.findall(sample)
    return not common or sum(word in common for word in words) >= _COMMON * len(words)
