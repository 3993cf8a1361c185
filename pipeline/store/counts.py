"""How much a store holds: articles, expressions, mentions, events, and what waits to be put on the timeline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable

from pipeline.store import place, read, tables
from pipeline.store.schema import TableName


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of what the store shows. `waiting` documents have landed but are not in the event table yet."""

    documents: int
    by_basis: dict[str, int]
    timexes: int
    mentions: int
    events: int
    dated: int
    undated: int
    on_timeline: int
    issues: dict[str, int]
    waiting: int


def status(root: Path) -> Status:
    """Counts of documents, expressions, mentions, events and issues; all 0 for a store without articles.

    Raises:
        StoreError: when there is no store at `root`, it is of another version, or damaged.
    """
    place.check(root)
    handle = tables.table(root, "events")
    snapshot = read.pinned(root, handle)
    documents = tables.rows(snapshot.handles["documents"], "documents", columns=["reading", "published_basis"])
    events = tables.rows(handle, "events", columns=["agreement", "on_timeline"])
    issues = tables.rows(tables.table(root, "issues"), "issues", columns=["severity"])
    undated = sum(cell == "undated" for cell in events.column("agreement").to_pylist())
    shown = documents.column("reading")
    counts = {name: _count(snapshot.handles[name], name, shown) for name in read.PARTS}
    return Status(
        documents=counts["documents"],
        by_basis=_counted(documents.column("published_basis")),
        timexes=counts["timexes"],
        mentions=counts["mentions"],
        events=events.num_rows,
        dated=events.num_rows - undated,
        undated=undated,
        on_timeline=sum(events.column("on_timeline").to_pylist()),
        issues=_counted(issues.column("severity")),
        waiting=_waiting(root, shown),
    )


def waiting(root: Path) -> int:
    """How many documents have landed but are not in the event table: of a run that is still going, or was cut short.

    Raises:
        StoreError: as `load`.
    """
    place.check(root)
    events = tables.table(root, "events")
    if read.current(root, events=events):
        return 0
    shown = tables.rows(read.pinned(root, events).handles["documents"], "documents", columns=["reading"])
    return _waiting(root, shown.column("reading"))


def _waiting(root: Path, shown: pa.ChunkedArray) -> int:
    return len({row["reading"] for row in read.held(root)} - set(shown.to_pylist()))


def _count(handle: DeltaTable, name: TableName, readings: pa.ChunkedArray) -> int:
    return int(read.visible(tables.rows(handle, name, columns=["reading"]), readings).num_rows)


def _counted(column: pa.ChunkedArray) -> dict[str, int]:
    return dict(sorted(Counter(column.to_pylist()).items()))
