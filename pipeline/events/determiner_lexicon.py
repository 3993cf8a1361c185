"""Determiners by whom they bring, by data/lexicons/en/determiners.csv: somebody new, or one who was told of."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, table

Brings = Literal["new", "more", "known", "known several"]


class Determiner(Row):
    """A word before a noun. `new` and `more`: nobody has told of them yet; `known`: the text has."""

    word: str
    brings: Brings
    example: str
    counterexample: str


@functools.cache
def determiners(*brings: Brings) -> frozenset[str]:
    """Those that bring one of these, in lower case."""
    return frozenset(row.word for row in table("lexicons/en/determiners.csv", Determiner) if row.brings in brings)
