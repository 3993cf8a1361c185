"""An event noun told again: "the conference", of which the text has said that it was on July 26."""

from __future__ import annotations

from pipeline.events.dating.link import Link, Scene
from pipeline.events.parse.syntax import Tree

_POINTS = frozenset({"the", "this", "that"})


def told_again(scene: Scene, number: int) -> Link | None:
    """The day of the one event told before by the same noun, for a definite noun that adds nothing to its phrase."""
    draft, tree = scene.drafts[number], scene.tree(number)
    token = tree.tokens[draft.token]
    if token.tag != "NN" or not any(tree.tokens[c].text.lower() in _POINTS for c in tree.children(token.index, "det")):
        return None
    own = _phrase(tree, token.index)
    same = [n for n in scene.told_by_word(number) if _is_same(scene, n, number) and own <= _phrase_of(scene, n)]
    days = {found.interval for n in same if (found := scene.links.get(n)) is not None and found.expression is not None}
    if len(days) != 1 or not next(iter(days)).is_day:
        return None
    base = next(scene.links[n] for n in same if n in scene.links and scene.links[n].expression is not None)
    because = f"“{token.text}” is the one told before ({base.because})"
    return Link(base.interval, "inherited", base.granularity, base.expression, because)


def _is_same(scene: Scene, earlier: int, number: int) -> bool:
    """Whether of two drafts told by one word the earlier is a noun of another sentence."""
    one, other = scene.drafts[earlier], scene.drafts[number]
    return one.sentence < other.sentence and scene.tree(earlier).tokens[one.token].tag == "NN"


def _phrase_of(scene: Scene, number: int) -> set[str]:
    return _phrase(scene.tree(number), scene.drafts[number].token)


def _phrase(tree: Tree, noun: int) -> set[str]:
    """The lemmas of a noun's phrase, but for words that only point."""
    words = (tree.tokens[i] for i in tree.subtree(noun))
    return {t.lemma.lower() for t in words if t.pos not in ("PUNCT", "DET")}
