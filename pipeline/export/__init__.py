"""Events to files. EXPORTERS lists the formats; a new one is a module with `write` and one line here.

The command-line choice and the download buttons follow from the tuple. Every export states its filters, its count, and
how many events it left out and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.export import csv, jsonl
from pipeline.export.statement import EventRow, Statement, select


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: how it is called, what its files end in, its media type, and who writes it."""

    name: str
    label: str
    suffix: str
    mime: str
    needs_date: bool
    write: Callable[[Sequence[EventRow], BinaryIO, Statement], None]


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("csv", "CSV", ".csv", "text/csv", needs_date=False, write=csv.write),
    Exporter("jsonl", "JSON Lines", ".jsonl", "application/x-ndjson", needs_date=False, write=jsonl.write),
)


class ExportError(ValueError):
    """The format is not one of EXPORTERS; the message lists them."""


def exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        ExportError: when there is none.
    """
    for each in EXPORTERS:
        if each.name == name:
            return each
    raise ExportError(f"no format {name!r}; choose one of {', '.join(each.name for each in EXPORTERS)}")


def export(
    events: Iterable[EventRow],
    out: BinaryIO,
    chosen: Exporter,
    *,
    filters: Sequence[str] = (),
    off_timeline: bool = False,
) -> Statement:
    """Write the events to `out` and return what the file says about itself.

    Args:
        events: rows of the event table that pass the filters.
        out: a binary file, left open.
        chosen: one of EXPORTERS.
        filters: what was filtered, in words, for the statement.
        off_timeline: write also the events that an analyst would not plot.
    """
    kept, statement = select(events, filters=filters, needs_date=chosen.needs_date, off_timeline=off_timeline)
    chosen.write(kept, out, statement)
    return statement


__all__ = ["EXPORTERS", "EventRow", "ExportError", "Exporter", "Statement", "export", "exporter", "select"]
