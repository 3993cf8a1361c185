"""Whether a report has left the day it opened with, or come back to it from an aside."""

from __future__ import annotations

from pipeline.events.dating.inherited import named_days
from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.tense import tense_of

SAME_MATTER = 2
"""Nouns that a sentence shares with the opening when it comes back from an aside to the matter of the report."""


def moved_on(scene: Scene, opening: tuple[Link, int], sentence: int) -> bool:
    """Whether the main clause right before this sentence, or before that, was on another day."""
    if _comes_back(scene, opening[1], sentence):
        return False
    for back in range(sentence - 1, max(opening[1], sentence - 3), -1):
        if _comes_back(scene, opening[1], back):
            return False
        if named := named_days(scene, back):
            return all(found.interval != opening[0].interval for _, found in named)
    return False


def _comes_back(scene: Scene, opening: int, sentence: int) -> bool:
    """Whether a main clause in the past, with no day of its own, speaks again of what the opening spoke of."""
    tree = scene.reading.trees[sentence]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    if scene.attached[sentence] or tense_of(tree, root) != "past":
        return False
    return len(_things(scene, max(0, opening)) & _things(scene, sentence)) >= SAME_MATTER


def _things(scene: Scene, sentence: int) -> frozenset[str]:
    """What a sentence speaks of, beyond people."""
    if sentence not in scene.things:
        nouns = (t for t in scene.reading.trees[sentence].tokens if t.pos in ("NOUN", "PROPN"))
        found = (t.lemma.lower() for t in nouns if t.entity not in ("PERSON", "DATE", "GPE"))
        scene.things[sentence] = frozenset(found)
    return scene.things[sentence]
