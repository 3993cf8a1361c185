"""What the reader calls things: labels for event types, factualities and granularities, read from data/display."""

from __future__ import annotations

import functools

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


def factualities() -> tuple[FactualityLabel, ...]:
    """Rows of data/display/factualities.csv, surest first."""
    return table("display/factualities.csv", FactualityLabel)


def granularities() -> tuple[GranularityLabel, ...]:
    """Rows of data/display/granularities.csv, finest first."""
    return table("display/granularities.csv", GranularityLabel)


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
