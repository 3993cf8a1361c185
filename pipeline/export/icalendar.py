"""iCalendar (RFC 5545, with NAME and DESCRIPTION of RFC 7986): one all-day VEVENT an event, for calendars.

An event that happened on some day within a stretch takes the whole stretch and is TENTATIVE, as is all that is not
told as fact, has several dates or an open one; only what is left is CONFIRMED. No event makes anybody busy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from icalendar import Calendar, Event

from pipeline import labels, words
from pipeline.export import sources
from pipeline.export.needs import located
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import days, facts, heading, line

STAMP = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""DTSTAMP must be there, and the same events must give the same file, so it is no reading of a clock."""


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write one calendar; every event has a date."""
    calendar = Calendar()
    about = line(statement.sentence)
    for name, value in {
        "prodid": "-//event-timeline//export//EN",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "name": "Event timeline",
        "x-wr-calname": "Event timeline",
        "description": about,
        "x-wr-caldesc": about,
    }.items():
        calendar.add(name, value)
    for event in events:
        calendar.add_component(_entry(event))
    out.write(calendar.to_ical())


def _entry(event: EventRow) -> Event:
    entry = Event()
    entry.add("uid", f"{event['event_id']}@event-timeline")
    entry.add("dtstamp", STAMP)
    start, end = days(event)
    entry.add("dtstart", start)
    # DTEND is the first day after; the calendar of the library ends with the year 9999.
    entry.add("dtend", min(end, dt.date.max - dt.timedelta(1)) + dt.timedelta(1))
    entry.add("summary", heading(event))
    entry.add("description", "\n".join(_described(event)))
    for passage in sources.told(event)[:1]:
        if url := sources.address(passage):
            entry.add("url", url)
    entry.add("categories", [labels.event_type(event["event_type"])])
    entry.add("status", "CONFIRMED" if _is_firm(event) else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if event["locations"]:
        entry.add("location", line(words.listed([*event["locations"]], most=8)))
    for place in located(event)[:1]:
        entry.add("geo", (place.latitude, place.longitude))
    return entry


def _described(event: EventRow) -> Iterator[str]:
    """Its facts a line each, then what articles say, each over its article."""
    yield from (f"{label}: {text}" for label, text in [("When", _when(event)), *facts(event)])
    for passage in sources.told(event):
        yield f"\n{line(passage['text'])}\n{' '.join([sources.cited(passage), sources.address(passage)]).strip()}"


def _when(event: EventRow) -> str:
    return f"{words.happened(event)} (EDTF {event['edtf']})" if event["edtf"] else words.happened(event)


def _is_firm(event: EventRow) -> bool:
    """Told as fact, and on one day or through a stretch that it filled, without another date beside it."""
    exact = event["date_start"] == event["date_end"] or words.is_lasting(event["edtf"])
    return bool(exact and event["factuality"] == "asserted" and event["agreement"] != "conflicting")
