"""Words that only say what something came before or after: "before the election", "earlier", "after he had left"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.parse.syntax import Tree
from pipeline.events.placing_lexicon import PlacingWord, Side, adverbs, phrase_up_to, time_conjunctions

_OTHERS = frozenset({"pobj", "pcomp", "advcl"})
"""What an event is that another is placed by."""


@dataclass(frozen=True, slots=True)
class Place:
    """On which side of another event a word lies: the head of that event's phrase or clause, and the words between."""

    side: Side
    words: str
    other: int


def only_places(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a clause that places another in time: "two days after the airport was closed"."""
    clauses = [verb, *tree.ancestors(verb)]
    return any(
        tree.tokens[m].text.lower() in time_conjunctions(of="another time")
        for c in clauses
        if tree.tokens[c].dep in ("advcl", "pcomp")
        for m in [
            *tree.children(c, "mark", "advmod", "prep"),
            *([tree.tokens[c].head] if tree.tokens[c].dep == "pcomp" else []),
        ]
    )


def placings(tree: Tree) -> dict[int, Place]:
    """The words of a sentence that are said to have come before or after something, and what: the first that is."""
    made: dict[int, Place] = {}
    for token in tree.tokens:
        found = places(tree, token.index) if token.dep in _OTHERS else None
        if found is not None and found[0] != token.index:
            made.setdefault(*found)
    return made


def places(tree: Tree, index: int) -> tuple[int, Place] | None:
    """The word that a phrase or clause places, and how; None for one that places nothing."""
    token = tree.tokens[index]
    if token.dep not in _OTHERS:
        return None
    if token.dep == "advcl":
        marks = (c for c in tree.children(index, "mark", "advmod", "prep") if c < index)
        row = next((row for c in marks if (row := _phrase_up_to(tree, c + 1)) is not None), None)
        return None if row is None else (token.head, Place(row.side, row.words, index))
    row = _phrase_up_to(tree, token.head + 1) if token.head < index else None
    if row is None:
        return None
    start = token.head + 1 - len(row.words.replace("-", " - ").split())
    at = token.head
    while at >= start and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    if tree.tokens[at].dep == "npadvmod":  # A day before the speech, they met: how long before is no event.
        at = tree.tokens[at].head
    return at, Place(row.side, row.words, index)


def adverb(tree: Tree, verb: int) -> PlacingWord | None:
    """The bare adverb that places a verb before or after what was told: earlier, later, since."""
    rows = adverbs()
    found = (c for c in tree.children(verb, "advmod", "prep") if not tree.below[c])
    return next((rows[word] for c in found if (word := tree.tokens[c].text.lower()) in rows), None)


def _phrase_up_to(tree: Tree, end: int) -> PlacingWord | None:
    """The words that place something and end right before this token."""
    return phrase_up_to(tree.tokens, end)
