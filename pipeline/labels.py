"""What the reader calls things: labels for event types, factualities and granularities, read from data/display."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, table


class EventTypeLabel(Row):
    """How an event type is called on screen; `group` is its family in the chooser."""

    event_type: str
    label: str
    group: str


class FactualityLabel(Row):
    """How a factuality is called, which mark draws it, and what the legend teaches about it."""

    factuality: str
    label: str
    symbol: str
    """Plotly marker symbol; every factuality has another shape, so that colour is never needed to tell them."""
    meaning: str


class GranularityLabel(Row):
    """How fine a date is, in words; `order` counts from fine to coarse."""

    granularity: str
    label: str
    order: int


class BlockLabel(Row):
    """What a kind of block is called, and its role: the article's own text, beside it, or outside of it."""

    block: str
    label: str
    role: Literal["article", "beside", "outside"]


class AgreementLabel(Row):
    """How the agreement of the sources on a date is called."""

    agreement: str
    label: str


def factualities() -> tuple[FactualityLabel, ...]:
    """Rows of data/display/factualities.csv, surest first."""
    return table("display/factualities.csv", FactualityLabel)


UNKNOWN_FACTUALITY = FactualityLabel(
    factuality="",
    label="Certainty not known",
    symbol="hexagon-open",
    meaning="The store names a certainty that this version of the program does not know",
)
"""Drawn last, and only where there is one: another version of the program may have made the store."""


def fact_number(code: str) -> int:
    """The place of a factuality among `factualities`; that of UNKNOWN_FACTUALITY comes after all of them."""
    known = [row.factuality for row in factualities()]
    return known.index(code) if code in known else len(known)


def granularities() -> tuple[GranularityLabel, ...]:
    """Rows of data/display/granularities.csv, finest first."""
    return table("display/granularities.csv", GranularityLabel)


def event_types() -> tuple[EventTypeLabel, ...]:
    """Rows of data/display/event_types.csv, in the order of the chooser."""
    return table("display/event_types.csv", EventTypeLabel)


def agreements() -> tuple[AgreementLabel, ...]:
    """Rows of data/display/agreements.csv."""
    return table("display/agreements.csv", AgreementLabel)


@functools.cache
def _types() -> dict[str, str]:
    return {row.event_type: row.label for row in table("display/event_types.csv", EventTypeLabel)}


@functools.cache
def _factualities() -> dict[str, str]:
    return {row.factuality: row.label for row in factualities()}


def event_type(code: str) -> str:
    """The label of an event type; a type this table does not know yet is shown by its code."""
    return _types().get(code, code.replace("_", " ").capitalize())


def factuality(code: str) -> str:
    """The label of a factuality."""
    return _factualities().get(code, code.capitalize())


@functools.cache
def _blocks() -> dict[str, BlockLabel]:
    return {row.block: row for row in table("display/blocks.csv", BlockLabel)}


@functools.cache
def _agreements() -> dict[str, str]:
    return {row.agreement: row.label for row in table("display/agreements.csv", AgreementLabel)}


def block(kind: str) -> BlockLabel:
    """What a kind of block is called and whether it belongs to the article."""
    return _blocks()[kind]


def agreement(code: str) -> str:
    """The label of an agreement."""
    return _agreements().get(code, code.capitalize())
