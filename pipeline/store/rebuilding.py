"""The event table, built anew from the mentions of all documents that landed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.model import Document, Event, EventMention
from pipeline.settings.store import STORE_ATTEMPTS
from pipeline.store import attempts, place, read, rows, schema, tables

Cluster = Callable[[Sequence[Document], Sequence[EventMention]], Sequence[Event]]
BY = f"{tables.NOTE}program"
"""Under which a version of the event table notes the program that made it."""


def rebuild(root: Path, cluster: Cluster, *, by: str = "") -> int:
    """Cluster the mentions of all documents into the event table. An equal outcome commits nothing.

    `by` names the program that clusters: when the table stands for every document already and the same program made it,
    there is nothing to work out. Without a name it is always worked out anew.

    The commit notes the versions it was built from, so that readers see documents, mentions and events of one moment.
    Documents that other writers land meanwhile are taken in too, unless there is no end of them: then by those writers.

    Returns:
        The number of events.
    """
    place.check(root)
    for _ in range(int(STORE_ATTEMPTS.number)):
        count = attempts.again(root, lambda: _rebuild(root, cluster, by))
        if read.current(root):
            break
    return count


def _rebuild(root: Path, cluster: Cluster, by: str) -> int:
    handle = tables.table(root, "events")
    if by and tables.note(handle, BY) == by and read.current(root, events=handle):
        return int(tables.rows(handle, "events", columns=["event_id"]).num_rows)
    snapshot = read.newest(root)
    found = sorted(cluster(*read.records(snapshot)), key=lambda event: event.event_id)
    pins = {read.PINS: json.dumps({**snapshot.versions, "issues": tables.table(root, "issues").version()})}
    by = by or tables.note(handle, BY) or ""
    pins |= {BY: by}
    noted = read.current(root, events=handle) and (tables.note(handle, BY) or "") == by
    if not noted or not tables.holds(handle, "events", tables.batches("events", map(rows.event_row, found))):
        told = tables.batches("events", map(rows.event_row, found))
        tables.overwrite(handle, pa.RecordBatchReader.from_batches(schema.arrow("events"), told), pins)
    return len(found)
