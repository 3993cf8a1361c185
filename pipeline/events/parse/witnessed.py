"""What a crackdown saw happen to people, and what happens in a letter: no person is where anything happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import with_token
from pipeline.events.title_lexicon import title_words
from pipeline.model import Token


def _each_its_own(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """It saw ten people arrested and dozens beaten: the ten are arrested, and the dozens beaten."""
    for first in (t for t in tokens[1:] if t.tag == "VBN" and t.dep == "acl"):
        people = tokens[first.head]
        seen = people.dep == "dobj" and tokens[people.head].lemma.lower() in title_words("witnesses")
        if not seen or people.index != first.index - 1:
            continue
        for token in (t for t in tokens[first.index + 2 :] if t.tag == "VBN" and t.dep in ("acl", "conj")):
            noun = tokens[token.index - 1]
            listed = noun.dep == "conj" and noun.head == people.index and token.head in (people.index, noun.index)
            clause = noun.dep == "nsubj" and noun.head == token.index and token.head == first.index
            if not (listed or clause) or any(t.head == token.index and t.dep in ("aux", "dobj") for t in tokens):
                continue
            ties = [t for t in tokens[first.index : noun.index] if t.dep == "cc" and t.head == people.index]
            tokens = with_token(
                tokens,
                *(replace(t, head=first.index) for t in ties),
                replace(token, dep="conj", head=first.index),
                replace(noun, dep="nsubjpass", head=token.index),
            )
    return tokens


def _in_which(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A letter to Anna Orlova, in which he thanked her: he did in the letter, for nobody is a which."""
    for token in (t for t in tokens if t.dep == "relcl" and tokens[t.head].entity == "PERSON"):
        which = (t for t in tokens if t.text.lower() == "which" and t.dep == "pobj" and t.index < token.index)
        if not any(tokens[t.head].head == token.index for t in which):
            continue
        thing = tokens[token.head]
        while thing.entity == "PERSON" and thing.dep in ("conj", "appos", "pobj", "poss"):
            above = tokens[thing.head]
            thing = tokens[above.head] if above.pos == "ADP" else above
        if thing.pos == "VERB":  # Wrote a letter to Orlova, in which: what was written.
            thing = next((t for t in tokens if t.head == thing.index and t.dep == "dobj"), thing)
        if thing.pos == "NOUN" and thing.index < token.head:
            tokens = with_token(tokens, replace(token, head=thing.index))
    return tokens


WITNESSED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_each_its_own, _in_which)
"""Repairs of what is seen to happen, and of where it happens."""
