"""markwhen: a text that people go on writing in; one `date: title #type #certainty` an event, its facts as properties.

Dates are EDTF days or `day/day`, both ends inclusive. Source: the grammar of https://docs.markwhen.com, whose parser
has no open ends: such an event stands at its known day, and its title says "on or before" or "on or after".
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import BinaryIO

from pipeline import words
from pipeline.export import sources
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import days, facts, heading, line


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write a header with the statement and one entry an event; every event has a date."""
    header = ["---", "title: Event timeline", f"description: {_quoted(statement.sentence)}", "timezone: UTC", "---"]
    entries = [_entry(event) for event in events]
    out.write("\n\n".join(["\n".join(header), *entries, ""]).encode("utf-8", "replace"))


def _entry(event: EventRow) -> str:
    start, end = days(event)
    date = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    tags = f"#{event['event_type']} #{event['factuality']}"
    properties = [
        ("id", event["event_id"]),
        ("happened", words.happened(event)),
        ("edtf", event["edtf"] or ""),
        *facts(event),
        *_source(event),
    ]
    named = [f"{_key(label)}: {_quoted(text)}" for label, text in properties if text]
    return "\n".join([f"{date}: {heading(event)} {tags}", *named])


def _source(event: EventRow) -> list[tuple[str, str]]:
    """The most telling passage and its article, as a CSV file has them."""
    return [
        pair
        for passage in sources.told(event)[:1]
        for pair in (
            ("passage", passage["text"]),
            ("article", sources.cited(passage)),
            ("url", sources.address(passage)),
        )
    ]


def _key(label: str) -> str:
    """A label as the name of a property: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes, which JSON's strings are."""
    return json.dumps(line(text), ensure_ascii=False)
