"""A sentence's tokens with one of them hung elsewhere: what the repairs of the parse are made of."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_below(tokens: Sequence[Token], index: int, above: int) -> bool:
    """Whether a token is another or stands anywhere under it."""
    while index != above and tokens[index].head != index:
        index = tokens[index].head
    return index == above


def with_token(tokens: tuple[Token, ...], *changed: Token) -> tuple[Token, ...]:
    """The tokens, the changed ones in their places."""
    found = list(tokens)
    for token in changed:
        found[token.index] = token
    return tuple(found)


def stretch(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """First and last token of what stands under a token, itself included."""
    first, last = 0, len(tokens) - 1
    while not is_below(tokens, first, index):
        first += 1
    while not is_below(tokens, last, index):
        last -= 1
    return first, last
