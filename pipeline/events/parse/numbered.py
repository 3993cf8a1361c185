"""Signed Decree No. 56: the abbreviation belongs to the noun before it, and denies nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import with_token
from pipeline.model import Token


def _abbreviated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The number, its mark and the abbreviation hang on the noun; the noun takes their place in the clause."""
    for word in (t for t in tokens[1:] if t.text == "No"):
        noun, parts = tokens[word.index - 1], _number(tokens, word.index)
        if noun.pos not in ("NOUN", "PROPN") or not parts:
            continue
        if noun.head in (word.index, *(p.index for p in parts)):
            tokens = with_token(tokens, replace(noun, dep=word.dep, head=word.head))
        for part in (word, *parts):
            tokens = with_token(tokens, replace(part, dep="nmod", head=noun.index))
        for below in [t for t in tokens if t.head in {p.index for p in parts} and t.index > parts[-1].index]:
            tokens = with_token(tokens, replace(below, head=noun.index))
    return tokens


def _number(tokens: tuple[Token, ...], at: int) -> list[Token]:
    """The full stop and the number behind the abbreviation; none where it ends a sentence."""
    behind = list(tokens[at + 1 : at + 3])
    return behind if len(behind) > 1 and behind[0].text == "." and behind[1].text[:1].isdigit() else []


NUMBERED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_abbreviated,)
"""Repairs of nouns with a number."""
