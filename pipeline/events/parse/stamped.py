"""22:50 A man died: the hour that stamps an entry of a live report is no part of its first noun."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import with_token
from pipeline.model import Token

_HOUR = re.compile(r"[0-2]?\d[:.][0-5]\d")


def _stamped(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The hour hangs on the clause, and what hung on the hour takes its place."""
    if len(tokens) < 3 or not _HOUR.fullmatch(tokens[0].text) or not tokens[1].text[:1].isupper():
        return tokens
    hour = tokens[0]
    below = [t for t in tokens[1:] if t.head == 0]
    verb = next((t for t in tokens[1:] if t.dep == "ROOT"), None) or next((t for t in below if t.pos == "VERB"), None)
    if verb is None:
        return tokens
    above = verb if hour.dep == "ROOT" else tokens[hour.head]
    for token in below:
        if token.index != verb.index:
            tokens = with_token(tokens, replace(token, head=above.index))
    if hour.dep == "ROOT":
        tokens = with_token(tokens, replace(verb, dep="ROOT", head=verb.index))
    return with_token(tokens, replace(hour, dep="npadvmod", head=verb.index))


def is_stamp(token: Token) -> bool:
    """Whether a token is the hour that opens its sentence."""
    return token.index == 0 and token.dep == "npadvmod" and _HOUR.fullmatch(token.text) is not None


STAMPED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_stamped,)
"""Repairs of sentences behind the stamp of a live report."""
