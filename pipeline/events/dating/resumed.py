"""A man hit a guard on Monday. The man fled: whoever was somebody at first is "the" at the next turn of the scene."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree
from pipeline.settings.events import SCENE_REACH

_RAIDS = frozenset({"ASSAULT", "COERCE"})
"""Types of event of which one scene holds several."""


def resumes(scene: Scene, base: Link, sentence: int, verb: int) -> bool:
    """Whether the subject of a verb takes up somebody whom a sentence just before, of the same day, has brought in."""
    tree = scene.reading.trees[sentence]
    heads = [tree.tokens[s] for s in tree.children(verb, "nsubj", "nsubjpass")]
    back = range(max(0, sentence - int(SCENE_REACH.number)), sentence)
    told = [scene.reading.trees[n] for n in back if _is_of(scene, n, base.interval)]
    brought = {t.lemma.lower() for above in told for t in above.tokens if is_new(above, t.index)}
    known = determiners("known", "known several")
    if any(h.lemma.lower() in brought and _words_before(tree, h.index) & known for h in heads):
        return True
    return _goes_on_in_the_raid(scene, base, sentence, verb)


def _goes_on_in_the_raid(scene: Scene, base: Link, sentence: int, verb: int) -> bool:
    """Police searched ten flats on Monday. Phones were seized: what is done to things or men that nobody has named."""
    tree = scene.reading.trees[sentence]
    number = scene.numbers.get((sentence, verb))
    heads = tree.children(verb, "nsubjpass")
    plain = any(tree.tokens[h].pos == "NOUN" and not _words_before(tree, h) for h in heads)
    if number is None or scene.drafts[number].event_type not in _RAIDS or not plain or tree.tokens[verb].dep != "ROOT":
        return False
    if tree.children(verb, "agent") or any(tree.children(h, "nummod") for h in heads):
        return False
    above, text = scene.reading.trees[sentence - 1], scene.reading.document.text
    if "\n" in text[above.sentence.span.end : tree.sentence.span.start]:
        return False
    told = (n for n in scene.by_sentence.get(sentence - 1, ()) if scene.drafts[n].event_type in _RAIDS)
    return any((found := scene.links.get(n)) is not None and found.interval == base.interval for n in told)


def _is_of(scene: Scene, sentence: int, days: Interval) -> bool:
    links = (scene.links.get(n) for n in scene.by_sentence.get(sentence, ()))
    return any(link is not None and link.interval == days for link in links)


def is_new(tree: Tree, noun: int) -> bool:
    """Whether a noun brings somebody in: a man, two men, men."""
    words, tag = _words_before(tree, noun), tree.tokens[noun].tag
    return tag in ("NN", "NNS") and (bool(words & determiners("new", "more")) or (not words and tag == "NNS"))


def _words_before(tree: Tree, noun: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(noun, "det", "poss")}
