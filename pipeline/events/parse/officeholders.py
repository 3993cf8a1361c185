"""President of Belarus Alexander Lukashenko: whoever is named right behind an office holds it, and is no part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import with_token
from pipeline.model import Token

_NAMES = frozenset({"NNP", "NNPS"})
_OF = frozenset({"GPE", "ORG", "NORP"})
_TIES = frozenset({"for", "in", "of", "to"})
"""Between an office and where it is held: ambassador to Poland, minister for Europe."""
_HELD = frozenset({"leader", "office", "person", "relation"})
"""Kinds of noun that a person can be."""


def _held(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The person takes the place of the office in the clause; what the office is of ends before the name."""
    for person in tokens:
        found = _office_before(tokens, person)
        if found is None:
            continue
        office, last = found
        for token in tokens:
            of_name = token.index < last.index and token.head == person.index
            behind = token.index > person.index and token.head == office.index
            if of_name:
                tokens = with_token(tokens, replace(token, head=last.index))
            elif behind:
                tokens = with_token(tokens, replace(token, head=person.index))
        tokens = with_token(tokens, replace(last, dep="pobj", head=person.head))
        above = person.index if office.head == office.index else office.head
        tokens = with_token(tokens, replace(person, dep=office.dep, head=above))
        tokens = with_token(tokens, replace(tokens[office.index], dep="nmod", head=person.index))
    return tokens


def _and_the_holder(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova and Latvian President Ivan Petrov signed: both did, and she is no part of his name."""
    for first in tokens:
        holder = tokens[first.head]
        if first.dep != "nmod" or first.entity != "PERSON" or holder.entity != "PERSON" or holder.index < first.index:
            continue
        tie = next((t for t in tokens if t.head == first.index and t.dep == "cc"), None)
        office = next((t for t in tokens if t.head == first.index and t.dep == "conj"), None)
        if tie is None or office is None or not (tie.index < office.index < holder.index and _is_office(office)):
            continue
        above = first.index if holder.head == holder.index else holder.head
        tokens = with_token(
            tokens,
            replace(first, dep=holder.dep, head=above),
            replace(holder, dep="conj", head=first.index),
            replace(office, dep="compound", head=holder.index),
        )
        behind = (t for t in tokens[holder.index + 1 :] if t.head == holder.index and t.dep == "cc")
        for token in behind:
            tokens = with_token(tokens, replace(token, head=first.index))
    return tokens


def _office_before(tokens: Sequence[Token], person: Token) -> tuple[Token, Token] | None:
    """The noun of the office, and the last word of what it is of: "president", "Belarus"; None where none is named."""
    if person.dep != "pobj" or person.entity not in ("PERSON", "") or person.tag not in _NAMES:
        return None
    start = person.index
    while start and tokens[start - 1].entity == person.entity and tokens[start - 1].tag in _NAMES:
        start -= 1
    last = tokens[start - 1] if start else person
    # A name that the model did not know is one where a known place or body ends right before two capital words.
    known = person.entity == "PERSON" or (last.entity in _OF and start < person.index)
    if not known or last.head != person.index or last.tag not in _NAMES or _is_office(last):
        return None
    tie = tokens[person.head]
    while tie.dep == "prep":
        noun = tokens[tie.head]
        if tie.text.lower() in _TIES and _is_office(noun) and noun.index == tie.index - 1:
            return noun, last
        tie = tokens[noun.head] if noun.dep == "pobj" else noun
    return None


def _is_office(token: Token) -> bool:
    return any(row.kind in _HELD for row in lexicon.role_nouns().get(token.lemma.lower(), ()))


def _each_held(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Presidents of Russia and Belarus Putin and Lukashenko met: the two named hold the two offices, and met."""
    for person in tokens:
        land = tokens[person.head]
        if person.dep != "conj" or person.entity != "PERSON" or land.entity not in _OF or land.dep != "pobj":
            continue
        offices = tokens[tokens[land.head].head]
        last = max((t for t in tokens[land.index : person.index] if t.entity in _OF), key=lambda t: t.index)
        named = all(t.entity == "PERSON" for t in tokens[last.index + 1 : person.index])
        if last == land or not named or offices.tag != "NNS" or not _is_office(offices):
            continue
        for token in tokens[person.index :]:
            if token.head == offices.index:
                tokens = with_token(tokens, replace(token, head=offices.head))
        tokens = with_token(tokens, replace(last, dep="conj", head=land.index))
        tokens = with_token(tokens, replace(person, dep=offices.dep, head=offices.head))
        tokens = with_token(tokens, replace(offices, dep="nmod", head=person.index))
    return tokens


def _of_the_front(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """At talks with its president, A, premier B said: A is the president of the front, and B said it alone."""
    for subject in tokens:
        if subject.dep != "nsubj" or subject.entity != "PERSON":
            continue
        joined = [t for t in tokens if t.head == subject.index]
        conjuncts = [t for t in joined if t.dep == "conj" and t.entity == "PERSON"]
        if len(conjuncts) != 1:
            continue
        first = min([subject.index, *(t.index for t in joined if t.dep == "compound")])
        office = _office_in_front(tokens, first, subject.head)
        if office is None or any(t.dep == "cc" for t in joined):
            continue
        tokens = with_token(tokens, replace(conjuncts[0], dep="nsubj", head=subject.head))
        tokens = with_token(tokens, replace(subject, dep="appos", head=office.index))
    return tokens


def _office_in_front(tokens: Sequence[Token], first: int, verb: int) -> Token | None:
    """The office right before a comma and a name, in a phrase put in front of the clause of a verb."""
    if first < 2 or tokens[first - 1].text != ",":
        return None
    at = tokens[first - 2]
    while at.dep in ("pobj", "prep") and at.head != verb:
        if at.dep == "pobj" and _is_office(at):
            return at
        at = tokens[at.head]
    return None


OFFICEHOLDERS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_held, _each_held, _and_the_holder)
"""Repairs of a name right behind the office of its bearer."""

IN_FRONT: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (_of_the_front,)
"""Repairs of the same in a phrase before the clause, once the clause has a subject."""
