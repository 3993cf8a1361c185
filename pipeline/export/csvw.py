"""CSV with what it is beside it: a ZIP file of events.csv, its description by the W3C's *CSV on the Web*, and a README.

A CSV file has no place for its filters, its count and what was left out: a comment line would load as a broken row. The
description is JSON that programs find by its name, `events.csv-metadata.json`; the README says the same to people.
Source: https://www.w3.org/TR/tabular-metadata/
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import BinaryIO

from pipeline import words
from pipeline.export import csv
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import valid
from pipeline.store import schema

SUFFIX = "-metadata.json"
"""What the name of a description adds to the name of its CSV file."""
TABLE = "events.csv"
_DATATYPES = {"int32": "integer", "float64": "double", "bool": "boolean", "date": "date", "json": "json"}
_MEANT = {
    "passage": "The passage that tells most of the event",
    "article": "Title of the article that it stands in",
    "article_published": "When that article was published, in words",
    "article_url": "Where that article is",
}


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write the ZIP file; the same events give the same bytes."""
    table = BytesIO()
    csv.write(events, table, statement)
    parts = {
        TABLE: table.getvalue(),
        TABLE + SUFFIX: description(statement, TABLE),
        "README.txt": _readme(statement).encode("utf-8", "replace"),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o644 << 16  # else nobody may read what is unpacked
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)


def description(statement: Statement, name: str) -> bytes:
    """The description of the CSV file of that name: the statement, and each column with its type and meaning."""
    columns = [_column(each) for each in schema.columns("events")]
    columns += [{"name": name, "titles": name, "dc:description": meaning} for name, meaning in _MEANT.items()]
    told = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": "Event timeline",
        "dc:description": valid(statement.sentence),
        "notes": [statement.record],
        "tableSchema": {"columns": columns, "primaryKey": "event_id"},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _column(column: schema.Column) -> Mapping[str, object]:
    found: dict[str, object] = {"name": column.column, "titles": column.column, "dc:description": column.meaning}
    if column.type == "list<string>":
        found["separator"] = csv.JOINER
    elif column.type in _DATATYPES and column.column != csv.TRACE:
        found["datatype"] = _DATATYPES[column.type]
    return found


def _readme(statement: Statement) -> str:
    filters = "; ".join(statement.filters) or "none"
    left_out = [f"  {count:,} {reason}" for reason, count in statement.left_out] or ["  none"]
    lines = [
        "Event timeline",
        "",
        f"{TABLE} holds {statement.exported:,} of {words.count(statement.total, 'event')}.",
        *([f"Of these: {statement.of_them}."] if statement.of_them else []),
        f"Filters: {filters}.",
        "Left out:",
        *left_out,
        "",
        f"{TABLE}{SUFFIX} says what each column means (CSV on the Web, W3C).",
    ]
    return "\r\n".join(lines) + "\r\n"
