"""In the city of Riga, the council suspended him: what follows a place in front and its comma is the subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, is_below, with_token
from pipeline.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def _subject_behind_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A verb without a subject takes the first noun behind the comma that hangs on what stands before it."""
    verb = next((t for t in tokens if t.dep == "ROOT"), None)
    if verb is None or verb.tag not in _FINITE or not _opens_with_place(tokens, verb):
        return tokens
    comma = next((t.index for t in tokens[1 : verb.index] if t.text == ","), 0)
    if not comma:
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


def _verb_behind_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """In a ruling on dissent by Orlov of Latvia, a court jailed him: the phrase in front is no sentence of its own."""
    opens = tokens[0] if tokens else None
    if opens is None or opens.pos != "ADP" or opens.dep != "ROOT":
        return tokens
    for token in tokens:
        verb = next((t for t in tokens if t.head == token.index and t.dep == "relcl" and t.tag in _FINITE), None)
        if token.dep != "appos" or token.pos not in _NOUNS or verb is None or verb.index < token.index:
            continue
        comma = min(t.index for t in tokens if is_below(tokens, t.index, token.index)) - 1
        whose = any(t.head == verb.index and (t.dep in SUBJECTS or t.tag in ("WDT", "WP")) for t in tokens)
        if comma < 1 or tokens[comma].text != "," or whose:
            continue
        tokens = with_token(tokens, replace(verb, dep="ROOT", head=verb.index))
        tokens = with_token(tokens, replace(token, dep="nsubj", head=verb.index))
        return with_token(tokens, replace(opens, dep="prep", head=verb.index))
    return tokens


PLACED_FIRST: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _subject_behind_place,
    _verb_behind_phrase,
)
"""Repairs of sentences that open with a place."""
