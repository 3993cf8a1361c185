"""Writes table rows as a real store, through the pipeline's own doors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

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
