"""Who is named of a number of people: 52 prisoners, including X; among them were X and Y."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.events.parse.syntax import Tree, prepositional
from pipeline.events.reading import Draft, Reading

MOST = 4
"""How many of a list are named as taking part."""


def among(reading: Reading, draft: Draft, heads: Iterable[int]) -> tuple[str, ...]:
    """People whom the sentence, or the one after it, names as some of those that an event happens to."""
    tree = reading.trees[draft.sentence]
    several = [h for h in heads if tree.tokens[h].tag == "NNS" and not reading.who(draft.sentence, h)]
    found = [n for h in several for i in prepositional(tree, h, "including") for n in reading.who(draft.sentence, i)]
    after = draft.sentence + 1
    counted = any(tree.children(h, "nummod") or prepositional(tree, h, "of") for h in several)
    if not found and counted and after < len(reading.trees):
        found = _named_next(reading, after)
    kinds = reading.names.kinds
    return tuple(n for n in dict.fromkeys(found) if "person" in kinds.get(n, ()))[:MOST]


def _named_next(reading: Reading, number: int) -> list[str]:
    """The subjects of a sentence that opens with "among them" or ends so."""
    tree = reading.trees[number]
    root = next((t for t in tree.tokens if t.dep == "ROOT"), None)
    if root is None or root.lemma != "be" or not _says_among(tree, root.index):
        return []
    heads = tree.children(root.index, "nsubj", "attr")
    return [name for head in heads for name in reading.who(number, head)]


def _says_among(tree: Tree, verb: int) -> bool:
    """Whether the verb has a phrase with among before they, those or the released."""
    return any(tree.tokens[p].text.lower() == "among" for p in tree.children(verb, "prep"))
