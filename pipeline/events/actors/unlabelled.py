"""Names that the recogniser missed or took for works of art: people who act, suffer or are somebody who; bodies."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.events.actors.given_names import given_names
from pipeline.events.lexicon import body_nouns, event_types, media_nouns, role_nouns
from pipeline.model import Token

MISSED = frozenset({"", "PERSON", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
"""Labels under which a person's name may hide."""
LEGAL = frozenset({"COERCE", "SANCTION", "ACCUSE"})
"""Kinds of event whose object is a person."""
MOST = 3
"""Words of a person's name."""


def unlabelled_person(tokens: Sequence[Token], first: int) -> int:
    """The end of two or three capitalised proper nouns that a person's place in the sentence makes a person's name."""
    labels = {*MISSED, tokens[first].entity} if tokens[first].text in given_names() else MISSED
    last = first
    while last < len(tokens) and _may_go_in(tokens[last], MISSED if last > first else labels):
        last += 1
    named = 2 <= last - first <= MOST and not any(t.text.isupper() for t in tokens[first:last])
    named = named and tokens[last - 1].lemma.lower() not in role_nouns()  # The High Commissioner.
    return last if named and _is_of_person(tokens, tokens[last - 1]) else first


def unlabelled_body(tokens: Sequence[Token], first: int) -> int:
    """The end of a capitalised name right behind the noun that says what body it is: the regulator Glavnadzor."""
    if first == 0 or tokens[first - 1].tag not in ("NN", "NNS") or not _may_go_in(tokens[first], frozenset({""})):
        return first
    noun = tokens[first - 1]
    words = {noun.lemma.lower(), noun.text.lower()}
    if not words & (body_nouns() | media_nouns()):
        return first
    last = first
    while last < len(tokens) and _may_go_in(tokens[last], frozenset({""})):
        last += 1
    beside = tokens[last - 1].dep == "appos" or noun.head in range(first, last)
    return last if beside else first


def _may_go_in(token: Token, labels: Collection[str]) -> bool:
    return token.pos == "PROPN" and token.entity in labels and not token.actor_id and token.text[:1].isupper()


def _is_of_person(tokens: Sequence[Token], head: Token) -> bool:
    """Whether a name is a verb's subject, is followed by "who", or is what the law is done to."""
    above = tokens[head.head]
    given = any(t.head == head.index and t.text in given_names() for t in tokens[: head.index])
    if head.entity in ("", "PERSON") and not (given and head.dep == "dobj"):
        return (head.dep in ("nsubj", "nsubjpass") and above.pos == "VERB") or _holds_office(tokens, head)
    if any(t.text.lower() == "who" and tokens[t.head].head == head.index for t in tokens[head.index + 1 :]):
        return True
    titled = any(t.head == head.index and t.lemma.lower() in role_nouns() for t in tokens[: head.index])
    kinds = {row.event_type for row in event_types().get((above.lemma.lower(), "VERB"), ())}
    return titled or (head.dep in ("dobj", "nsubjpass") and bool(kinds & LEGAL))


def _holds_office(tokens: Sequence[Token], head: Token) -> bool:
    """Representative of the Foreign Ministry Oleg Nikolenko: a name right behind what the office is of."""
    tie = tokens[head.head]
    office = tokens[tie.head]
    known = any(t.entity in ("ORG", "GPE", "NORP") and t.tag == "NNP" for t in tokens if t.head == head.index)
    held = any(row.kind in ("office", "person", "leader") for row in role_nouns().get(office.lemma.lower(), ()))
    return head.dep == "pobj" and tie.dep == "prep" and known and held and office.index == tie.index - 1


def before_bracket(tokens: Sequence[Token], first: int, last: int) -> int:
    """The Bureau of Inquiry (BOI): where the name ends into which its short form in brackets was taken."""
    return next((i for i in range(first + 1, last) if tokens[i].text == "("), last)
