"""The days in the words of a phrase, which stand in the column of dates: the vote of tomorrow, a trial begun in May."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.events.parse.syntax import Tree

if TYPE_CHECKING:
    from pipeline.events.titles.phrases import Writer

AIMED = frozenset({"against", "with"})
"""Prepositions of those whom a deed is aimed at or done with."""


def of_a_day(writer: Writer, kept: Sequence[int]) -> frozenset[int]:
    """Words before which "the" stands for a day that owned the noun and has gone: tomorrow's vote, the vote."""
    tree, found = writer.tree, set[int]()
    for noun in kept:
        if tree.tokens[noun].tag not in ("NN", "NNS"):
            continue
        days = [c for c in tree.children(noun, "poss") if c not in kept and writer.is_date(c)]
        found |= {min(i for i in kept if day < i <= noun) for day in days}
    return frozenset(found)


def only_dates(writer: Writer, index: int) -> bool:
    """A video released on Monday, a trial that began in May: the clause says no more than the day."""
    tree, token = writer.tree, writer.tree.tokens[index]
    if tree.tokens[token.head].text.lower() == "those" or (
        token.dep != "relcl" and (token.dep != "acl" or token.tag != "VBN")
    ):
        return False  # Those freed on Monday.
    below = [c for c in tree.below[index] if tree.tokens[c].pos != "PUNCT" and tree.tokens[c].tag != "WDT"]
    below = [c for c in below if tree.tokens[c].dep not in ("aux", "auxpass", "conj", "cc")]
    return bool(below) and all(writer.is_date(c) for c in below)


def aimed_behind_day(tree: Tree, tie: int) -> list[int]:
    """Its second attack in a week against the port: no day is against anything, so the phrase stays when the day goes.

    `tie` is the preposition before the day.
    """
    days = tree.children(tie, "pobj")
    return [c for day in days for c in tree.children(day, "prep") if tree.tokens[c].text.lower() in AIMED]


def is_named_day(tree: Tree, index: int) -> bool:
    """The celebrations of Victory Day: the day has a name that tells what it is about."""
    named = [c for c in tree.children(index, "compound") if tree.tokens[c].pos == "PROPN"]
    return tree.tokens[index].text == "Day" and bool(named)
