"""Parquet files that workers write into the tables' folders themselves; one commit a table then makes them count.

A part is named by its content: written twice, by a worker and by the one that takes its work over, it is the same file.
What is never committed is seen by nobody, and `compact` takes it away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake.transaction import AddAction

from pipeline.model import Issue
from pipeline.store import attempts, place, read, rows, schema, tables, turns
from pipeline.store.batch import Batch, Landed, readings
from pipeline.store.cells import TableRow
from pipeline.store.schema import TableName
from pipeline.store.write import append

_ORDER: tuple[TableName, ...] = ("timexes", "mentions", "documents")
"""Documents last: their commit makes the others visible."""


@dataclass(frozen=True, slots=True)
class File:
    """A Parquet file in a table's folder."""

    name: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a worker made of a group of files: where the rows are, and of each document what is needed to place it."""

    files: Mapping[TableName, File]
    documents: Sequence[Mapping[str, str]]
    """doc_id, source_uri, text_hash, outlet, published_basis and reading."""
    issues: Sequence[Issue]
    words: int


def write_part(root: Path, batch: Batch) -> Part:
    """Write the rows of a batch beside those of the tables. Nobody sees them before `commit_parts`.

    Raises:
        StoreError: when they cannot be written.
    """
    found = readings(batch)
    by_table: dict[TableName, list[TableRow]] = {
        "documents": [reading.document for reading in found],
        "timexes": [row for reading in found for row in reading.timexes],
        "mentions": [row for reading in found for row in reading.mentions],
    }
    files = {name: _written(root, name, table) for name, table in by_table.items() if table}
    placed = ("doc_id", "source_uri", "text_hash", "outlet", "published_basis", "reading")
    documents = [{key: row[key] for key in placed} for row in by_table["documents"]]
    words = sum(row["words"] for row in by_table["documents"])
    return Part(files, documents, tuple(batch.issues), words)


def commit_parts(root: Path, parts: Sequence[Part], *, without: frozenset[str]) -> Landed:
    """Make the parts count, in one commit a table; `without` are the source_uris of copies that are left out.

    A part that holds a copy, or something that the store has in any form already, is landed document by document.

    Raises:
        StoreError: when the store cannot be written.
    """
    place.check(root)
    with turns.alone(root):
        known = {cell for row in read.held(root) for cell in (row["doc_id"], row["source_uri"])} | without
        fresh = [part for part in _distinct(parts) if not _is_known(part, known)]
        for name in _ORDER:
            attempts.again(root, lambda name=name: _add(root, name, fresh))  # type: ignore[misc]
    landed = Landed(added=sum(len(part.documents) for part in fresh))
    names = {id(part) for part in fresh}
    rest = [part for part in parts if id(part) not in names]
    for part in rest:
        landed += append(root, _batch(root, part, without))
    issues = [issue for part in fresh for issue in part.issues]
    append(root, Batch([], issues=issues))
    return landed


def _distinct(parts: Sequence[Part]) -> Iterable[Part]:
    """Parts whose documents are in no part before them."""
    seen = set[str]()
    for part in parts:
        ids = {row["doc_id"] for row in part.documents}
        if part.documents and len(ids) == len(part.documents) and seen.isdisjoint(ids):
            yield part
        seen |= ids


def _is_known(part: Part, known: set[str] | frozenset[str]) -> bool:
    return any(row["doc_id"] in known or row["source_uri"] in known for row in part.documents)


def _written(root: Path, name: TableName, found: list[TableRow]) -> File:
    table = tables.arrow_table(name, found)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="snappy")
    content = sink.getvalue().to_pybytes()
    file = f"part-{hashlib.sha256(content).hexdigest()[:32]}.parquet"
    with attempts.failures(root), fsspec.open(place.uri(root / name / file), "wb") as target:
        target.write(content)
    return File(file, len(content), table.num_rows)


def _add(root: Path, name: TableName, parts: Sequence[Part]) -> None:
    handle = tables.table(root, name)
    found = [part.files[name] for part in parts if name in part.files]
    actions = [AddAction(x.name, x.bytes, {}, 0, True, json.dumps({"numRecords": x.rows})) for x in found]
    if actions:
        handle.create_write_transaction([*actions], "append", schema.arrow(name))


def _batch(root: Path, part: Part, without: frozenset[str]) -> Batch:
    found: dict[TableName, list[TableRow]] = {name: _rows(root, name, part.files.get(name)) for name in _ORDER}
    documents = [rows.document(row) for row in found["documents"] if row["source_uri"] not in without]
    ids = {document.doc_id for document in documents}
    return Batch(
        documents,
        [rows.timex(row) for row in found["timexes"] if row["doc_id"] in ids],
        [rows.mention(row) for row in found["mentions"] if row["doc_id"] in ids],
        part.issues,
        [row["source_uri"] for row in part.documents if row["source_uri"] in without],
    )


def _rows(root: Path, name: TableName, file: File | None) -> list[TableRow]:
    if file is None:
        return []
    with attempts.failures(root), fsspec.open(place.uri(root / name / file.name), "rb") as source:
        found: list[TableRow] = pq.read_table(pa.BufferReader(source.read())).to_pylist()
    return found
