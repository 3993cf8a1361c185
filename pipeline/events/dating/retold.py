"""Three men were shot on Monday. The three men were shot at home: a deed told again, with its day, by its verb."""

from __future__ import annotations

from pipeline.events.cardinals import cardinal
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.offsets import places_another
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, conjuncts
from pipeline.vocabulary import TOLD

_DEEDS = HARM | {"COERCE"}
"""Types of event that are done to so many people or things."""
_BRIEF = 2
"""Days of a deed of one night."""


def retold(scene: Scene, number: int) -> Link | None:
    """The days of a deed of this kind that was done to just these: as many of them, or those just told of."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if not _is_deed(scene, number) or any(a.governor == draft.token for a in scene.attached[draft.sentence]):
        return None
    same = [n for n in range(len(scene.drafts)) if n != number and _is_same(scene, n, number)]
    dated = [n for n in same if n in scene.links and (scene.links[n].interval.width or 99) <= _BRIEF]
    if not dated or any(not scene.links[n].interval.overlaps(scene.links[dated[0]].interval) for n in dated):
        return None
    other = min(dated, key=lambda n: scene.links[n].interval.width or 0)
    base, word = scene.links[other], scene.tree(other).tokens[scene.drafts[other].token].text
    because = f"“{tree.tokens[draft.token].text}” tells again of what “{word}” tells ({base.because})"
    return Link(base.interval, "inherited", base.granularity, base.expression, because)


def _is_deed(scene: Scene, number: int) -> bool:
    """Whether a verb tells as a fact of a deed done once."""
    draft = scene.drafts[number]
    told = draft.factuality in TOLD and draft.tense == "past" and draft.polarity != "negative"
    return told and draft.event_type in _DEEDS and scene.tree(number).tokens[draft.token].pos == "VERB"


def _is_same(scene: Scene, other: int, number: int) -> bool:
    """Whether two drafts of different sentences tell of one kind of deed done to one group."""
    one, draft = scene.drafts[other], scene.drafts[number]
    if one.sentence == draft.sentence or not _is_deed(scene, other) or places_another(scene, other):
        return False
    first, second = scene.tree(other), scene.tree(number)
    verb = first.tokens[one.token].lemma == second.tokens[draft.token].lemma
    if not verb and (one.event_type == "COERCE") != (draft.event_type == "COERCE"):
        return False
    if not verb and draft.event_type == "COERCE" and one.mode != draft.mode:
        return False
    return any(
        _are_the_same(first, a, second, b, verb=verb, after=one.sentence < draft.sentence)
        for a in _victims(first, one.token)
        for b in _victims(second, draft.token)
    )


def _victims(tree: Tree, verb: int) -> list[int]:
    """Those to whom a verb says it was done."""
    return tree.children(verb, "nsubjpass") or tree.children(verb, "dobj")


def _are_the_same(first: Tree, a: int, second: Tree, b: int, *, verb: bool, after: bool) -> bool:
    """Whether two words stand for one group: 17 drones twice; three suspects, the three men; a guard, the guard."""
    counts = _count(first, a), _count(second, b)
    noun = first.tokens[a].lemma.lower() == second.tokens[b].lemma.lower() and second.tokens[b].pos == "NOUN"
    known = after and any(second.tokens[c].text.lower() in _known() for c in second.children(b, "det"))
    if counts[0] is not None and counts[0] > 1 and counts[0] == counts[1]:
        return noun or (known and verb)
    return noun and known and None in counts and verb


def _count(tree: Tree, noun: int) -> float | None:
    """How many a noun phrase counts, or a list of names holds."""
    numbers = [tree.tokens[c].text.lower() for c in tree.children(noun, "nummod")]
    listed = len(conjuncts(tree, noun))
    if tree.tokens[noun].pos == "PROPN" and listed > 1:
        return float(listed)
    return cardinal(numbers[0]) if len(numbers) == 1 else None


def _known() -> frozenset[str]:
    return determiners("known", "known several")
