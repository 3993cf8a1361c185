"""The columns of every table, read from data/schema/*.csv, as Arrow schemas."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

import pyarrow as pa

from pipeline.resources import Row, table

TableName = Literal["documents", "timexes", "mentions", "events", "issues", "corrections", "saved_views"]
TABLES: tuple[TableName, ...] = ("documents", "timexes", "mentions", "events", "issues")
"""The tables that a new store has; `corrections` and `saved_views` come into being with their first row."""

LAID_OVER = "corrections"
"""The stage of columns that no reading fills: they are laid over the events when these are loaded."""

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
    """The Arrow schema of the table `name` on disk. A json column is a string that holds JSON."""
    return _arrow([c for c in columns(name) if name == "corrections" or c.stage != LAID_OVER])


@functools.cache
def shown(name: TableName) -> pa.Schema:
    """The Arrow schema of the table `name` as it is loaded, with the columns that are laid over it."""
    return _arrow(columns(name))


def _arrow(found: Sequence[Column]) -> pa.Schema:
    return pa.schema([pa.field(c.column, _ARROW[c.type], c.nullable == "yes") for c in found])


_FILLERS: dict[str, object] = {"string": "", "int32": 0, "double": 0.0, "bool": False, "list<element: string>": []}


def filler(field: pa.Field) -> object:
    """What stands in a column for rows that were written before the table had it: nothing, or the type's zero."""
    return None if field.nullable else _FILLERS.get(str(field.type).replace("item", "element"))
