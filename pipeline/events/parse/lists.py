"""Members of a list that the parser gives to the wrong word: verbs of a relative clause, a noun behind a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.model import Token


def _of_the_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """She was cut in the blast, which damaged one house, shattered a second and toppled a third: the blast did all."""
    for token in tokens[1:]:
        main = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or main.tag != "VBN" or tokens[token.index - 1].text != ",":
            continue
        passive = any(t.head == main.index and t.dep == "auxpass" for t in tokens)
        own = any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        relative = [t for t in tokens[main.index : token.index] if t.dep == "relcl" and t.tag == "VBD"]
        which = relative and any(t.head == relative[-1].index and t.tag == "WDT" for t in tokens)
        if passive and not own and which:
            tokens = with_token(tokens, replace(token, head=relative[-1].index))
    return tokens


def _behind_a_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Trucks left on Tuesday and cargo was unloaded: the cargo is no second Tuesday."""
    for day in tokens:
        noun = tokens[day.head]
        before = tokens[noun.head]
        if day.entity not in ("DATE", "TIME") or noun.dep != "pobj" or noun.index < day.index or noun.entity == "DATE":
            continue
        joined = any(t.dep == "cc" for t in tokens[day.index + 1 : noun.index])
        verb = next((t for t in tokens[noun.index + 1 :] if t.dep == "conj" and t.tag in ("VBD", "VBN", "VBZ")), None)
        if before.index != day.index - 1 or not joined or verb is None or noun.head == verb.head:
            continue
        passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
        if any(t.head == verb.index and t.dep in SUBJECTS for t in tokens):
            continue
        tokens = with_token(tokens, replace(day, dep="pobj", head=before.index))
        tokens = with_token(tokens, replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index))
    return tokens


def _objects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Damaged its tracks, the network and three cars: one list; behind a colon the second explains the first."""
    for other in (t for t in tokens if t.dep == "dobj"):
        first = next((t for t in tokens[: other.index] if t.head == other.head and t.dep == "dobj"), None)
        if first is None:
            continue
        start, _ = stretch(tokens, other.index)
        mark = tokens[start - 1]
        listed = mark.text == "," and any(t.head == other.index and t.dep == "conj" for t in tokens)
        explains = mark.text == "," and any(t.head == other.index and t.text.lower() in ("a", "an") for t in tokens)
        if listed or explains or mark.text == ":":
            tokens = with_token(tokens, replace(other, dep="conj" if listed else "appos", head=first.index))
            tokens = with_token(tokens, replace(mark, head=first.index))
    return tokens


def _beside_the_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Released Anna Orlova and over 100 others: a noun goes with the object right before "and", not with the verb."""
    for other in tokens:
        verb = tokens[other.head]
        if other.dep != "conj" or other.pos not in ("NOUN", "PROPN") or verb.pos != "VERB" or other.index < verb.index:
            continue
        tie = tokens[stretch(tokens, other.index)[0] - 1]
        first = next((t for t in tokens if t.head == verb.index and t.dep == "dobj" and t.index < tie.index), None)
        if tie.dep == "cc" and tie.head == verb.index and first and stretch(tokens, first.index)[1] == tie.index - 1:
            tokens = with_token(tokens, replace(other, head=first.index))
            tokens = with_token(tokens, replace(tie, head=first.index))
    return tokens


def _second_named(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Organiser Orlova and lawyer Petrov were charged: the second name explains the second noun, not the first."""
    for name in (t for t in tokens if t.dep == "appos" and t.pos == "PROPN" and t.index > 0):
        noun = tokens[name.index - 1]
        first = tokens[noun.head]
        if noun.dep != "conj" or noun.pos != "NOUN" or first.dep != "appos" or first.head != name.head:
            continue
        tokens = with_token(tokens, replace(name, dep="conj", head=first.index))
        tokens = with_token(tokens, replace(noun, dep="compound", head=name.index))
    return tokens


def _second_alike(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Found them guilty of theft and of hitting a guard: the second "of" goes with the first, not with them."""
    for tie in tokens[1:-1]:
        second = tokens[tie.index + 1]
        alike = second.dep == "prep" or (second.dep == "conj" and tokens[second.head].pos != second.pos == "ADP")
        if tie.dep != "cc" or not alike or tie.head != second.head or second.head >= tie.index:
            continue
        before = [t for t in tokens[second.head + 1 : tie.index] if t.dep == "prep" and t.text == second.text]
        first = before[-1] if before else None
        other = first is not None and (first.head != second.head or second.dep == "conj")
        if first is not None and other and stretch(tokens, first.index)[1] == tie.index - 1:
            moved = replace(tie, head=first.index), replace(second, dep="conj", head=first.index)
            tokens = with_token(tokens, *moved)
    return tokens


LISTS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _of_the_relative,
    _behind_a_day,
    _objects,
    _beside_the_object,
    _second_named,
    _second_alike,
)
"""Repairs of lists."""
