"""Pronouns by whom they can mean, by data/lexicons/en/pronouns.csv."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, table

Meant = Literal["male", "female", "several", "two", "speaker", "addressed", "thing", "relative"]
MEANT: tuple[Meant, ...] = ("male", "female", "several")
"""Whom a pronoun in the third person means, other than a thing."""


class Pronoun(Row):
    """A word that stands for somebody or something named elsewhere.

    `speaker` and `addressed` are of quoted words; `relative`: the noun in front tells who is meant.
    """

    word: str
    means: Meant
    form: Literal["subject", "object", "possessive", "reflexive"]
    example: str
    """Somebody named in it is meant, and nobody in `counterexample`."""
    counterexample: str


@functools.cache
def pronouns(*means: Meant) -> frozenset[str]:
    """Those that can mean one of these, in lower case."""
    return frozenset(row.word for row in _rows() if row.means in means)


@functools.cache
def object_pronouns(*means: Meant) -> frozenset[str]:
    """Those of them that are objects: him, them."""
    return frozenset(row.word for row in _rows() if row.means in means and row.form == "object")


def _rows() -> tuple[Pronoun, ...]:
    return table("lexicons/en/pronouns.csv", Pronoun)
