"""The word that tells one office from another of the same noun: the defence minister is not the prime minister."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.events import lexicon
from pipeline.events.actors.names import country_of
from pipeline.events.parse.syntax import Tree

FRONT = frozenset({"compound", "amod", "nmod"})
"""How such a word hangs on the noun, or with it on the name behind."""


def office_front(tree: Tree, index: int) -> str:
    """The word in front of a noun of office, in lower case; "" for none, for a country, for former and the like."""
    before = tree.tokens[index - 1] if index else None
    if before is None or before.dep not in FRONT or before.head not in (index, tree.tokens[index].head):
        return ""
    plain = before.pos in ("NOUN", "PROPN", "ADJ") and before.tag not in ("VBN", "VBG")
    word = before.text.lower()
    time = word in lexicon.participant_words("other time")
    return "" if not plain or time or country_of(before.text) else word


def is_other_office(tree: Tree, index: int, fronts: Mapping[str, str]) -> bool:
    """Whether the noun means another office than the one that it was said with: `fronts` has the word in front."""
    lemma = tree.tokens[index].lemma.lower()
    mine, theirs = office_front(tree, index), fronts.get(lemma, "")
    office = any(row.kind == "office" for row in lexicon.role_nouns().get(lemma, ()))
    return office and bool(mine and theirs) and mine != theirs
