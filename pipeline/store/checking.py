"""Whether a store is sound: its files are there and readable, its rows fit together, its checksums are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable

from pipeline.store import place, read, tables
from pipeline.store.batch import reading_key
from pipeline.store.cells import TableRow
from pipeline.store.place import StoreError
from pipeline.store.schema import TABLES, TableName


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and what is wrong with it; `problems` is empty for a sound store."""

    problems: tuple[str, ...]
    documents: int
    events: int
    waiting: int
    """Documents that landed and are not in the event table yet."""
    leftovers: int
    """Rows that nobody sees, left by a run that was cut short or by a text that has changed since."""
    unclaimed: int
    """Files that no version of any table names."""
    bytes: int
    """Size of all files of the newest versions."""


def examine(root: Path) -> Examination:
    """Read every file of the store's newest version, and count and compare. Writes nothing.

    Raises:
        StoreError: when there is no store at all, or one of a newer program.
    """
    place.check(root)
    problems = [*_damaged(root)]
    if problems:
        return Examination(tuple(problems), 0, 0, 0, 0, 0, 0)
    events = tables.table(root, "events")
    shown, newest = read.pinned(root, events), read.newest(root)
    found = {name: tables.rows(newest.handles[name], name).to_pylist() for name in read.PARTS}
    problems = [*_checksums(found), *_broken_events(events, shown)]
    readings = {row["reading"] for row in found["documents"]}
    handles = [tables.table(root, name) for name in TABLES]
    return Examination(
        problems=tuple(problems),
        documents=len(found["documents"]),
        events=tables.rows(events, "events", columns=["event_id"]).num_rows,
        waiting=len(readings - _readings(shown.handles["documents"])),
        leftovers=sum(row["reading"] not in readings for name in ("timexes", "mentions") for row in found[name]),
        unclaimed=sum(len(unclaimed(root, name)) for name in TABLES),
        bytes=sum(size for handle in handles for size in _sizes(handle)),
    )


def unclaimed(root: Path, name: TableName) -> list[Path]:
    """Data files in the folder of a table that no commit still in its log names: left by a run that was killed."""
    if place.is_remote(root):
        return []
    handle = tables.table(root, name)
    named = {Path(uri).name for uri in handle.file_uris()}
    # Every file ever named may still serve an older version; those are in the log as text.
    log = "".join(path.read_text("utf-8", "replace") for path in (root / name / "_delta_log").glob("*.json"))
    return [path for path in (root / name).glob("*.parquet") if path.name not in named and path.name not in log]


def _damaged(root: Path) -> Iterator[str]:
    """Tables whose log or files cannot be read."""
    names: list[TableName] = [*TABLES]
    names += ["corrections"] if tables.exists(root, "corrections") else []
    for name in names:
        try:
            for column in tables.rows(tables.table(root, name), name).columns:
                column.validate(full=True)
        except (StoreError, pa.ArrowException, OSError) as error:
            yield f"{name}: cannot be read ({' '.join(str(error).split())})"


def _checksums(found: Mapping[TableName, Sequence[TableRow]]) -> Iterator[str]:
    """Documents whose rows are no longer what was written, or are there twice."""
    parts: dict[str, dict[str, list[TableRow]]] = {name: defaultdict(list) for name in ("timexes", "mentions")}
    for name, by_reading in parts.items():
        for row in found[name]:  # type: ignore[index]
            by_reading[row["reading"]].append(_bare(row))
    seen: set[str] = set()
    for row in found["documents"]:
        key = row["reading"]
        if reading_key(_bare(row), parts["timexes"][key], parts["mentions"][key]) != key:
            yield f"documents: the rows of {row['source_uri']} ({row['doc_id']}) do not match their checksum"
        if row["doc_id"] in seen:
            yield f"documents: {row['doc_id']} is there twice"
        seen.add(row["doc_id"])


def _bare(row: TableRow) -> TableRow:
    return {key: cell for key, cell in row.items() if key != "reading"}


def _broken_events(events: DeltaTable, shown: read.Snapshot) -> Iterator[str]:
    """Events that stand for mentions or documents that are not there, or are there twice."""
    rows = tables.rows(events, "events", columns=["event_id", "mention_ids", "doc_ids"]).to_pylist()
    documents, mentions = read.records(shown)
    known = {document.doc_id for document in documents} | {mention.mention_id for mention in mentions}
    told: set[str] = set()
    for row in rows:
        if not known.issuperset([*row["mention_ids"], *row["doc_ids"]]):
            yield f"events: {row['event_id']} tells of a mention or article that is not in the store"
        if not told.isdisjoint([row["event_id"], *row["mention_ids"]]):
            yield f"events: {row['event_id']}, or a mention of it, is there twice"
        told |= {row["event_id"], *row["mention_ids"]}


def _readings(handle: DeltaTable) -> set[str]:
    return set(tables.rows(handle, "documents", columns=["reading"]).column("reading").to_pylist())


def _sizes(handle: DeltaTable) -> list[int]:
    sizes: list[int] = pa.table(handle.get_add_actions(flatten=True)).column("size_bytes").to_pylist()
    return sizes
