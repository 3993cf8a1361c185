"""The adjective that a noun can do without when a title is too long: a strong new signal, a wide northern road."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.claims.unreal_objects import unreal_modifiers
from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words

QUOTES = frozenset({'"', "“", "”", "``", "''"})
PLAIN = frozenset({"JJ", "VBN", "VBG"})
"""Tags of adjectives that compare nothing."""
LEAST = 2
"""Words in front of a noun from which on the first may go: what is left still tells which thing it is."""


def spare_modifiers(tree: Tree, kept: Sequence[int]) -> list[int]:
    """The first adjective before each noun of a phrase that has another word to tell what it is."""
    found = []
    for noun in kept:
        if tree.tokens[noun].pos != "NOUN" or tree.tokens[noun].entity:
            continue
        front = [c for c in tree.children(noun, "amod", "compound") if c < noun and c in kept]
        if len(front) >= LEAST and is_spare(tree, front[0]):
            found.append(front[0])
    return found


def is_spare(tree: Tree, index: int) -> bool:
    """Whether an adjective only colours its noun: no name, number or degree, and nothing that makes it less of one."""
    token, word = tree.tokens[index], tree.tokens[index].text.lower()
    plain = token.dep == "amod" and token.tag in PLAIN and not token.entity and token.text.islower()
    told = word in lexicon.hedges()[0] or word in unreal_modifiers() or word in title_words("makes less of")
    joined = "-" in [t.text for t in tree.tokens[max(index - 1, 0) : index + 2]]
    counts = word in title_words("one and only")
    quoted = sum(t.text in QUOTES for t in tree.tokens[:index]) % 2
    return plain and not (told or counts or joined or quoted or tree.below[index])
