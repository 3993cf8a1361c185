"""You, your: whom somebody quoted speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events import lexicon
from pipeline.events.parse.syntax import prepositional, subjects

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

ADDRESS_REACH = 2
"""Sentences back to the one that says who is spoken to."""


def addressed(ref: Referents, number: int, speaker: str) -> tuple[str, ...]:
    """You, in somebody's words: whom the speaker was last said to speak to, in this sentence or just before."""
    for back in range(number, max(-1, number - ADDRESS_REACH - 1), -1):
        tree = ref.trees[back]
        for token in reversed(tree.tokens):
            if (token.lemma.lower(), "VERB") not in lexicon.cues() or token.pos != "VERB":
                continue
            if not any(speaker in ref.known.get((back, s), ()) for s in subjects(tree, token.index)):
                continue
            heads = tree.children(token.index, "dobj", "dative") + prepositional(tree, token.index, "to")
            if names := next((w for h in heads if (w := ref.known.get((back, h), ()))), ()):
                return names
    return ()
