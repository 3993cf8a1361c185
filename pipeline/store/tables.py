"""Delta tables: opening, reading and committing; see `attempts` for what may go wrong."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import fsspec
import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Transaction, write_deltalake

from pipeline.store import attempts, place, schema
from pipeline.store.place import StoreError
from pipeline.store.schema import TableName


def make(root: Path, name: TableName) -> None:
    """Create the table `name`, empty, unless it is there."""
    attempts.again(
        root,
        lambda: DeltaTable.create(
            place.uri(root / name), schema.arrow(name), mode="ignore", storage_options=place.options()
        ),
    )


def table(root: Path, name: TableName, *, version: int | None = None) -> DeltaTable:
    """A handle on the table `name`, at its newest version or at `version`.

    Raises:
        StoreError: when it is missing, damaged, or has other columns than data/schema says.
    """
    with attempts.failures(root):
        handle = DeltaTable(place.uri(root / name), version=version, storage_options=place.options())
        unknown = set(columns(handle)) - set(schema.arrow(name).names)
    if unknown:
        raise StoreError(
            f"{root}: {name} has columns this program does not know ({', '.join(sorted(unknown))}); "
            "use the newer program that made the store"
        )
    return handle


def columns(handle: DeltaTable) -> list[str]:
    """The names of the columns that the table behind a handle has."""
    return list(pa.schema(handle.schema().to_arrow()).names)


def rows(handle: DeltaTable, name: TableName, *, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows behind a handle, with the column types of data/schema; what an older table lacks is filled in."""
    wanted = schema.arrow(name)
    if columns is not None:
        wanted = pa.schema([wanted.field(column) for column in columns])
    with attempts.failures(_where(handle)):
        return _filled(handle.to_pyarrow_table(columns=_stored(handle, wanted)), wanted)


def _where(handle: DeltaTable) -> Path:
    return Path(_address(handle).removeprefix("file://"))


def _address(handle: DeltaTable) -> str:
    """Where the table lies; a path on disk as it is named there, which Delta Lake gives with its blanks escaped."""
    uri = handle.table_uri.rstrip("/")
    return unquote(uri) if uri.startswith("file:") else uri


def _stored(handle: DeltaTable, wanted: pa.Schema) -> list[str]:
    """Those of the columns that the table has; one of an older version of the program may lack some."""
    there = set(columns(handle))
    return [name for name in wanted.names if name in there]


def _filled(found: pa.Table, wanted: pa.Schema) -> pa.Table:
    return pa.table([_column(found, field) for field in wanted], schema=wanted)


ABSENT = b"absent"
"""In the metadata of a loaded event table: columns that it did not have when it was stored, whose cells are fillers."""


def marked(found: pa.Table, handle: DeltaTable, name: TableName) -> pa.Table:
    """What was loaded of a table, with the note which of its columns are fillers."""
    absent = sorted(set(schema.arrow(name).names) - set(columns(handle)))
    return found.replace_schema_metadata({ABSENT: ",".join(absent).encode()})


def absent(found: pa.Table) -> frozenset[str]:
    """The columns of a loaded event table that are fillers: an earlier version of the program stored it."""
    noted = (found.schema.metadata or {}).get(ABSENT, b"").decode()
    return frozenset(noted.split(",")) - {""}


def _column(found: pa.Table, field: pa.Field) -> pa.ChunkedArray:
    if field.name in found.column_names:
        return found.column(field.name).cast(field.type)
    return pa.chunked_array([pa.array([schema.filler(field)] * found.num_rows, field.type)])


CHUNK = 1024
"""Rows that are Python objects at one time; a whole table of them would take many times its size."""


def chunks(handle: DeltaTable, name: TableName) -> Iterator[pa.Table]:
    """As `rows`, a few rows at a time."""
    wanted = schema.arrow(name)
    with attempts.failures(_where(handle)):
        scan = handle.to_pyarrow_dataset().to_batches(
            columns=_stored(handle, wanted), batch_size=CHUNK, batch_readahead=1, fragment_readahead=1
        )
        for batch in scan:
            yield _filled(pa.Table.from_batches([batch]), wanted)


def batches(name: TableName, found: Iterable[dict[str, object]]) -> Iterator[pa.RecordBatch]:
    """Rows as Arrow batches with the columns of data/schema, made as they are asked for."""
    wanted, rest = schema.arrow(name), iter(found)
    for part in iter(lambda: [*itertools.islice(rest, CHUNK)], []):
        yield pa.RecordBatch.from_pylist(part, schema=wanted)


def arrow_table(name: TableName, found: Iterable[dict[str, object]]) -> pa.Table:
    """Rows as an Arrow table with the columns of data/schema."""
    return pa.Table.from_batches(batches(name, found), schema=schema.arrow(name))


def holds(handle: DeltaTable, name: TableName, new: Iterable[pa.RecordBatch]) -> bool:
    """Whether the rows behind a handle are just these, in this order; neither side is ever in memory as a whole."""
    there = (row for part in chunks(handle, name) for row in part.to_pylist())
    wanted = (row for part in new for row in part.to_pylist())
    return all(one == other for one, other in itertools.zip_longest(there, wanted))


def replace(
    handle: DeltaTable, name: TableName, new: Sequence[dict[str, object]], *, key: str, keys: Iterable[str]
) -> None:
    """In one commit, remove the rows whose `key` is one of `keys` and add `new`, whose keys must be among them."""
    listed = ", ".join(f"'{value}'" for value in sorted(set(keys)))
    if listed:
        write_deltalake(handle, arrow_table(name, new), mode="overwrite", predicate=f"{key} IN ({listed})")


def overwrite(handle: DeltaTable, new: pa.Table | pa.RecordBatchReader, note: dict[str, str]) -> None:
    """In one commit, make `new` the whole table, with `note` kept in the commit; its columns become the table's.

    Raises:
        CommitFailedError: when another writer committed after the handle was opened.
    """
    # Two that overwrite an empty table remove nothing, and Delta Lake would keep the rows of both.
    alone = [Transaction(OVERWRITE, handle.version())]
    kept = CommitProperties(custom_metadata=note, app_transactions=alone)
    write_deltalake(handle, new, mode="overwrite", schema_mode="overwrite", commit_properties=kept)


OVERWRITE = "overwrite"
NOTE = "timeline_"
"""Every note of ours begins with this."""


def notes(handle: DeltaTable) -> dict[str, str]:
    """What the newest of the handle's commits with notes of ours noted; tidying commits without one.

    Commits are read by number: asked for its history, a handle tells of commits after its own version too.
    """
    log = f"{_address(handle)}/_delta_log"
    for version in range(handle.version(), -1, -1):
        try:
            with fsspec.open(f"{log}/{version:020}.json", "rb") as file:
                actions = [json.loads(line) for line in file if line.startswith(b'{"commitInfo"')]
        except (FileNotFoundError, ValueError):
            break
        if found := {key: value for key, value in actions[0]["commitInfo"].items() if key.startswith(NOTE)}:
            return found
    return {}


def note(handle: DeltaTable, key: str) -> str | None:
    """What the handle's newest commit noted under `key`."""
    return notes(handle).get(key)


def exists(root: Path, name: TableName) -> bool:
    """Whether there is a table of that name; a damaged one is there."""
    with attempts.failures(root):
        return DeltaTable.is_deltatable(place.uri(root / name), place.options())
