"""What happens only in a film, a novel, a game or a scenario."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.events import lexicon
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.events.triggers.saying import SPEECH
from pipeline.resources import Row, table

_INSIDE = frozenset({"in", "under", "during", "to"})
_TOPIC = frozenset({"of", "about"})


class Fiction(Row):
    """A noun for something made up, or a verb that shows what it makes up: a novel depicts an invasion."""

    lemma: str
    pos: Literal["NOUN", "VERB"]
    example: str
    counterexample: str = ""


@functools.cache
def _rows() -> frozenset[tuple[str, str]]:
    return frozenset((row.lemma, row.pos) for row in table("lexicons/en/fictions.csv", Fiction))


def imagined_in(tree: Tree, index: int) -> str | None:
    """The word for the story or game in which alone a token's event happens; None for what is told of the world."""
    token = tree.tokens[index]
    types = lexicon.event_types().get((token.lemma.lower(), token.pos), ())
    if (types and all(row.event_type in SPEECH for row in types)) or (token.lemma.lower(), "VERB") in lexicon.cues():
        return None
    at, passed = index, {index}
    for above in [index, *tree.ancestors(index)]:
        passed.add(above)
        found = _set_in(tree, above) if tree.tokens[above].pos in ("VERB", "AUX") else None
        found = found or (_told_by(tree, at, above) if above != index else None)
        if found is not None:
            own = found in passed and not _told_by(tree, at, above)  # A game played in May: it was played.
            return None if own else tree.tokens[found].text
        if above != index and tree.tokens[at].dep in ("relcl", "advcl", "ccomp", "parataxis"):
            return None
        at = above
    return None


def _set_in(tree: Tree, verb: int) -> int | None:
    """In the film, under one scenario; in which, said of a film."""
    for prep in tree.children(verb, "prep"):
        according = tree.tokens[prep].text.lower() == "according"
        inner = tree.children(prep, "prep") if according else [prep]
        for noun in (o for p in inner if tree.tokens[p].text.lower() in _INSIDE for o in tree.children(p, "pobj")):
            of = tree.tokens[verb].head if tree.tokens[noun].tag in ("WDT", "WP") else noun
            if _is_fiction(tree, of):
                return of
    return None


def _told_by(tree: Tree, at: int, above: int) -> int | None:
    """A novel about the invasion; the film depicts the invasion."""
    token, below = tree.tokens[above], tree.tokens[at]
    if token.pos in NOUNS:
        topic = below.dep == "prep" and below.text.lower() in _TOPIC
        return above if topic and _is_fiction(tree, above) else None
    if (token.lemma.lower(), "VERB") not in _rows() or below.dep not in ("dobj", "ccomp"):
        return None
    return next((s for s in tree.children(above, "nsubj") if _is_fiction(tree, s)), None)


def _is_fiction(tree: Tree, noun: int) -> bool:
    words = [tree.tokens[c].text.lower() for c in tree.children(noun, "compound", "amod")]
    lemma = tree.tokens[noun].lemma.lower()
    names = [lemma, *(f"{word} {lemma}" for word in words)]
    return tree.tokens[noun].pos in NOUNS and any((name, "NOUN") in _rows() for name in names)
