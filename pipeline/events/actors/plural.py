"""They, and a bare count: the plural subject that they take up, Ukrainian forces, Russian drones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.lexicon import cues, participant_words
from pipeline.events.parse.syntax import Tree

if TYPE_CHECKING:
    from pipeline.events.actors.referents import Referents

MEASURES = frozenset({"QUANTITY", "DATE", "TIME", "MONEY", "PERCENT"})
REACH = 2
"""Sentences back to the plural subject."""


def many(ref: Referents, number: int, index: int) -> tuple[int, int] | None:
    """Sentence and token of the last plural subject; None where the word takes up none, or may mean another plural."""
    if not _is_many(ref.trees[number], index):
        return None
    verb = ref.trees[number].tokens[index].head
    for back in range(number, max(-1, number - REACH - 1), -1):
        tree = ref.trees[back]
        before = [t.index for t in tree.tokens[: index if back == number else None] if t.tag == "NNS"]
        before = [i for i in before if (back, tree.tokens[i].head) != (number, verb)]
        heads = [i for i in before if tree.tokens[i].dep in ("nsubj", "nsubjpass")]
        if (
            any(_is_rival(tree, i) for i in before)
            or share_a_fate(tree)
            or company(tree, index if back == number else len(tree.tokens)) >= 0
        ):
            return None
        if heads:
            counts = ref.trees[number].tokens[index].text.lower() != "they"
            return None if counts and only_speaks(tree, heads[-1]) else (back, heads[-1])
    return None


def _is_many(tree: Tree, index: int) -> bool:
    """Whether a subject takes up a plural: they came; several, 19 came in."""
    token = tree.tokens[index]
    counts = token.pos == "NUM" and token.entity not in ("DATE", "TIME", "PERCENT", "MONEY")
    alone = all(tree.tokens[c].dep == "advmod" for c in tree.below[index])
    word = token.text.lower()
    return (
        alone
        and token.dep in ("nsubj", "nsubjpass")
        and (counts or word == "they" or word in participant_words("count"))
    )


def only_speaks(tree: Tree, index: int) -> bool:
    """Activists say that it was rigged. Thousands were detained: not of those who say so."""
    token = tree.tokens[index]
    return token.dep == "nsubj" and (tree.tokens[token.head].lemma.lower(), "VERB") in cues()


def share_a_fate(tree: Tree) -> bool:
    """Orlova was jailed for two years and Ivan Petrov for three: both are meant afterwards."""
    return any(t.dep == "dative" and tree.tokens[t.head].dep == "conj" for t in tree.tokens)


def company(tree: Tree, end: int) -> int:
    """Who acts before `end` together with others, who are meant with her: Orlova and her colleagues; else -1."""
    acting = (t.index for t in tree.tokens[:end] if t.dep in ("nsubj", "nsubjpass") and t.tag in ("NN", "NNP"))
    together = (i for i in acting if any(c < end for c in tree.children(i, "conj")))
    return max(together, default=-1)


def _is_rival(tree: Tree, index: int) -> bool:
    """Another plural that may be meant: saw objects, identified them as drones."""
    token = tree.tokens[index]
    if token.entity in MEASURES:
        return False
    return token.dep == "dobj" or (token.dep == "pobj" and tree.tokens[token.head].text.lower() == "as")
