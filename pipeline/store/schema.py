"""The columns of every table, read from data/schema/*.csv, as Arrow schemas."""

from __future__ import annotations

import functools
from typing import Literal

import pyarrow as pa

from pipeline.resources import Row, table

TableName = Literal["documents", "timexes", "mentions", "events", "issues"]
TABLES: tuple[TableName, ...] = ("documents", "timexes", "mentions", "events", "issues")

VERSION = 2
"""Raised by one whenever stored tables can no longer be read as they are."""


class Column(Row):
    """One column: its type, whether it may be empty, what it holds and which stage fills it."""

    column: str
    type: Literal["string", "int32", "float64", "bool", "date", "list<string>", "json"]
    nullable: Literal["yes", "no"]
    unit: str = ""
    meaning: str
    stage: str


_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int32": pa.int32(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "list<string>": pa.list_(pa.string()),
    "json": pa.string(),
}


def columns(name: TableName) -> tuple[Column, ...]:
    """The columns of the table `name`, in their order.

    Raises:
        ResourceError: when data/schema/`name`.csv is missing or has a bad line.
    """
    return table(f"schema/{name}.csv", Column)


@functools.cache
def arrow(name: TableName) -> pa.Schema:
    """The Arrow schema of the table `name`. A json column is a string that holds JSON."""
    return pa.schema([pa.field(c.column, _ARROW[c.type], c.nullable == "yes") for c in columns(name)])


_FILLERS: dict[str, object] = {"string": "", "int32": 0, "double": 0.0, "bool": False, "list<element: string>": []}


def filler(field: pa.Field) -> object:
    """What stands in a column for rows that were written before the table had it: nothing, or the type's zero."""
    return None if field.nullable else _FILLERS.get(str(field.type).replace("item", "element"))
