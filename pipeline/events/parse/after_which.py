"""Closed the port after boats, thought to be empty, drifted in: what follows "after" is a clause, not a noun alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, is_below, with_token
from pipeline.model import Token

_TIES = ("after", "before")


def _clause_behind_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """An aside parts the noun behind "after" from its verb, which the parser then ties to the verb before."""
    for tie in (t for t in tokens if t.dep == "prep" and t.text.lower() in _TIES):
        noun = next((t for t in tokens if t.head == tie.index and t.dep == "pobj" and t.pos in ("NOUN", "PROPN")), None)
        if noun is None or noun.entity in ("DATE", "TIME"):
            continue
        verb = next((t for t in tokens[noun.index + 1 :] if _goes_with(tokens, t, tie, noun)), None)
        if verb is not None:
            tokens = with_token(tokens, replace(verb, dep="advcl", head=tie.head))
            tokens = with_token(tokens, replace(tie, dep="mark", head=verb.index, tag="IN", pos="SCONJ"))
            tokens = with_token(tokens, replace(noun, dep="nsubj", head=verb.index))
            tokens = _aside_of(tokens, noun, verb)
    return tokens


def _goes_with(tokens: tuple[Token, ...], verb: Token, tie: Token, noun: Token) -> bool:
    """Whether a past tense without a subject or "and" stands behind an aside between commas that follows the noun."""
    governs = verb.tag == "VBD" and verb.dep == "conj" and verb.head == tie.head and tie.index > tokens[tie.head].index
    if not governs or any(t.head == verb.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens):
        return False
    between = tokens[noun.index + 1 : verb.index]
    apart = between[-1:] and between[-1].text == "," and any(t.text == "," for t in between[:-2])
    return bool(apart) and not any(t.dep == "cc" and t.head == tie.head for t in between)


def _aside_of(tokens: tuple[Token, ...], noun: Token, verb: Token) -> tuple[Token, ...]:
    """The aside tells of the noun, and the verb before has no part in it."""
    inside = tokens[noun.index + 1 : verb.index]
    for token in inside:
        if token.head == verb.head and not is_below(tokens, token.index, noun.index):
            dep = "acl" if token.tag == "VBN" else token.dep
            tokens = with_token(tokens, replace(token, dep=dep, head=noun.index))
    return tokens


AFTER_WHICH: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_clause_behind_noun,)
"""Repairs of clauses of time that an aside has torn apart."""
