"""The words that place something before or after something else, by data/lexicons: before, ahead of, later."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from pipeline.model import Token
from pipeline.resources import Row, table

Side = Literal["before", "after"]


class PlacingWord(Row):
    """Words that place what they hang on before or after another event ("phrase") or what was told ("adverb")."""

    words: str
    side: Side
    kind: Literal["phrase", "adverb"]
    example: str
    counterexample: str


class TimeConjunction(Row):
    """A word that opens a clause which tells when: at the time of the clause around it, or before or after that."""

    word: str
    of: Literal["its time", "another time"]
    example: str
    counterexample: str


@functools.cache
def time_conjunctions(*, of: str = "") -> frozenset[str]:
    """Those of one time, or all; in lower case."""
    rows = table("lexicons/en/time_conjunctions.csv", TimeConjunction)
    return frozenset(row.word for row in rows if of in ("", row.of))


def phrase_up_to(tokens: Sequence[Token], end: int) -> PlacingWord | None:
    """The words that place something and end right before this token."""
    for words, row in _phrases().get(tokens[end - 1].text.lower(), ()) if end else ():
        if end >= len(words) and [t.text.lower() for t in tokens[end - len(words) : end]] == words:
            return row
    return None


@functools.cache
def _rows() -> tuple[PlacingWord, ...]:
    return table("lexicons/en/placing_words.csv", PlacingWord)


@functools.cache
def _phrases() -> dict[str, list[tuple[list[str], PlacingWord]]]:
    """The phrases in single words, by their last word."""
    found: dict[str, list[tuple[list[str], PlacingWord]]] = {}
    for row in _rows():
        words = row.words.replace("-", " - ").split()
        if row.kind == "phrase":
            found.setdefault(words[-1], []).append((words, row))
    return found


@functools.cache
def adverbs() -> dict[str, PlacingWord]:
    """The bare adverbs, by word."""
    return {row.words: row for row in _rows() if row.kind == "adverb"}
