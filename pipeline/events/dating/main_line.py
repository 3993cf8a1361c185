"""What a sentence tells in its main line."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree
from pipeline.events.parse.tense import tense_of


def in_main_line(tree: Tree, verb: int) -> bool:
    """A main clause, or one coordinated with it, or what such a clause says where "he said" only follows."""
    while _hangs_on(tree, verb):
        verb = tree.tokens[verb].head
    return tree.tokens[verb].dep == "ROOT"


def _hangs_on(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    # He left in a letter stating "I have always said ...": a saying in the perfect follows nothing.
    said = token.dep == "ccomp" and token.head > verb and tense_of(tree, token.head) != "perfect"
    return token.head != verb and (token.dep == "conj" or said)
