"""A participle that has a person as its object is a verb: a court sentenced on Saturday the editor Anna Orlova."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.rehang import SUBJECTS, with_token
from pipeline.model import Token


def _does_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said behind the words, the source takes their subject away: a court sentenced her on Monday, RIA reported."""
    for token in tokens:
        noun = tokens[token.head]
        if token.tag != "VBN" or token.dep != "acl" or noun.index != token.index - 1:
            continue
        told = _person_below(tokens, token)
        if told is None or any(t.dep == "agent" and t.head == token.index for t in tokens):
            continue
        if noun.dep == "ROOT":
            verb = replace(token, tag="VBD", dep="ROOT", head=token.index)
        elif noun.dep in SUBJECTS:
            verb = replace(token, tag="VBD", dep="ccomp", head=noun.head)
        else:
            continue
        for changed in (verb, replace(noun, dep="nsubj", head=token.index), replace(told, dep="dobj")):
            tokens = with_token(tokens, changed)
    return tokens


def _person_below(tokens: tuple[Token, ...], verb: Token) -> Token | None:
    below = (t for t in tokens if t.head == verb.index and t.dep in ("dobj", "npadvmod"))
    return next((t for t in below if t.entity == "PERSON"), None)


ACTIVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_does_it,)
