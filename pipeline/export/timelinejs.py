"""TimelineJS 3 JSON: one slide an event, with its facts and passages, grouped by type; the date in words above it.

TimelineJS reads headline and text as HTML: what articles say is escaped. It needs a start: an event whose start is
open stands at its known end, and its display_date says "on or before".
Source: the JSON data format of TimelineJS, https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from html import escape
from typing import Any, BinaryIO

from pipeline import labels, words
from pipeline.export import sources
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import days, facts, line


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write one timeline; its title slide is the statement. Every event has a date."""
    title = {"text": {"headline": "Event timeline", "text": _paragraph(line(statement.sentence))}, "autolink": False}
    timeline = {"title": title, "events": [_slide(event) for event in events], "scale": "human"}
    out.write(json.dumps(timeline, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _slide(event: EventRow) -> dict[str, Any]:
    start, end = days(event)
    text = "".join(_paragraph(f"{label}: {said}") for label, said in facts(event))
    quotations = "".join(map(sources.markup, sources.told(event)))
    slide = {
        "start_date": _date(start),
        "display_date": words.happened(event),
        "text": {"headline": escape(line(event["title"])), "text": text + quotations},
        "group": labels.event_type(event["event_type"]),
        "unique_id": event["event_id"],
        "autolink": False,
    }
    return slide | ({"end_date": _date(end)} if start != end else {})


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
