"""Of whom a number tells some: 21 of them, of more than 21 missiles; ten of them, of those released."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.cardinals import cardinal
from pipeline.events.parse.syntax import Tree
from pipeline.model import Token


def may_be_counted(tree: Tree, noun: Token, mine: Tree, index: int) -> bool:
    """Whether a plural noun before may be that of which the pronoun at `index` counts some.

    There are more of them, and they are not those who only tell of it: officials said.
    """
    number = _number(mine, index)
    if number is None:
        return True
    several = [cardinal(tree.tokens[c].text.lower()) for c in tree.children(noun.index, "nummod")]
    tells = noun.dep == "nsubj" and (tree.tokens[noun.head].lemma.lower(), "VERB") in lexicon.cues()
    return not tells and all(n is not None and n > number for n in several)


def those_before(tree: Tree, index: int) -> str:
    """Of those released, ten of them left: the whole that is named in front. "" where none is."""
    those = [t.index for t in tree.tokens[:index] if t.text.lower() == "those" and t.dep == "pobj"]
    said = [tree.tokens[c].text for i in those for c in tree.children(i, "acl")]
    return f"those {said[-1]}" if said and _number(tree, index) is not None else ""


def _number(tree: Tree, index: int) -> float | None:
    """114 of them: the number of which it says of what; None for none."""
    of = tree.tokens[tree.tokens[index].head]
    some = tree.tokens[of.head]
    return (cardinal(some.text.lower()) or 0) if of.text.lower() == "of" and some.pos == "NUM" else None
