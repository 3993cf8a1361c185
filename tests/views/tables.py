"""Store tables from plain records, with the columns and types that data/schema states."""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from typing import Any

import pyarrow as pa

SCHEMA = Path(__file__).resolve().parents[2] / "data" / "schema"
TYPES = {
    "string": pa.string(),
    "json": pa.string(),
    "date": pa.date32(),
    "int32": pa.int32(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "list<string>": pa.list_(pa.string()),
}
UNMARKED = {"starred": False, "hidden": False}
EMPTY = {"string": "", "json": "[]", "int32": 0, "float64": 0.0, "bool": True, "list<string>": []}


@functools.cache
def columns(table: str) -> list[dict[str, str]]:
    with (SCHEMA / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def schema(table: str) -> pa.Schema:
    return pa.schema([(row["column"], TYPES[row["type"]]) for row in columns(table)])


def complete(table: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record with every column of its table; what may be empty is, the rest gets its type's empty value."""
    record = UNMARKED | record
    return {
        row["column"]: record.get(row["column"], None if row["nullable"] == "yes" else EMPTY.get(row["type"]))
        for row in columns(table)
    }


def tables(**records: list[dict[str, Any]]) -> dict[str, pa.Table]:
    names = ("documents", "timexes", "mentions", "events", "issues")
    return {
        name: pa.Table.from_pylist([complete(name, row) for row in records.get(name, [])], schema=schema(name))
        for name in names
    }
