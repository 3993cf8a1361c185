"""Clauses side by side that the parser hangs one under the other: X has warned of it, and Y has issued a warning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token


def _and_another(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands behind a comma and "and" with a subject of its own is nothing that the first verb says."""
    for token in tokens:
        if token.dep != "ccomp" or token.index < token.head:
            continue
        own = any(t.head == token.index and t.dep in SUBJECTS and t.index < token.index for t in tokens)
        marked = any(t.head == token.index and t.dep == "mark" for t in tokens)
        start = stretch(tokens, token.index)[0]
        before = [t.text.lower() for t in tokens[max(0, start - 2) : start]]
        earlier = [t for t in tokens if t.head == token.head and t.dep == "ccomp" and t.index < token.index]
        beside = before in ([",", "and"], [",", "but"]) and token.head < start - 2
        if own and beside and not marked and not earlier:
            tokens = with_token(tokens, replace(token, dep="conj"))
    return tokens


JOINED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_and_another,)
