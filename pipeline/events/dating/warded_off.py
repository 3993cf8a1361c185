"""Shot down ten drones that Ukraine launched overnight: what comes in by air is met as it comes."""

from __future__ import annotations

from pipeline.events.dating.link import Link, Scene, taken
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.vocabulary import TOLD

_BRIEF = 2
"""Days of a night."""


def warded_off(scene: Scene, number: int) -> Link | None:
    """The day or night of the launch, for the downing of what was launched."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = tree.tokens[draft.token]
    if verb.lemma.lower() not in dating_words("wards off") or draft.factuality not in TOLD or verb.pos != "VERB":
        return None
    if any(each.governor == draft.token for each in scene.attached[draft.sentence]):
        return None
    objects = tree.children(draft.token, "dobj", "nsubjpass", "npadvmod")
    sent = (c for o in objects for part in _parts(tree, o) for c in tree.children(part, "relcl", "acl"))
    for clause in (c for c in sent if tree.tokens[c].lemma.lower() in dating_words("sends it")):
        found = taken(scene, draft.sentence, clause)
        if found is not None and found.interval.width is not None and found.interval.width <= _BRIEF:
            return found
    return None


def _parts(tree: Tree, noun: int) -> list[int]:
    """Ten of the drones and one of the missiles: the nouns that one count of a salvo names."""
    return [noun, *prepositional(tree, noun, "of"), *(p for c in tree.children(noun, "conj") for p in _parts(tree, c))]
