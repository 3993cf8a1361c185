"""Parquet for data frames: the event table with its own types; the statement is the file's metadata under `export`.

Nothing is defused here: Parquet has types, and no reader of it runs a text as a formula.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import valid
from pipeline.store import schema


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write the events as one table, columns as in data/schema/events.csv."""
    columns = schema.shown("events")
    about = json.dumps(statement.record, ensure_ascii=False)
    rows = [{name: _valid(event[name]) for name in columns.names} for event in events]
    table = pa.Table.from_pylist(rows, schema=columns.with_metadata({"export": valid(about)}))
    pq.write_table(table, out, compression="zstd")


def _valid(value: Any) -> Any:
    if isinstance(value, list):
        return [valid(str(part)) for part in value]
    return valid(value) if isinstance(value, str) else value
