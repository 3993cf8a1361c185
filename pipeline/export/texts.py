"""Text of articles as files can hold it: valid UTF-8, and no control characters where a format forbids them."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from pipeline import labels, words
from pipeline.export.statement import EventRow
from pipeline.store import schema

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def valid(text: str) -> str:
    """The text with halves of surrogate pairs, which UTF-8 cannot write, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """The text without control characters, its line breaks kept."""
    return valid(_CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(plain(text).split())


def cell(value: object, column: schema.Column) -> Any:
    """A cell of the event table as JSON holds it: days as ISO text, json columns as what they stand for."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.loads(str(value)) if column.type == "json" else value


def days(event: EventRow) -> tuple[dt.date, dt.date]:
    """First and last day for formats without open ends: an open side stands at the day that is known."""
    start, end = event["date_start"] or event["date_end"], event["date_end"] or event["date_start"]
    return start, end


def heading(event: EventRow) -> str:
    """The title on one line; where a side of the date is open, after the words that say so."""
    is_open = (event["date_start"] is None) != (event["date_end"] is None)
    return f"{words.capital(words.happened(event))}: {line(event['title'])}" if is_open else line(event["title"])


def facts(event: EventRow) -> list[tuple[str, str]]:
    """What the formats for people say of an event besides its title and date, as (label, text) on one line each."""
    pairs = [
        ("Who", event["actors"]),
        ("To, with or about", event["recipients"]),
        ("Where", event["locations"]),
        ("Claimed by", event["claimants"]),
        ("Reported by", event["outlets"]),
    ]
    named = [(label, line(words.listed([*names], most=8))) for label, names in pairs if names]
    said = [("Certainty", labels.factuality(event["factuality"])), ("Sources", labels.agreement(event["agreement"]))]
    return [("Type", labels.event_type(event["event_type"])), *named, *said, *_by_hand(event)]


def _by_hand(event: EventRow) -> list[tuple[str, str]]:
    """What readers did to it: a corrected date must not pass for one that an article gave."""
    fields = list(
        dict.fromkeys(str(one["field"]).replace("_", " ") for one in json.loads(event["corrections"] or "[]"))
    )
    pairs = [
        ("Corrected by hand", words.listed(fields, most=8)),
        ("Tags", line(words.listed([*event["tags"]], most=8))),
        ("Note", line(event["note"] or "")),
    ]
    return [(label, text) for label, text in pairs if text]
