"""CSV for spreadsheets and data frames: UTF-8, one header line, one line an event, nothing else.

Lists are joined by "; ", days are ISO and inclusive, an open or unknown day is an empty cell. What the export says
about itself stands in the header of the last column, whose cells are empty: a comment line would load as a broken row.
A cell that a spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import BinaryIO

from pipeline.export.statement import EventRow, Statement
from pipeline.store import schema

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters after which spreadsheets read a cell as a formula, full-width ones included."""

JOINER = "; "


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write the header and the events."""
    columns = schema.columns("events")
    text = io.TextIOWrapper(out, "utf-8", newline="", errors="replace")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow([*(column.column for column in columns), f"about this export: {inert(statement.sentence)}"])
    for event in events:
        lines.writerow([*(_cell(event[column.column], column) for column in columns), ""])
    text.flush()
    text.detach()


def inert(cell: str) -> str:
    """The cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _cell(value: object, column: schema.Column) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return inert(JOINER.join(str(part) for part in value))
    if column.column == "trace":
        return inert(JOINER.join(f"{step['choice']}: {step['because']}" for step in json.loads(str(value))))
    return inert(str(value))
