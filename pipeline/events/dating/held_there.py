"""Was incarcerated at a camp, was held in Brest: where somebody was, and since when no word says."""

from __future__ import annotations

import functools

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree
from pipeline.events.parse.voice import is_passive
from pipeline.resources import table


def is_kept_there(tree: Tree, verb: int) -> bool:
    """Whether a passive verb tells where somebody is kept, and not that he was brought there."""
    places = any(tree.tokens[c].text.lower() in ("at", "in", "to") for c in tree.children(verb, "prep"))
    return places and is_passive(tree, verb) and tree.tokens[verb].lemma.lower() in _holding()


@functools.cache
def _holding() -> frozenset[str]:
    return frozenset(row.lemma for row in table(lexicon.FOLDER + "holding_verbs.csv", lexicon.Listed))
