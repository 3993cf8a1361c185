"""JSON Lines for programs: first a line {"export": {...}} that says what this is, then one event a line, in full.

Keys are the columns of data/schema/events.csv; days are ISO and inclusive, null where open or unknown.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import cell
from pipeline.store import schema


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write the statement and the events."""
    out.write(_line({"export": statement.record}))
    columns = schema.columns("events")
    for event in events:
        out.write(_line({column.column: cell(event[column.column], column) for column in columns}))


def _line(record: dict[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
