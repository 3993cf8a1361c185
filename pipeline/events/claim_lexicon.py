"""The words that tell whether something happened and whose words they are, by data/lexicons/en/claim_words.csv."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, table

Kind = Literal[
    "negates",
    "nobody",
    "rules out",
    "is about",
    "is behind",
    "doubts",
    "may be",
    "speaks for somebody",
    "of his words",
    "in writing",
    "puts out",
]


class ClaimWord(Row):
    """A word that tells whether something happened, or whose words they are.

    `negates`: words that turn a clause round. `nobody`: those of them that stand for who or what does it, or whom it
    is done to. `rules out`: those before a noun for them. `is about`: prepositions before what is talked about. `is
    behind`: prepositions before what has happened or goes on, whatever comes of the clause they stand in. `doubts`:
    adjectives and adverbs that keep what is said from being a charge. `may be`: auxiliaries that leave it open.
    `speaks for somebody`: nouns for those who give the words of whom they serve. `of his words`: words beside such a
    noun. `in writing`: nouns for a paper or page with the words of whoever put it out. `puts out`: verbs that
    tell who did.
    """

    word: str
    kind: Kind
    example: str
    counterexample: str


@functools.cache
def claim_words(kind: Kind) -> frozenset[str]:
    """Words of this kind, in lower case."""
    return frozenset(row.word for row in table("lexicons/en/claim_words.csv", ClaimWord) if row.kind == kind)
