"""Delta tables: opening, reading and committing, with every failure turned into a StoreError that names the path."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from pipeline.settings.store import STORE_ATTEMPTS
from pipeline.store import schema
from pipeline.store.place import StoreError
from pipeline.store.schema import TableName

T = TypeVar("T")


def make(root: Path, name: TableName) -> None:
    """Create the table `name`, empty, unless it is there."""
    again(root, lambda: DeltaTable.create(str(root / name), schema.arrow(name), mode="ignore"))


def table(root: Path, name: TableName, *, version: int | None = None) -> DeltaTable:
    """A handle on the table `name`, at its newest version or at `version`.

    Raises:
        StoreError: when it is missing, damaged, or has other columns than data/schema says.
    """
    with failures(root):
        handle = DeltaTable(str(root / name), version=version)
        found = pa.schema(handle.schema().to_arrow()).names
    if found != schema.arrow(name).names:
        raise StoreError(f"{root}: the columns of {name} are of another version; move the folder away and ingest again")
    return handle


def rows(handle: DeltaTable, name: TableName, *, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows behind a handle, with the column types of data/schema."""
    wanted = schema.arrow(name)
    if columns is not None:
        wanted = pa.schema([wanted.field(column) for column in columns])
    with failures(Path(handle.table_uri)):
        return handle.to_pyarrow_table(columns=wanted.names).cast(wanted)


def arrow_table(name: TableName, found: Sequence[dict[str, object]]) -> pa.Table:
    """Rows as an Arrow table with the columns of data/schema."""
    return pa.Table.from_pylist(list(found), schema=schema.arrow(name))


def replace(
    handle: DeltaTable, name: TableName, new: Sequence[dict[str, object]], *, key: str, keys: Iterable[str]
) -> None:
    """In one commit, remove the rows whose `key` is one of `keys` and add `new`, whose keys must be among them."""
    listed = ", ".join(f"'{value}'" for value in sorted(set(keys)))
    if listed:
        write_deltalake(handle, arrow_table(name, new), mode="overwrite", predicate=f"{key} IN ({listed})")


def overwrite(handle: DeltaTable, name: TableName, new: Sequence[dict[str, object]], note: dict[str, str]) -> None:
    """In one commit, make `new` the whole table, with `note` kept in the commit."""
    kept = CommitProperties(custom_metadata=note)
    write_deltalake(handle, arrow_table(name, new), mode="overwrite", commit_properties=kept)


def note(handle: DeltaTable, key: str) -> str | None:
    """What the handle's newest commit noted under `key`."""
    commits = handle.history(1)
    value = commits[0].get(key) if commits else None
    return value if isinstance(value, str) else None


def again(root: Path, work: Callable[[], T]) -> T:
    """Run `work`, which opens its own handle, again whenever another writer committed in between.

    Raises:
        StoreError: when the others win every time, or the store cannot be written.
    """
    attempts = int(STORE_ATTEMPTS.number)
    for attempt in range(attempts):
        try:
            with failures(root):
                return work()
        except CommitFailedError:
            # Waits of random length part writers that collided; the length never reaches the data.
            time.sleep(random.uniform(0, 0.02 * 2 ** min(attempt, 6)))  # noqa: S311
    raise StoreError(f"{root}: other writers kept the table busy through {attempts} attempts; run the command again")


@contextlib.contextmanager
def failures(where: Path) -> Iterator[None]:
    """Turn what the disk and Delta Lake raise into a StoreError; a lost race stays a CommitFailedError."""
    try:
        yield
    except CommitFailedError:
        raise
    except (DeltaError, OSError, pa.ArrowInvalid) as error:
        reason = " ".join(str(error).split())
        raise StoreError(f"{where}: the store cannot be read or written here ({reason})") from error
