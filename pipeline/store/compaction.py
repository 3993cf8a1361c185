"""Tidying: small files into large ones, rows and files that nobody sees taken away, old versions let go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deltalake import DeltaTable

from pipeline.settings.store import UNCLAIMED_HOURS
from pipeline.store import attempts, migrations, place, read, seen, tables, turns
from pipeline.store.place import StoreError
from pipeline.store.rebuilding import Cluster, rebuild
from pipeline.store.schema import TABLES, TableName


@dataclass(frozen=True, slots=True)
class Compaction:
    """What was taken away, and how much the store takes on the disk before and after."""

    rows: int
    files: int
    bytes_before: int
    bytes_after: int


def compact(root: Path, cluster: Cluster, *, keep_days: float) -> Compaction:
    """Tidy the store. What it shows stays the same; versions older than `keep_days` can no longer be opened.

    Raises:
        StoreError: when there is no store here, it cannot be written, or it lies in an object store.
    """
    place.check(root)
    if place.is_remote(root):
        raise StoreError(f"{root}: only a store on a local disk can be compacted; use the tools of the object store")
    migrations.migrate(root)
    before = _size(root)
    with turns.alone(root):
        gone = sum(_purge(root, name) for name in ("timexes", "mentions"))
        for name in (*read.PARTS, "issues"):
            attempts.again(root, lambda name=name: _merge_files(tables.table(root, name)))  # type: ignore[misc]
        seen.tidy(root)
    # The event table is to name the versions just written before the old ones go.
    rebuild(root, cluster)
    with turns.alone(root):
        files = sum(_let_go(root, name, keep_days * 24) for name in TABLES)
    return Compaction(gone, files, before, _size(root))


def _purge(root: Path, name: TableName) -> int:
    """Remove the rows of readings that no document carries."""
    kept = {row["reading"] for row in read.held(root)}
    found = tables.rows(tables.table(root, name), name, columns=["reading"]).column("reading").to_pylist()
    gone = set(found) - kept
    attempts.again(root, lambda: tables.replace(tables.table(root, name), name, [], key="reading", keys=gone))
    return sum(reading in gone for reading in found)


def _merge_files(handle: DeltaTable) -> None:
    handle.optimize.compact()
    handle.create_checkpoint()


def _let_go(root: Path, name: TableName, hours: float) -> int:
    handle = tables.table(root, name)
    with attempts.failures(root):
        gone = handle.vacuum(int(hours), dry_run=False, enforce_retention_duration=False)
        # What no version names may be a file that another writer is about to commit: it is left for a day.
        whole = max(int(hours), int(UNCLAIMED_HOURS.number))
        gone += handle.vacuum(whole, dry_run=False, enforce_retention_duration=False, full=True)
    return len(gone)


def _size(root: Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
