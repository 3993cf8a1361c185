"""Three people were killed and ten injured: the second participle shares the auxiliary of the first.

The parser makes the first subject of the second clause active, or hangs its participle on the number before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token

_OF_A_TERM = frozenset({"to", "for"})
BETWEEN = 2
"""Words between the number and its participle at most: ten more, ten people more."""


def _second_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Three were killed and ten more injured: no ten who are injured, the ten were injured."""
    for token in tokens:
        noun = tokens[token.head]
        verb = tokens[noun.head]
        hung = token.tag == "VBN" and token.dep in ("amod", "acl") and 0 < token.index - noun.index <= BETWEEN
        if not hung or noun.dep != "conj" or not _is_passive(tokens, verb) or not _counts(tokens, noun):
            continue
        tokens = with_token(tokens, replace(token, dep="conj", head=verb.index))
        tokens = with_token(tokens, replace(noun, dep="nsubjpass", head=token.index))
        for below in [t for t in tokens if t.head == noun.index and t.index > token.index]:
            tokens = with_token(tokens, replace(below, head=token.index))
    return tokens


def _undergo(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Three were killed and ten wounded: nobody is wounded by the ten."""
    for token in tokens:
        verb = tokens[token.head]
        if token.dep not in ("nsubj", "npadvmod") or verb.dep != "conj" or verb.tag != "VBN":
            continue
        bare = not any(t.head == verb.index and t.dep in ("aux", "auxpass", "dobj") for t in tokens)
        sole = token.dep == "nsubj" or not any(t.head == verb.index and t.dep in SUBJECTS for t in tokens)
        if bare and sole and token.index < verb.index and _is_passive(tokens, tokens[verb.head]):
            tokens = with_token(tokens, replace(token, dep="nsubjpass"))
    return tokens


def _each_a_term(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """She was jailed for four years and Ivan Petrov for three: the second term is his, and so is the sentence."""
    for tie in (t for t in tokens if t.dep == "prep" and t.text.lower() in _OF_A_TERM and t.head < t.index):
        verb = tokens[tie.head]
        terms = [t for t in tokens[verb.index : tie.index] if t.head == verb.index and t.text.lower() == tie.text]
        name = tokens[tie.index - 1 - (tokens[tie.index - 1].text == ",")]
        if not terms or name.entity != "PERSON" or name.index < terms[-1].index or verb.pos != "VERB":
            continue
        if all(_is_count(tokens, each) for each in (*terms, tie)):
            told = name.dep == "appos" and tokens[name.head].tag == "NN" and terms[-1].index < name.head
            top = tokens[name.head] if told else name  # The baker Ivan Petrov to two.
            tokens = with_token(tokens, replace(top, dep="conj", head=verb.index))
            tokens = with_token(tokens, replace(tie, dep="dative", head=name.index))
    return tokens


def _is_count(tokens: tuple[Token, ...], tie: Token) -> bool:
    """Whether a preposition leads to a length of time, or to the bare number of it."""
    noun = next((t for t in tokens if t.head == tie.index and t.dep == "pobj"), None)
    return noun is not None and noun.entity in ("DATE", "CARDINAL") and noun.tag in ("NNS", "CD")


def _is_passive(tokens: tuple[Token, ...], verb: Token) -> bool:
    return verb.tag == "VBN" and any(t.head == verb.index and t.dep == "auxpass" for t in tokens)


def _counts(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Whether it is a number or is told with one: ten, ten guards, dozens."""
    return noun.tag in ("CD", "NNS") or any(t.head == noun.index and t.dep == "nummod" for t in tokens)


GAPPED: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_second_clause, _undergo, _each_a_term)
"""Repairs of clauses that share an auxiliary."""
