"""Three men were found guilty on Monday. Orlov was given five years: what one court does to those it has judged."""

from __future__ import annotations

from dataclasses import replace

from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import VERDICT, stage_of
from pipeline.events.dating.sharing import OPEN
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, clause_verb
from pipeline.events.parse.tense import tense_of
from pipeline.vocabulary import TOLD

_REACH = 2
"""Sentences back to the verdict."""
_BRIEF = 3
"""Days; what is no wider tells when a court met."""


def same_verdict(scene: Scene, number: int) -> Link | None:
    """The day of the verdict just told, for what the court gave each of several people, or gave the same one."""
    draft, tree = scene.drafts[number], scene.tree(number)
    verb = clause_verb(tree, draft.token)
    if draft.factuality not in TOLD or tense_of(tree, verb) != "past" or not judges(scene, number):
        return None
    if scene.attached[draft.sentence]:
        return None
    for other in range(number - 1, -1, -1):
        before, base = scene.drafts[other], scene.links.get(other)
        if draft.sentence - before.sentence > _REACH and not _are_taken_up(scene, other, draft.sentence):
            continue
        if base is None or (base.interval.width or _BRIEF + 1) > _BRIEF or not judges(scene, other):
            continue
        if tense_of(scene.tree(other), before.token) in OPEN - {"perfect"} or not _is_one_case(scene, other, number):
            continue
        because = f"the court gave it with the verdict of “{scene.tree(other).tokens[before.token].text}”"
        return replace(base, dating="inherited", because=because, fresh=False)
    return None


def the_ruling(scene: Scene, number: int) -> Link | None:
    """After the verdict: it has the day of the one verdict that the text has told before by a verb."""
    draft, tree = scene.drafts[number], scene.tree(number)
    noun = tree.tokens[draft.token]
    if noun.lemma.lower() not in dating_words("a ruling") or noun.tag != "NN" or not _has_known(tree, noun.index):
        return None
    if any(each.governor == noun.index for each in scene.attached[draft.sentence]):
        return None
    told = [n for n in range(number) if scene.drafts[n].sentence < draft.sentence and judges(scene, n)]
    links = [scene.links[n] for n in told if n in scene.links]
    if not links or len({each.interval for each in links}) > 1 or (links[0].interval.width or _BRIEF + 1) > _BRIEF:
        return None
    because = f"“{noun.text}” is the one told before ({links[0].because})"
    return replace(links[0], dating="inherited", because=because, fresh=False)


def judges(scene: Scene, number: int) -> bool:
    """Whether a word tells what a court decides of somebody: jailed, found guilty, was handed five years."""
    tree, token = scene.tree(number), scene.tree(number).tokens[scene.drafts[number].token]
    if token.pos != "VERB":
        return False
    if stage_of(token.lemma.lower()) == VERDICT:
        return True
    words = [tree.tokens[i] for i in tree.subtree(token.index) if i > token.index]
    if token.lemma.lower() in dating_words("deals out"):
        lengths = [e.span for e in scene.reading.times_in(tree.sentence.span) if e.type == "DURATION"]
        return any(w.lemma.lower() == "sentence" or any(s.holds(w.span.start) for s in lengths) for w in words)
    return token.lemma.lower() == "find" and any(w.text.lower() == "guilty" for w in words)


def _is_one_case(scene: Scene, other: int, number: int) -> bool:
    """Whether the verdict was of several people counted, or of this one, or this is told of "the court" again."""
    one, two = scene.drafts[other], scene.drafts[number]
    tree = scene.tree(number)
    again = any(_is_known(tree, s) for s in tree.children(clause_verb(tree, two.token), "nsubj"))
    if again and one.sentence != two.sentence:
        return True
    if set(one.recipients) & set(two.recipients):
        return True
    if any(_is_another(tree, s) or _are_the_two(tree, s) for s in tree.children(two.token, "nsubjpass")):
        return True
    above = scene.tree(other)
    return any(above.tokens[i].dep == "nummod" and _is_people(above, i) for i in above.subtree(one.token))


def _are_taken_up(scene: Scene, other: int, sentence: int) -> bool:
    """A court jailed four clerks. ... The four clerks, or the four, pleaded not guilty: just before the sentence."""
    above = scene.tree(other)
    numbers = [i for i in above.subtree(scene.drafts[other].token) if above.tokens[i].dep == "nummod"]
    counted = [i for i in numbers if _is_people(above, i)]
    told = {above.tokens[i].lemma.lower() for n in counted for i in (n, above.tokens[n].head)}
    near = range(max(scene.drafts[other].sentence + 1, sentence - _REACH), sentence)
    trees = (scene.reading.trees[n] for n in near)
    heads = ((tree, t.index) for tree in trees for t in tree.tokens if t.dep in ("nsubj", "nsubjpass"))
    return any(tree.tokens[h].lemma.lower() in told and _has_known(tree, h) for tree, h in heads)


def _is_people(tree: Tree, number: int) -> bool:
    """Whether a numeral counts those who are judged, and not the years that they are given."""
    noun = tree.tokens[tree.tokens[number].head]
    return noun.tag == "NNS" and noun.dep in ("dobj", "nsubj", "nsubjpass", "conj") and noun.entity != "DATE"


def _is_another(tree: Tree, subject: int) -> bool:
    """Whether a subject is "two others" or "another man": one more of those judged together."""
    words = [tree.tokens[subject], *(tree.tokens[c] for c in tree.children(subject, "det", "amod"))]
    return any(w.lemma.lower() in determiners("more") for w in words)


def _are_the_two(tree: Tree, subject: int) -> bool:
    """The two were convicted: of those just told of, and by nothing but their number."""
    return tree.tokens[subject].pos == "NUM" and _has_known(tree, subject)


def _is_known(tree: Tree, subject: int) -> bool:
    """Whether a subject is "the court" or "the judge", of whom the text has told."""
    return tree.tokens[subject].lemma.lower() in ("court", "judge") and _has_known(tree, subject)


def _has_known(tree: Tree, noun: int) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(noun, "det")}
    return bool(words & determiners("known", "known several"))
