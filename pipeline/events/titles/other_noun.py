"""What a definite noun of another kind takes up: the plane is flight LT497, the monarch King Hussein, the city Omsk."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from pipeline import knowledge
from pipeline.events.parse.syntax import Tree
from pipeline.events.title_lexicon import title_words
from pipeline.resources import split

NEAR = ("the", "a", "an")


def named_with(tree: Tree, index: int) -> str:
    """The name that stands with a word for a thing that a bare noun may take up: King Hussein; "" for none."""
    token, last = tree.tokens[index], index
    while last + 1 < len(tree.tokens) and _is_name(tree, last + 1) and tree.tokens[last + 1].entity != "DATE":
        last += 1
    if last == index:
        return ""
    first = index
    while first and tree.tokens[first - 1].pos == "PROPN":
        first -= 1
    before = tree.tokens[first - 1].text.lower() if first else ""
    word = token.text.lower() if index == 0 and token.pos == "NOUN" else token.text
    words = [t.text for t in tree.tokens[first:index]] + [word] + [t.text for t in tree.tokens[index + 1 : last + 1]]
    return f"{'the ' if before in NEAR else ''}{' '.join(words)}"


def place_beside(tree: Tree, noun: int) -> int | None:
    """Head of the name of a place that explains a noun right behind a comma: the capital, Jelgava; None for none."""
    token = tree.tokens[noun]
    if token.tag != "NN" or token.lemma.lower() not in title_words("kind of place"):
        return None
    for child in tree.children(noun, "appos"):
        first = min(tree.subtree(child))
        names = all(tree.tokens[i].pos in ("PROPN", "PUNCT") for i in tree.subtree(child))
        if first == noun + 2 and tree.tokens[noun + 1].text == "," and names:
            return child
    return None


def of_others(tree: Tree, noun: int) -> frozenset[int]:
    """The word in front that tells a thing from others told of before, which it is not when the text goes on about it.

    Two other guards; three more of them.
    """
    front = {c for top in (noun, *tree.children(noun, "nummod")) for c in tree.children(top, "amod")}
    before = [tree.tokens[c] for c in front if c < noun and tree.tokens[c].entity != "ORDINAL"]
    before = [t for t in before if tree.tokens[t.index + 1].text.lower() != "than"]  # More than 40 guards.
    return frozenset(t.index for t in before if {t.lemma.lower(), t.text.lower()} & title_words("one more"))


def of_state(name: str, noun: str) -> str:
    """A plural noun with the adjective of its state: the Latvian authorities; "" for a name that is no state."""
    adjective = _adjectives().get(name)
    return f"the {adjective} {noun}" if adjective else ""


def _is_name(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos == "PROPN" or (token.text[:1].isupper() and any(c.isdigit() for c in token.text))


@functools.cache
def _adjectives() -> dict[str, str]:
    return {row.name: split(row.adjectives)[0] for row in knowledge.demonyms() if row.adjectives}


def one_of_many(trees: Sequence[Tree], sentence: int, index: int) -> str:
    """Earlier polls were fair. This one was not: the poll, by the plural that a sentence opened with just before.

    "" for another "one", or where no such plural stands there.
    """
    here = any(trees[sentence].tokens[c].text.lower() == "this" for c in trees[sentence].children(index, "det"))
    if not here or not sentence:
        return ""
    many = [t for t in trees[sentence - 1].tokens if t.tag == "NNS" and t.dep in ("nsubj", "nsubjpass")]
    return many[0].lemma.lower() if many else ""
