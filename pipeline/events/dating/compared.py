"""What something is compared with: it is of another time than the comparing and than what is compared."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.parse.syntax import Tree

WITH = frozenset({"with", "to"})


def compares(tree: Tree, index: int) -> bool:
    """Whether a word is a verb of comparison."""
    token = tree.tokens[index]
    return token.pos == "VERB" and token.lemma.lower() in lexicon.comparison_verbs()


def is_standard(tree: Tree, index: int) -> bool:
    """Whether a word stands in what the comparison is made with: compared the vote with the invasion of Poland."""
    return standard_above(tree, index) is not None


def standard_above(tree: Tree, index: int) -> int | None:
    """The preposition, under a verb of comparison, that leads down to a word; None outside such a phrase."""
    found = None
    for above in tree.ancestors(index):
        if compares(tree, above):
            return found
        # The parser may hang the phrase on what is compared; then it is the last "with" on the way up.
        found = above if tree.tokens[above].text.lower() in WITH and tree.tokens[above].pos == "ADP" else found
    return None
