"""In the capital, Jelgava, on Monday: a name between commas behind a definite noun explains that noun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import with_token
from pipeline.model import Token


def _name_of_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name that the parser takes for a measure of the verb, like “miles”, is in apposition to the noun before."""
    for name in tokens[2:-1]:
        noun, comma, after = tokens[name.index - 2], tokens[name.index - 1], tokens[name.index + 1]
        measured = name.dep == "npadvmod" and name.pos == "PROPN" and name.entity in ("GPE", "LOC", "FAC", "")
        between = comma.text == "," and after.text in (",", ".")
        if measured and between and noun.tag == "NN" and _is_definite(tokens, noun):
            tokens = with_token(tokens, replace(name, dep="appos", head=noun.index))
    return tokens


def _is_definite(tokens: tuple[Token, ...], noun: Token) -> bool:
    return any(t.head == noun.index and t.text.lower() == "the" for t in tokens)


PLACED_BESIDE: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_name_of_place,)
"""Repairs of names of places behind their noun."""
