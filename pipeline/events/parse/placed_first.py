"""In the city of Riga, the council suspended him: what follows a place in front and its comma is the subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def _subject_behind_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A verb without a subject takes the first noun behind the comma that hangs on what stands before it."""
    verb = next((t for t in tokens if t.dep == "ROOT"), None)
    comma = next((t.index for t in tokens[1:] if t.text == ","), 0)
    if verb is None or verb.tag not in _FINITE or not 0 < comma < verb.index or not _opens_with_place(tokens, verb):
        return tokens
    if any(t.head == verb.index and t.dep in (*SUBJECTS, "expl", "csubj") for t in tokens):
        return tokens
    behind = [t for t in tokens[comma + 1 : verb.index] if t.head <= comma]
    subject = next((t for t in behind if t.pos in _NOUNS), None)
    if subject is None or subject.index - comma > 4:
        return tokens
    for token in behind:
        if token.pos == "VERB" and token.index > subject.index:
            tokens = with_token(tokens, replace(token, dep="acl", head=subject.index))
    return with_token(tokens, replace(subject, dep="nsubj", head=verb.index))


def _opens_with_place(tokens: Sequence[Token], verb: Token) -> bool:
    return tokens[0].pos == "ADP" and tokens[0].head == verb.index


PLACED_FIRST: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_subject_behind_place,)
"""Repairs of sentences that open with a place."""
