"""Police detained two editors. Anna Orlova and Oleg Petrov were led away: those counted are named next."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.actors.apposition import PERSONS
from pipeline.events.actors.names import Names
from pipeline.events.cardinals import cardinal
from pipeline.events.parse.syntax import Tree, conjuncts, subjects

FEWEST = 2
"""People whose names are a list."""


def listed_next(trees: Sequence[Tree], names: Names, number: int, index: int) -> tuple[str, ...]:
    """The people whom the next sentence is about, when they are as many as counted here; () for all other nouns."""
    if number + 1 >= len(trees) or {trees[number].sentence.block, trees[number + 1].sentence.block} != {"body"}:
        return ()
    count = counted(trees[number], index)
    if count < FEWEST:
        return ()
    tree = trees[number + 1]
    root = next((t.index for t in tree.tokens if t.dep == "ROOT"), 0)
    heads = [c for s in subjects(tree, root) for c in conjuncts(tree, s)]
    found = [here for h in heads if (here := names.at.get((number + 1, h))) is not None and here.kind == "person"]
    told = dict.fromkeys(name.name for name in found)
    before = {name.name for name in names.all if name.sentence <= number}
    return tuple(told) if len(told) == len(heads) == count and before.isdisjoint(told) else ()


def counted(tree: Tree, index: int) -> int:
    """How many people a plural noun tells of that something happens to: two editors; 0 for other nouns."""
    token = tree.tokens[index]
    rows = lexicon.role_nouns().get(token.lemma.lower(), ())
    people = token.tag == "NNS" and any(row.kind in (*PERSONS, "group") for row in rows)
    if not people or token.dep not in ("dobj", "nsubjpass"):
        return 0
    words = [tree.tokens[c].text.lower() for c in tree.children(index, "nummod")]
    return next((int(n) for w in words if (n := cardinal(w)) is not None), 0)
