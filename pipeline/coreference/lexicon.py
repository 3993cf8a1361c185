"""Which event types and which lemmas can speak of one event: data/lexicons/en/coreference_*.csv."""

from __future__ import annotations

import functools
import re
from typing import Literal

from pipeline.resources import Row, split, table

STEM = 5
"""Lemmas outside the lexicon are alike when they share this many first letters and one ends there or soon after."""


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


class LightVerb(Row):
    """A verb that leaves the meaning to its noun: data/lexicons/en/support_verbs.csv."""

    lemma: str
    example: str
    counterexample: str = ""


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
    words = (word for word in re.findall(r"\w+", title.lower()) if not light(word) and not light(word.rstrip("s")))
    return next((word for word in words if word in _groups()), lemma)


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
