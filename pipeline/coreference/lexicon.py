"""Which event types and which lemmas can speak of one event: data/lexicons/en/coreference_*.csv."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from pipeline.resources import Row, split, table

STEM = 5
"""Lemmas outside the lexicon are alike when they share this many first letters and one ends there or soon after."""


STEM_OF_LIGHT = 3
"""Letters of a light verb that its forms in a title share."""


class LemmaGroup(Row):
    """Lemmas that name one kind of happening, verb and noun alike."""

    group: str
    lemmas: str
    apart: int = 0
    """Days within which this does not befall one person twice; 0 when it may."""
    example: str
    counterexample: str


class TypeFamily(Row):
    """What joining mentions of an event type takes.

    `sides` equal: who is doer and who is target is a matter of wording (a meeting). `once`: happens once to its target
    (a death). `spoken`: the event is an utterance and belongs to its speaker. `alone`: so few take place that a shared
    day says enough (an election), whoever is named.
    """

    event_type: str
    family: str
    sides: Literal["equal", "doer and target"]
    once: Literal["yes", "no"]
    spoken: Literal["yes", "no"]
    alone: Literal["yes", "no"]


class ModeMeaning(Row):
    """What lemmas of one mode say: found guilty, handed two years and jailed for them are words for one sentence."""

    mode: str
    lemmas: str
    meaning: str
    example: str
    counterexample: str


class LightVerb(Row):
    """A verb that leaves the meaning to its noun: data/lexicons/en/support_verbs.csv."""

    lemma: str
    example: str
    counterexample: str = ""


class ReportingVerb(Row):
    """A verb of saying: data/lexicons/en/reporting_verbs.csv; its other columns are the event stage's."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    lemma: str


class FunctionWords(Row):
    """Words of grammar: a preposition ends what a verb governs; none of them says what a title is about."""

    class_: Annotated[str, Field(alias="class")]
    words: str
    example: str
    counterexample: str


_UNKNOWN = TypeFamily(event_type="", family="other", sides="doer and target", once="no", spoken="no", alone="no")


@functools.cache
def _groups() -> dict[str, str]:
    rows = table("lexicons/en/coreference_lemmas.csv", LemmaGroup)
    return {lemma: row.group for row in rows for lemma in split(row.lemmas)}


@functools.cache
def _families() -> dict[str, TypeFamily]:
    return {row.event_type: row for row in table("lexicons/en/coreference_types.csv", TypeFamily)}


@functools.cache
def _apart() -> dict[str, int]:
    rows = table("lexicons/en/coreference_lemmas.csv", LemmaGroup)
    return {row.group: row.apart for row in rows if row.apart}


@functools.cache
def _light() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/support_verbs.csv", LightVerb))


def light(lemma: str) -> bool:
    """Whether the lemma says little without its noun: "take", "give"."""
    return lemma.lower() in _light() and lemma.lower() not in _groups()


def meaning(lemma: str, title: str) -> str:
    """The lemma that says what happened: of a light verb, the first word of the title that the lexicon knows.

    >>> meaning("take", "The governor takes the oath"), meaning("arrest", "Police arrest a writer")
    ('oath', 'arrest')
    """
    if not light(lemma):
        return lemma
    words = re.findall(r"\w+", title.lower())
    verb = next((at for at, word in enumerate(words) if word.startswith(lemma.lower()[:STEM_OF_LIGHT])), len(words))
    governed = (*_head(words[verb + 1 :]), *_head(words[:verb]))
    return next((noun for word in governed if (noun := _listed(word))), lemma)


def meaning_in_mode(lemma: str, mode: str | None) -> str | None:
    """What the lemma says when it tells of an event of this mode; None when the mode adds nothing."""
    return _modes().get((mode or "", lemma.lower()))


@functools.cache
def _modes() -> dict[tuple[str, str], str]:
    rows = table("lexicons/en/coreference_modes.csv", ModeMeaning)
    return {(row.mode, lemma): row.meaning for row in rows for lemma in split(row.lemmas)}


def _head(words: Sequence[str]) -> Iterator[str]:
    """The words up to the first preposition."""
    return itertools.takewhile(lambda word: word not in function_words("preposition"), words)


def _listed(word: str) -> str | None:
    """The word as the lexicon lists it, without the ending of the plural; None when the lexicon does not."""
    return next((form for form in (word, word.removesuffix("s")) if form in _groups()), None)


@functools.cache
def function_words(*classes: str) -> frozenset[str]:
    """The words of grammar of these classes; of all classes when none is named."""
    rows = table("lexicons/en/coreference_function_words.csv", FunctionWords)
    return frozenset(word for row in rows if not classes or row.class_ in classes for word in split(row.words))


@functools.cache
def says(lemma: str) -> bool:
    """Whether the lemma, verb or noun, is one of many ways to say something: "announce", "statement"."""
    return lemma.lower() in _reporting() or any(kind(lemma) == kind(verb) for verb in _reporting() if verb in _groups())


@functools.cache
def _reporting() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/reporting_verbs.csv", ReportingVerb))


def apart(lemma: str) -> int:
    """Days within which what the lemma says does not befall one person twice; 0 when it may."""
    return _apart().get(kind(lemma), 0)


def family(event_type: str) -> TypeFamily:
    """The family of an event type; a type the lexicon does not know stands alone under its own name."""
    return _families().get(event_type) or _UNKNOWN.model_copy(update={"event_type": event_type, "family": event_type})


@functools.cache
def kind(lemma: str) -> str:
    """What lemmas of one happening have in common: the group of the lexicon, else the first letters.

    >>> kind("murder") == kind("killing"), kind("deportation") == kind("deport")
    (True, True)
    """
    lowered = lemma.lower()
    return _groups().get(lowered) or f"{lowered[:STEM]}-"


@functools.cache
def alike(one: str, other: str) -> bool:
    """Whether two lemmas can name one happening."""
    one, other = one.lower(), other.lower()
    if one == other:
        return True
    if one in _groups() or other in _groups():
        return _groups().get(one) == _groups().get(other)
    short, long = sorted((one, other), key=len)
    return len(short) >= STEM and long.startswith(short[: max(STEM, len(short) - 1)])
