"""A semicolon between two clauses, each with its subject, parts them as a full stop would.

The parser makes the first what the second says: "The envoy spoke with him; officials denied that he had asked."
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token

_SAID = frozenset({"ccomp", "parataxis", "csubj"})


def _parted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The clause before the semicolon stands at the top, the one behind it beside it."""
    for mark in (t for t in tokens if t.text == ";"):
        for first in tokens[: mark.index]:
            second = tokens[first.head]
            if first.dep in _SAID and second.index > mark.index and _stand_alone(tokens, first, second, mark.index):
                above = first.index if second.head == second.index else second.head
                tokens = with_token(tokens, replace(first, dep=second.dep, head=above))
                tokens = with_token(tokens, replace(second, dep="conj", head=first.index))
                break
    return tokens


def _stand_alone(tokens: tuple[Token, ...], first: Token, second: Token, mark: int) -> bool:
    """Whether either clause has a subject on its own side of the semicolon, and the first a verb with a tense."""
    before = any(t.head == first.index and t.dep in SUBJECTS and t.index < mark for t in tokens)
    behind = any(t.head == second.index and t.dep in SUBJECTS and t.index > mark for t in tokens)
    finite = first.tag in ("VBD", "VBZ", "VBP", "MD") or any(
        t.head == first.index and t.dep in ("aux", "auxpass") and t.index < mark for t in tokens
    )
    return before and behind and finite


SEMICOLONS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_parted,)
"""Repairs of sentences that a semicolon parts."""
