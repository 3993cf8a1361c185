"""An event noun told again: "the conference", of which the text has said that it was on July 26."""

from __future__ import annotations

from pipeline.events.dating.harm import HARM
from pipeline.events.dating.link import Link, Scene
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.settings.events import SCENE_REACH
from pipeline.vocabulary import TOLD

_DEEDS = HARM | {"COERCE", "PROTEST"}
"""Types of event of which a definite noun takes up the one just told, whatever its word."""


def told_again(scene: Scene, number: int) -> Link | None:
    """The day of the one event told before by the same noun, or of its kind, for a definite noun that adds nothing."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    if token.tag not in ("NN", "NNS") or not any(
        tree.tokens[c].text.lower() in determiners("known") for c in tree.children(token.index, "det")
    ):
        return None
    own = _phrase(tree, token.index)
    same = [n for n in scene.told_by_word(number) if _is_same(scene, n, number) and own <= _phrase_of(scene, n)]
    same = same or _by_kind(scene, number, own)
    days = {found.interval for n in same if (found := scene.links.get(n)) is not None and found.expression is not None}
    if len(days) != 1 or not next(iter(days)).is_day:
        return None
    base = next(scene.links[n] for n in same if n in scene.links and scene.links[n].expression is not None)
    because = f"“{token.text}” is the one told before ({base.because})"
    return Link(base.interval, "inherited", base.granularity, base.expression, because)


def met_too(scene: Scene, number: int) -> Link | None:
    """Flats were raided on Monday; Orlova, whose house was also raided; nine others were raided with them: one deed."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    also = any(tree.tokens[c].text.lower() == "also" for c in tree.children(token.index, "advmod"))
    passing = (also and token.dep == "relcl") or _befell_others_with_them(tree, token.index)
    inside = set(tree.subtree(token.index))
    dated = any(each.governor in inside for each in scene.attached[draft.sentence])
    if not passing or token.tag != "VBN" or draft.tense != "past" or dated:
        return None
    for other in reversed([*scene.told_by_word(number)]):
        found, one = scene.links.get(other), scene.drafts[other]
        near = draft.sentence - one.sentence <= int(SCENE_REACH.number)
        if near and found is not None and found.expression is not None and found.interval.is_day:
            because = f"as the deed that “{scene.tree(other).tokens[one.token].text}” tells"
            return Link(found.interval, "inherited", found.granularity, found.expression, because)
    return None


def _befell_others_with_them(tree: Tree, verb: int) -> bool:
    """Thirteen others were released with him: whom a pronoun means, the deed told before befell."""
    others = any(
        "other" in (tree.tokens[word].lemma.lower() for word in (subject, *tree.below[subject]))
        for subject in tree.children(verb, "nsubjpass")
    )
    return others and any(tree.tokens[n].tag == "PRP" for n in prepositional(tree, verb, "with", "alongside"))


def _is_same(scene: Scene, earlier: int, number: int) -> bool:
    """Whether of two drafts told by one word the earlier is a noun of another sentence, and both are one or many."""
    one, other = scene.drafts[earlier], scene.drafts[number]
    tags = (scene.tree(n).tokens[scene.drafts[n].token].tag for n in (earlier, number))
    return one.sentence < other.sentence and len(set(tags)) == 1


def _by_kind(scene: Scene, number: int, own: set[str]) -> list[int]:
    """The arrests, after a sentence on the detentions; the blast, after one on a bomb that went off."""
    draft, found = scene.drafts[number], []
    noun = scene.tree(number).tokens[draft.token].lemma.lower()
    if draft.event_type not in _DEEDS:
        return []
    for other in range(number - 1, -1, -1):
        one = scene.drafts[other]
        if draft.sentence - one.sentence > int(SCENE_REACH.number):
            break
        alike = (one.event_type, one.mode) == (draft.event_type, draft.mode) and one.sentence < draft.sentence
        told = one.factuality in TOLD and one.tense != "future"
        if alike and told and own - {noun} <= {t.lemma.lower() for t in scene.tree(other).tokens}:
            found.append(other)
    return found


def _phrase_of(scene: Scene, number: int) -> set[str]:
    return _phrase(scene.tree(number), scene.drafts[number].token)


def _phrase(tree: Tree, noun: int) -> set[str]:
    """The lemmas of a noun's phrase, but for words that only point."""
    words = (tree.tokens[i] for i in tree.subtree(noun))
    return {t.lemma.lower() for t in words if t.pos not in ("PUNCT", "DET")}
