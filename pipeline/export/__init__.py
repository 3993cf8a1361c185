"""Events to files. EXPORTERS lists the formats; a new one is a module with `write` and one line here.

The command-line choice and the download buttons follow from the tuple. Every export states its filters, its count, and
how many events it left out and why: in the file, or beside it where the format has no place for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.export import csv, csvw, geojson, html, icalendar, jsonl, markdown, markwhen, parquet, timelinejs
from pipeline.export.needs import DATE, PLACE, Need
from pipeline.export.passages import quoted
from pipeline.export.selection import select
from pipeline.export.statement import EventRow, Statement

Quote = Callable[[Sequence[EventRow]], list[EventRow]]
"""Attaches the articles' own words to events, as `quoted` does."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: how it is called, what its files end in, its media type, what it is for, and who writes it."""

    name: str
    label: str
    suffix: str
    mime: str
    purpose: str
    write: Callable[[Sequence[EventRow], BinaryIO, Statement], None]
    needs: tuple[Need, ...] = ()
    """What it asks of an event; the others are left out, and said to be."""
    most: int | None = None
    """The most events it holds."""
    quotes: bool = False
    """Whether it shows the articles' own words."""
    silent: bool = False
    """Whether the file itself has no place for its filters and its count; they are said beside it."""


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("csv", "CSV", ".csv", "text/csv", "spreadsheets", csv.write, quotes=True, silent=True),
    Exporter(
        "csvw",
        "CSV + notes",
        ".zip",
        "application/zip",
        "sharing and archiving",
        csvw.write,
        quotes=True,
    ),
    Exporter("jsonl", "JSON Lines", ".jsonl", "application/x-ndjson", "programs", jsonl.write),
    Exporter("parquet", "Parquet", ".parquet", "application/vnd.apache.parquet", "data frames", parquet.write),
    Exporter("html", "Web page", ".html", "text/html", "reading offline", html.write, most=html.MOST, quotes=True),
    Exporter("markdown", "Markdown", ".md", "text/markdown", "notes and drafts", markdown.write, quotes=True),
    Exporter("icalendar", "iCalendar", ".ics", "text/calendar", "calendars", icalendar.write, (DATE,), quotes=True),
    Exporter(
        "timelinejs",
        "TimelineJS",
        ".json",
        "application/json",
        "a story on a site",
        timelinejs.write,
        (DATE,),
        quotes=True,
    ),
    Exporter("markwhen", "Markwhen", ".mw", "text/plain", "writing on", markwhen.write, (DATE,), quotes=True),
    Exporter("geojson", "GeoJSON", ".geojson", "application/geo+json", "maps", geojson.write, (PLACE,), quotes=True),
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
    raise ExportError(f"there is no format “{name}”; choose one of {', '.join(each.name for each in EXPORTERS)}")


def export(
    events: Iterable[EventRow],
    out: BinaryIO,
    chosen: Exporter,
    *,
    filters: Sequence[str] = (),
    off_timeline: bool = False,
    beside: Sequence[tuple[str, int]] = (),
    quote: Quote | None = None,
) -> Statement:
    """Write the events to `out` and return what the file says about itself.

    Args:
        events: rows of the event table that pass the filters.
        out: a binary file, left open.
        chosen: one of EXPORTERS.
        filters: what was filtered, in words, for the statement.
        off_timeline: write also the events that an analyst would not plot.
        beside: (reason, count) of events that the caller has left out already.
        quote: attaches the articles' own words, for the formats that show them.
    """
    kept, statement = select(
        events, filters=filters, needs=chosen.needs, most=chosen.most, off_timeline=off_timeline, beside=beside
    )
    chosen.write(quote(kept) if quote and chosen.quotes else kept, out, statement)
    return statement


__all__ = ["EXPORTERS", "EventRow", "ExportError", "Exporter", "Statement", "export", "exporter", "quoted", "select"]
