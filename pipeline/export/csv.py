"""CSV for spreadsheets and data frames: UTF-8, one header line, one line an event, nothing else.

It begins with a byte-order mark, without which Excel garbles names that are not English (Python: `utf-8-sig`). After
the columns of the event table stand those of PASSAGE: the most telling passage with its article, so that a line can
be cited. Lists are joined by "; ", days are ISO and inclusive, an open or unknown day is an empty cell. A cell that a
spreadsheet would run as a formula begins with an apostrophe. What the export says about itself has no place in the
file; `csvw` puts it beside.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from pipeline.export.statement import EventRow, Statement
from pipeline.store import schema

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters after which spreadsheets read a cell as a formula, full-width ones included."""

JOINER = "; "
TRACE = "trace"
"""The json column that is written in words."""
PASSAGE = {"passage": "text", "article": "title", "article_published": "day", "article_url": "url"}
"""Columns, and what stands in them of the first of an event's `passages`; empty without them."""


def write(events: Sequence[EventRow], out: BinaryIO, _: Statement) -> None:
    """Write the header and the events."""
    columns = schema.columns("events")
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", errors="replace")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow([*(column.column for column in columns), *PASSAGE])
    for event in events:
        lines.writerow([*(_cell(event[column.column], column) for column in columns), *_passage(event)])
    text.flush()
    text.detach()


def inert(cell: str) -> str:
    """The cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _passage(event: EventRow) -> list[str]:
    first: Mapping[str, Any] = next(iter(event.get("passages", ())), {})
    return [inert(" ".join(str(first.get(key) or "").split())) for key in PASSAGE.values()]


def _cell(value: object, column: schema.Column) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return inert(JOINER.join(str(part) for part in value))
    if column.column == TRACE:
        return inert(JOINER.join(f"{step['choice']}: {step['because']}" for step in json.loads(str(value))))
    return inert(str(value))
