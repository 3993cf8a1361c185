"""Documents of the store read again by the same stages, after a correction."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pipeline import batches, flow, ingestion, store
from pipeline.flow import Reading
from pipeline.model import Issue
from pipeline.store import StoreError


def reread(root: Path, doc_ids: Collection[str]) -> tuple[Issue, ...]:
    """Read documents of the store again with the corrections in force, and tell the events anew.

    All documents of one source are read together: a source that is read gives up what it no longer holds.

    Returns:
        What was odd about them.

    Raises:
        StoreError: when the store cannot be read or written.
    """
    documents, _ = store.records(store.newest(root))
    sources = {document.source_uri for document in documents if document.doc_id in doc_ids}
    fixes = store.in_force(store.corrections(root))
    again = [store.corrected(store.as_read(each), fixes) for each in documents if each.source_uri in sources]
    found = list(flow.analyse(again, today=None))
    readings = [each for each in found if isinstance(each, Reading)]
    issues = [each for each in found if isinstance(each, Issue)]
    if any(issue.severity == "skipped" for issue in issues):
        raise StoreError(f"{root}: {issues[0].message}; what the store held is kept")
    batch = batches.batch_of(readings, issues)
    store.append(root, batch)
    store.rebuild(root, ingestion.cluster)
    return tuple(batch.issues)
