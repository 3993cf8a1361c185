"""At least 18 people were injured: the toll of what the text has just told is of the same day."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.dating.harm import HARM
from pipeline.events.dating.inherited import named_days
from pipeline.events.dating.link import Link, Scene, taken
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.vocabulary import TOLD

_NEAR = 3
"""Sentences back to what had the toll."""
_CROWDS = frozenset({"PROTEST", "COERCE"})
_CAUSES = {**dict.fromkeys(HARM, HARM | {"PROTEST"}), "COERCE": _CROWDS | {"ASSAULT"}}
"""Type of a toll -> types of what people are hurt in, or taken away from."""


def toll(scene: Scene, number: int) -> Link | None:
    """So many people were hurt or detained, with no day: on that of the blast or the rally told just before."""
    draft, tree = scene.drafts[number], scene.tree(number)
    causes = _CAUSES.get(draft.event_type)
    if causes is None or scene.attached[draft.sentence] or not _is_toll(scene, number):
        return None
    if tree.tokens[clause_verb(tree, draft.token)].dep in ("relcl", "acl"):
        return None
    for back in range(draft.sentence - 1, max(-1, draft.sentence - _NEAR - 1), -1):
        if scene.reading.trees[back].sentence.block != tree.sentence.block:
            return None
        for other in reversed(scene.by_sentence.get(back, ())):
            base = scene.links.get(other)
            aside = back == draft.sentence - 1 and not named_days(scene, back)
            if base is not None and base.interval.is_day and _has_toll(scene, other, causes, aside=aside):
                word = scene.tree(other).tokens[scene.drafts[other].token].text
                because = f"so many people suffered in what “{word}” tells ({base.because})"
                return Link(base.interval, "inherited", base.granularity, base.expression, because)
        if scene.attached[back] or named_days(scene, back):
            return None
    return None


def _has_toll(scene: Scene, number: int, causes: frozenset[str], *, aside: bool) -> bool:
    """Whether a draft tells, as a fact, of what people can have suffered in; an `aside` where nothing else does."""
    draft, tree = scene.drafts[number], scene.tree(number)
    within = {tree.tokens[i].dep for i in (draft.token, *tree.ancestors(draft.token))} & {"relcl", "acl"}
    told = draft.factuality in TOLD and draft.tense != "future"
    return draft.event_type in causes and told and (aside or not within)


def counted_together(scene: Scene, number: int) -> Link | None:
    """Two were killed and ten were injured on Monday: one count of one day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if not _is_toll(scene, number) or any(a.governor == draft.token for a in scene.attached[draft.sentence]):
        return None
    for second in tree.children(draft.token, "conj"):
        other = scene.numbers.get((draft.sentence, second))
        if other is not None and _is_toll(scene, other) and scene.drafts[other].event_type in _CAUSES[draft.event_type]:
            return taken(scene, draft.sentence, second)
    return None


def of_the_blow(scene: Scene, number: int) -> Link | None:
    """The attack on Monday killed two: whom a happening of one day harms it harms on that day."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.event_type not in HARM or tree.tokens[draft.token].pos != "VERB" or draft.factuality not in TOLD:
        return None
    for subject in tree.children(draft.token, "nsubj"):
        other = scene.numbers.get((draft.sentence, subject))
        if other is not None and scene.drafts[other].event_type in HARM:
            found = taken(scene, draft.sentence, subject)
            return found if found is not None and found.interval.is_day else None
    return None


def _is_toll(scene: Scene, number: int) -> bool:
    """Whether a verb told in the past counts the people to whom it happened, and names none of them."""
    draft, tree = scene.drafts[number], scene.tree(number)
    if draft.event_type not in _CAUSES or draft.factuality not in TOLD or tree.tokens[draft.token].pos != "VERB":
        return False
    suffered = ("nsubjpass", "dobj", "nsubj") if draft.event_type == "DEATH" else ("nsubjpass", "dobj")
    victims = tree.children(draft.token, *suffered)
    return tense_of(tree, draft.token) == "past" and any(_counts(tree, victim) for victim in victims)


def _counts(tree: Tree, noun: int) -> bool:
    """Whether a word stands for a number of people: 18 people, dozens, several protesters, two of them."""
    token = tree.tokens[noun]
    words = {tree.tokens[c].text.lower() for c in (noun, *tree.children(noun, "amod", "det"))}
    definite = any(tree.tokens[c].text.lower() in ("the", "these", "those") for c in tree.children(noun, "det"))
    counted = (
        token.pos == "NUM" or bool(tree.children(noun, "nummod")) or bool(words & lexicon.participant_words("count"))
    )
    return counted and not definite and token.entity not in ("MONEY", "PERCENT", "DATE")
