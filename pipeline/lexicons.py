"""Words under data/lexicons that more than one stage reads: event words with their type, time words, numbers."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

from pipeline.resources import Row, table


class EventType(Row):
    """A word that names an event, its PLOVER type (or ours) and mode. `needs`: one of these must stand with it."""

    lemma: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    event_type: str
    mode: str | None = None
    needs: str = ""
    example: str
    counterexample: str = ""


class ShownType(Row):
    """A type and mode by which the rules know an event, and the type under which readers know it: a verdict is dated
    and told as a punishment is, and shown as coercion."""

    event_type: str
    mode: str
    shown: str
    example: str
    """Shown as `shown`."""
    counterexample: str
    """Shown as `event_type`."""


class TimeWord(Row):
    """A word or phrase in lower case. Rows with `capital` "yes" count only when written with a capital letter, those
    with "no" only without one."""

    word: str
    symbol: str
    value: str = ""
    capital: Literal["yes", "no", ""] = ""
    example: str = ""
    """A text in which a temporal expression holds the word."""
    counterexample: str = ""
    """A text in which it means something else and no expression is found."""


def event_type_rows() -> tuple[EventType, ...]:
    """Rows of event_types.csv."""
    return table("lexicons/en/event_types.csv", EventType)


def shown_type(event_type: str, mode: str | None) -> str:
    """The type under which an event of this type and mode is shown."""
    found = (row.shown for row in shown_types() if (row.event_type, row.mode) == (event_type, mode))
    return next(found, event_type)


def type_of_shown(shown: str, mode: str | None) -> str:
    """The type by which the rules know an event that is shown so."""
    found = (row.event_type for row in shown_types() if (row.shown, row.mode) == (shown, mode))
    return next(found, shown)


def shown_types() -> tuple[ShownType, ...]:
    """Rows of shown_types.csv."""
    return table("lexicons/en/shown_types.csv", ShownType)


@functools.cache
def ordinals() -> Mapping[str, int]:
    """Ordinals in words, first -> 1."""
    rows = table("lexicons/en/numbers.csv", TimeWord)
    return {row.word: int(row.value) for row in rows if row.symbol == "ORD"}


@functools.cache
def cardinals() -> Mapping[str, float]:
    """Numbers in words, two -> 2, and the articles, which are one."""
    rows = table("lexicons/en/numbers.csv", TimeWord)
    return {row.word: float(row.value) for row in rows if row.symbol == "CARD"} | {"a": 1.0, "an": 1.0}


@functools.cache
def scales() -> Mapping[str, float]:
    """Words that multiply a number, thousand -> 1000."""
    rows = table("lexicons/en/numbers.csv", TimeWord)
    return {row.word: float(row.value) for row in rows if row.symbol == "SCALE"}


@functools.cache
def units() -> frozenset[str]:
    """Units of time in words, in the singular."""
    return frozenset(row.word for row in table("lexicons/en/units.csv", TimeWord) if row.word == row.value)
