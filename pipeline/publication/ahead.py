"""Whether the words around a date or an event show that it may not have happened yet. Words: publication_ahead.csv."""

from __future__ import annotations

import functools
import re
from typing import Literal

from pipeline.resources import Row, table

_BEFORE, _AFTER = 110, 45
"""Characters of the same clause in which a word is looked for, on either side."""
_CLAUSE = re.compile(
    r"""[,;:()“”"\n\r]|[.!?]\s|\b(?:that|who|whom|which|where|when|while|because|although|though)\b""", re.IGNORECASE
)


class AheadCue(Row):
    """A word that looks ahead: anywhere in the clause, or only when it stands right in front of the date."""

    cue: str
    reach: Literal["clause", "adjacent"]
    example: str
    counterexample: str
    why: str


def ahead_cues() -> tuple[AheadCue, ...]:
    """All words that look ahead."""
    return table("lexicons/en/publication_ahead.csv", AheadCue)


@functools.cache
def _cues(reach: str) -> re.Pattern[str]:
    """Lower case only, save for a first letter that begins a sentence: "may", not "May"."""
    words = "|".join(re.escape(row.cue) for row in ahead_cues() if row.reach == reach)
    if reach == "adjacent":
        return re.compile(rf"\b(?:{words})\s+(?:the |early |late |mid-|end of |start of )*$")
    return re.compile(rf"\b(?:{words})\b")


def _read(words: str) -> str:
    """The words of a line in capitals in small letters, others as they are."""
    line = words.rsplit("\n", 1)[-1]
    return line.lower() if line.isupper() else words


def is_limit(text: str, start: int) -> bool:
    """Whether a word right in front of `start` makes a limit or an aim of what stands there: "by 2028", "ahead of"."""
    return _cues("adjacent").search(_read(text[max(0, start - _BEFORE) : start])) is not None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` may lie ahead, by the words of its own clause."""
    before = _read(_CLAUSE.split(text[max(0, start - _BEFORE) : start])[-1])
    after = _read(_CLAUSE.split(text[end : end + _AFTER])[0])
    clause = _cues("clause")
    return is_limit(text, start) or bool(clause.search(before) or clause.search(after))
