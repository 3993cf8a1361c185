"""A man hit a guard on Monday. The man fled: whoever was somebody at first is "the" at the next turn of the scene."""

from __future__ import annotations

from pipeline.calendar.interval import Interval
from pipeline.events.dating.link import Link, Scene
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree
from pipeline.settings.events import SCENE_REACH


def resumes(scene: Scene, base: Link, sentence: int, verb: int) -> bool:
    """Whether the subject of a verb takes up somebody whom a sentence just before, of the same day, has brought in."""
    tree = scene.reading.trees[sentence]
    heads = [tree.tokens[s] for s in tree.children(verb, "nsubj", "nsubjpass")]
    back = range(max(0, sentence - int(SCENE_REACH.number)), sentence)
    told = [scene.reading.trees[n] for n in back if _is_of(scene, n, base.interval)]
    brought = {t.lemma.lower() for above in told for t in above.tokens if is_new(above, t.index)}
    known = determiners("known", "known several")
    return any(h.lemma.lower() in brought and _words_before(tree, h.index) & known for h in heads)


def _is_of(scene: Scene, sentence: int, days: Interval) -> bool:
    links = (scene.links.get(n) for n in scene.by_sentence.get(sentence, ()))
    return any(link is not None and link.interval == days for link in links)


def is_new(tree: Tree, noun: int) -> bool:
    """Whether a noun brings somebody in: a man, two men, men."""
    words, tag = _words_before(tree, noun), tree.tokens[noun].tag
    return tag in ("NN", "NNS") and (bool(words & determiners("new", "more")) or (not words and tag == "NNS"))


def _words_before(tree: Tree, noun: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(noun, "det", "poss")}
