"""Who was spoken of, where: what pronouns and descriptions are looked up in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """One person, body or state spoken of: where, and whether as a subject. Somebody unnamed has the name ""."""

    name: str
    kind: str
    gender: str
    sentence: int
    token: int
    subject: bool
    alone: bool
    """Whether one is meant, not a pair."""
    rank: float
    """How much the sentence is about it: the subject of the main clause 2, one who speaks 3, another subject 1."""


def since(seen: Sequence[Seen], sentence: int) -> Sequence[Seen]:
    """Those spoken of from this sentence on, of all in order of the text."""
    return seen[bisect_left(seen, sentence, key=lambda each: each.sentence) :]
