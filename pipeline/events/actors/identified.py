"""Two men were detained. They were identified as Ivan Petrov and Oleg Orlov: who goes unnamed is given a name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.counted_named_next import counted, listed_next
from pipeline.events.actors.names import Name, Names
from pipeline.events.determiner_lexicon import determiners
from pipeline.events.parse.syntax import Tree, conjuncts

NEXT = 2
"""Sentences on in which the name is given."""


def named_next(trees: Sequence[Tree], names: Names, number: int, index: int) -> tuple[str, ...]:
    """The people whom the next sentences name for those counted here, in a list or by saying who they are."""
    return listed_next(trees, names, number, index) or identified(trees, names, number, index)


def identified(trees: Sequence[Tree], names: Names, number: int, index: int) -> tuple[str, ...]:
    """The people as whom the next sentences identify those counted here; () for all other nouns."""
    count = _unnamed(trees[number], index)
    if not count or trees[number].sentence.block != "body":
        return ()
    for after in range(number + 1, min(number + 1 + NEXT, len(trees))):
        found = _given(trees[after], names, after)
        before = {name.name for name in names.all if name.sentence <= number}
        if found:
            told = tuple(dict.fromkeys(name.name for name in found))
            return told if len(told) == count and before.isdisjoint(told) else ()
        if any(_unnamed(trees[after], token.index) for token in trees[after].tokens):
            return ()  # Whoever is identified after that may be one of these.
    return ()


def _unnamed(tree: Tree, index: int) -> int:
    """How many people without a name a noun tells of: a man, two editors; 0 for other nouns."""
    some = any(tree.tokens[c].text.lower() in determiners("new") for c in tree.children(index, "det", "nummod"))
    takes_part = tree.tokens[index].dep in ("nsubj", "nsubjpass", "dobj")
    return 1 if some and takes_part and is_person_noun(tree, index) else counted(tree, index)


def _given(tree: Tree, names: Names, number: int) -> list[Name]:
    """The people named behind "as" where somebody spoken of before is identified; [] where nobody is."""
    for verb in (t for t in tree.tokens if t.lemma.lower() in lexicon.participant_words("identifies")):
        whom = tree.children(verb.index, "nsubjpass") or tree.children(verb.index, "dobj")
        ties = [c for c in tree.children(verb.index, "prep") if tree.tokens[c].text.lower() == "as"]
        if not whom or not ties or not _points_back(tree, whom[0]):
            continue
        heads = [c for tie in ties for p in tree.children(tie, "pobj") for c in conjuncts(tree, p)]
        found = [here for h in heads if (here := names.at.get((number, h))) is not None and here.kind == "person"]
        return found if len(found) == len(heads) else []
    return []


def _points_back(tree: Tree, index: int) -> bool:
    """Whether a word means somebody told of before: they, the two men."""
    return tree.tokens[index].pos == "PRON" or any(
        tree.tokens[c].text.lower() == "the" for c in tree.children(index, "det")
    )
