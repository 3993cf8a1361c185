"""Who and what is named in a document: gazetteer names, recognised entities, and short forms under the fullest name."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline import gazetteer, knowledge
from pipeline.events.actors.full_names import (
    as_written,
    bare_surnames,
    by_given_name,
    fullest,
    other_spellings,
    share_surnames,
    under_full_name,
    under_longer_body,
)
from pipeline.events.actors.misread import (
    abbreviations,
    aged,
    as_person,
    called_somebody,
    ends_an_office,
    is_name,
    is_office,
    titled_surnames,
    without_common,
    without_makes,
    without_organs,
)
from pipeline.events.actors.namesakes import without_namesakes
from pipeline.events.actors.stance import STANCES
from pipeline.events.actors.unlabelled import before_bracket, unlabelled_body, unlabelled_person
from pipeline.events.lexicon import body_nouns, honorifics
from pipeline.model import Sentence, Span, Token
from pipeline.resources import split

Kind = Literal["person", "body", "place", "state", "people"]

ENTITY_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
ACTOR_KINDS: dict[str, Kind] = {"person": "person", "state": "state", "people": "people"}
STOP = frozenset({"the", "a", "an", "'s", "’s", "of", "“", "”", '"', "'", "’", "(", ")", ",", "-", "—", "–"})


@dataclass(frozen=True, slots=True)
class Name:
    """One place where a name stands: tokens `first` up to, not including, `last` of sentence number `sentence`."""

    name: str
    kind: Kind
    actor_id: str
    sentence: int
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a document, by sentence and token."""

    all: tuple[Name, ...]
    at: dict[tuple[int, int], Name]
    count: Counter[str]
    kinds: dict[str, set[str]]
    """Kinds that each name has somewhere in the document."""

    def is_person(self, name: str) -> bool:
        """Whether the document somewhere calls a person by this name."""
        return "person" in self.kinds.get(name, ())

    def between(self, first: int, last: int) -> tuple[Name, ...]:
        """The names in sentences `first` up to and including `last`."""
        start, end = (bisect_left(self.all, number, key=lambda name: name.sentence) for number in (first, last + 1))
        return self.all[start:end]


SHORT = 3
"""Letters; a country so short is written in capitals only: US, UK, UAE."""


@functools.cache
def countries_by_word() -> dict[str, str]:
    """Adjective, people or name in lower case -> the country's name: belarusian -> Belarus."""
    found: dict[str, str] = {}
    for row in knowledge.demonyms():
        for word in (row.name, *split(row.adjectives), *split(row.people)):
            found[word.lower()] = row.name
    return found


def country_of(word: str) -> str | None:
    """The country that a word means as it is written: US, but neither us nor Us; Belarusian, but not polish."""
    written = word.isupper() if len(word) <= SHORT else word[:1].isupper()
    return countries_by_word().get(word.lower()) if written else None


@functools.cache
def country_codes() -> dict[str, str]:
    """Country name in lower case -> its ISO code."""
    return {row.name.lower(): row.country for row in knowledge.demonyms()}


@functools.cache
def governments() -> dict[str, str]:
    """Capital or seat in lower case -> the country it stands for: moscow -> Russia."""
    return {seat.lower(): row.name for row in knowledge.demonyms() for seat in split(row.capital)}


def find_names(sentences: Sequence[Sentence]) -> Names:
    """Every name in the sentences. Unknown people stand under their fullest form in the document."""
    found = [name for number, sentence in enumerate(sentences) for name in _in_sentence(sentence, number)]
    short = abbreviations(sentences)
    found = [name for name in found if name.actor_id or (name.name not in short and is_name(name.name, name.kind))]
    found = without_makes(sentences, without_common(sentences, without_organs(sentences, found)))
    surnames, ages, called = titled_surnames(sentences), aged(sentences), called_somebody(sentences, found)
    found = [as_person(name, surnames, ages, called) for name in found]
    found = without_namesakes(sentences, found)
    found = other_spellings(share_surnames(sentences, found))
    full = as_written(sentences, found) | fullest(found)
    given = by_given_name(found)
    done = [under_full_name(name, full, given) for name in under_longer_body(sentences, found)]
    done = sorted(done + bare_surnames(sentences, done, full), key=lambda name: (name.sentence, name.first))
    at = {(name.sentence, token): name for name in done for token in range(name.first, name.last)}
    kinds: dict[str, set[str]] = {}
    for name in done:
        kinds.setdefault(name.name, set()).add(name.kind)
    return Names(tuple(done), at, Counter(name.name for name in done), kinds)


