"""Cells of the tables: what columns hold, and back. The one place where half-open intervals become inclusive days.

An interval that is open on both sides says no more than none at all, and comes back as None.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from pipeline.calendar.interval import Interval, days, from_iso
from pipeline.model import Candidate, Span, Step, Trace

TableRow = dict[str, Any]
"""Column by name; the columns are those of data/schema."""
SHORT = 64
"""Characters; `shared` leaves longer texts alone, since they are seldom equal."""


def shared(row: TableRow, known: dict[str, str]) -> TableRow:
    """The row with equal short texts as one object each: names and labels come back in every row."""

    def one(cell: object) -> object:
        if isinstance(cell, str):
            return known.setdefault(cell, cell) if len(cell) < SHORT else cell
        return [one(part) for part in cell] if isinstance(cell, list) else cell

    return {name: one(cell) for name, cell in row.items()}


def trace_json(steps: Trace) -> str:
    """A trace as the text of its json column."""
    return as_json([dataclasses.asdict(step) for step in steps])


def trace(cell: str) -> Trace:
    """The trace that a json column holds."""
    return tuple(Step(**step) for step in json.loads(cell))


def candidate_cells(candidate: Candidate) -> TableRow:
    """One date that sources give an event, as its json column holds it."""
    start, end = candidate.interval.iso() if candidate.interval else (None, None)
    ids, outlets = list(candidate.mention_ids), list(candidate.outlets)
    return {"date_start": start, "date_end": end, "mention_ids": ids, "outlets": outlets}


def candidate(cells: TableRow) -> Candidate:
    """The same, read back."""
    interval = from_iso(cells["date_start"], cells["date_end"])
    return Candidate(interval, tuple(cells["mention_ids"]), tuple(cells["outlets"]))


def plain(record: object, names: str) -> TableRow:
    """Fields of a record, named with spaces between, as they are."""
    return {name: getattr(record, name) for name in names.split()}


def lists(record: object, names: str) -> TableRow:
    """Fields of a record that hold several values, as lists."""
    return {name: list(getattr(record, name)) for name in names.split()}


def take(row: TableRow, names: str) -> dict[str, Any]:
    """Cells of a row as they are; what `plain` made, read back."""
    return {name: row[name] for name in names.split()}


def tuples(row: TableRow, names: str) -> dict[str, Any]:
    """Cells of a row as tuples; what `lists` made, read back."""
    return {name: tuple(row[name]) for name in names.split()}


def dates(interval: Interval | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of an interval, both inclusive, None where open or unknown."""
    return (interval.first_day, interval.last_day) if interval else (None, None)


def interval(first: dt.date | None, last: dt.date | None) -> Interval | None:
    """The interval of a first and a last day."""
    return None if first is None and last is None else days(first, last)


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """Where a span starts and ends, in Unicode code points."""
    return (span.start, span.end) if span else (None, None)


def span(start: int | None, end: int | None) -> Span | None:
    """The span between two offsets."""
    return None if start is None or end is None else Span(start, end)


def as_json(value: object) -> str:
    """The text of a json column."""
    return json.dumps(value, ensure_ascii=False)
