"""Writes table rows as a real store, through the pipeline's own doors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake

from pipeline import store
from pipeline.store import rows


def write(root: Path, tables: Mapping[str, pa.Table]) -> Path:
    """A store at `root` whose events are those of `tables`."""
    store.create(root)
    documents = [rows.document(row) for row in tables["documents"].to_pylist()]
    mentions = [rows.mention(row) for row in tables["mentions"].to_pylist()]
    issues = [rows.issue(row) for row in tables["issues"].to_pylist()]
    store.append(root, store.Batch(documents=documents, mentions=mentions, issues=issues))
    events = [rows.event(row) for row in tables["events"].to_pylist()]
    store.rebuild(root, lambda *_: events)
    return root


def without_column(table: Path, name: str) -> None:
    """The table as a program stored it that did not know the column yet."""
    handle = DeltaTable(str(table))
    notes = {key: value for key, value in handle.history(1)[0].items() if key.startswith("timeline_")}
    write_deltalake(
        handle,
        handle.to_pyarrow_table().drop([name]),
        mode="overwrite",
        schema_mode="overwrite",
        commit_properties=CommitProperties(custom_metadata=notes),
    )