def _in_sentence(sentence: Sentence, number: int) -> Iterator[Name]:
    for run in _runs(sentence):
        first, last = _trimmed(sentence.tokens, run[0], before_bracket(sentence.tokens, *run))
        if first < last and (name := _name(sentence, number, first, last)):
            yield name


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Without articles, titles and possessives at the ends."""
    while first < last and tokens[first].text.lower() in STOP:
        first += 1
    while first < last - 1 and tokens[last - 1].pos == "PROPN" and _is_title(tokens[first]):
        first += 1
    while last > first and _not_a_name(tokens[last - 1]):
        last -= 1
    return ends_an_office(tokens, first, last), last


def _is_title(token: Token) -> bool:
    """Mr, Dr; and an office or trade that the recogniser took into a person's name: Minister, Photographer."""
    word = token.text.lower().rstrip(".")
    office = token.entity in ("PERSON", "") and not token.actor_id
    return word in honorifics() or (office and is_office(word))


def _not_a_name(token: Token) -> bool:
    """A word at the end of a recognised name that is none: the possessive, a verb the recogniser took in."""
    return token.text.lower() in STOP or (token.entity == "PERSON" and not token.actor_id and token.text.islower())


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of tokens with one label and one identifier; a demonym by itself counts too."""
    tokens, first = sentence.tokens, 0
    while first < len(tokens):
        token = tokens[first]
        if (last := _body(tokens, first)) > first or (last := _of_two(tokens, first)) > first:
            yield first, last
            first = last
            continue
        labelled = bool(token.actor_id) or token.entity in ENTITY_KINDS
        if (not token.actor_id and (last := unlabelled_person(tokens, first)) > first) or (
            not labelled and (last := unlabelled_body(tokens, first)) > first
        ):
            yield first, last
            first = last
            continue
        last = first + 1
        if labelled:
            while (
                last < len(tokens)
                and (tokens[last].entity, tokens[last].actor_id) == (token.entity, token.actor_id)
                and not (tokens[last].tag == "HYPH" and country_of(token.text))
            ):
                last += 1
        if labelled or country_of(token.text):
            yield first, last
        first = last


def _of_two(tokens: Sequence[Token], first: int) -> int:
    """Polish-Americans: the end of a people of two nations, who are neither state; such talks are of both states."""
    last = first + 3
    parts = tokens[first:last]
    both = len(parts) > 2 and country_of(parts[0].text) and country_of(parts[2].text)
    return last if both and parts[1].tag == "HYPH" and parts[2].tag == "NNPS" else first


def _body(tokens: Sequence[Token], first: int) -> int:
    """The end of a body's name that starts here, of capitalised words and with a noun such as Court at its end."""
    last = first
    while last < len(tokens) and _goes_into_name(tokens[last], opens=last == first):
        last += 1
    while last > first and tokens[last - 1].text.lower() not in body_nouns():
        last -= 1
    known = {token.actor_id for token in tokens[first:last]}
    return last if last - first > 1 and (len(known) > 1 or known == {""}) else first


def _goes_into_name(token: Token, *, opens: bool) -> bool:
    adjective = opens and token.pos == "ADJ" and token.entity == "NORP"
    person = token.entity == "PERSON" and bool(token.actor_id)
    return token.text[:1].isupper() and not token.text.isupper() and (token.pos == "PROPN" or adjective) and not person


def _name(sentence: Sentence, number: int, first: int, last: int) -> Name | None:
    tokens = sentence.tokens[first:last]
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    text = " ".join(token.text for token in tokens).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-")
    if len(tokens) > 1 and tokens[-1].text.lower() in body_nouns() and not tokens[-1].actor_id:
        body = gazetteer.canonical(text)
        return Name(body.name if body else text, "body", body.actor_id if body else "", number, first, last, span)
    known = gazetteer.actor_named(tokens[0].actor_id) if not _of_two(tokens, 0) else None
    if actor := known or _nearly(text, tokens[0].entity):
        return Name(actor.name, ACTOR_KINDS.get(actor.kind, "body"), actor.actor_id, number, first, last, span)
    if country := country_of(text):
        return Name(country, "state", "", number, first, last, span)
    unlabelled: Kind = "person" if unlabelled_person(sentence.tokens, first) == last else "body"
    kind = ENTITY_KINDS.get(tokens[0].entity, unlabelled)
    if kind is None or not any(c.isupper() for c in text) or (kind == "people" and " " in text):
        return None
    if text.lower() in STANCES:
        return None
    return Name(text, kind, "", number, first, last, span)


def _nearly(text: str, entity: str) -> knowledge.Actor | None:
    """A known person whose name is transliterated in another way."""
    return gazetteer.canonical(text) if entity == "PERSON" and " " in text else None
