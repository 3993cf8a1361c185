"""Writing: documents land whole or not at all.

Expressions and mentions are committed first, their document last, tied together by `reading`, a hash of all three. Rows
whose reading no document carries (of a run that was killed, or of a text that changed since) are seen by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from pipeline.model import Issue
from pipeline.store import attempts, migrations, place, read, rows, schema, tables, turns
from pipeline.store.batch import Batch, Landed, Offered, hashed, offer, planned
from pipeline.store.cells import TableRow
from pipeline.store.rebuilding import Cluster, rebuild


def create(root: Path) -> None:
    """Make an empty store at `root`, or finish one that was cut short; an older one becomes one of this version.

    Raises:
        StoreError: when `root` is a file, holds a newer version's store, or cannot be written.
    """
    if place.exists(root):
        migrations.migrate(root)
        return
    if not place.is_remote(root):
        with attempts.failures(root):
            if root.is_file():
                raise place.missing(root)
            root.mkdir(parents=True, exist_ok=True)
    for name in schema.TABLES:
        tables.make(root, name)
    with attempts.failures(root):
        place.stamp(root)


def append(root: Path, batch: Batch) -> Landed:
    """Land a batch. Reading the same again changes nothing; a changed text replaces what its source held before.

    Raises:
        StoreError: when the store is missing, of another version, or cannot be written.
    """
    place.check(root)
    offered = offer(batch)
    with turns.together(root):
        news = planned(read.held(root), offered).news
        _land_parts(root, "timexes", [(r.key, r.timexes) for r in news])
        _land_parts(root, "mentions", [(r.key, r.mentions) for r in news])
        landed = attempts.again(root, lambda: _land_documents(root, offered))
        attempts.again(root, lambda: _land_issues(root, batch))
    return landed


def report(root: Path, issues: Iterable[Issue], *, settled: Callable[[str], bool]) -> None:
    """Land issues of sources that are in no batch, and drop those of skipped sources that are `settled`.

    Args:
        root: of the store.
        issues: what was odd about files that no reader was given.
        settled: whether a source, by its address, is no longer there to be skipped.

    Raises:
        StoreError: when the store is missing, of another version, or cannot be written.
    """
    place.check(root)
    with turns.together(root):
        known = tables.rows(tables.table(root, "issues"), "issues", columns=["source_uri", "severity"]).to_pylist()
        over = {row["source_uri"] for row in known if row["severity"] == "skipped" and settled(row["source_uri"])}
        attempts.again(root, lambda: _land_issues(root, Batch([], issues=tuple(issues), emptied=sorted(over))))


def remove(root: Path, doc_ids: Collection[str], cluster: Cluster) -> int:
    """Take documents out of the store, with all that was read out of them; earlier versions of the store keep them.

    Returns:
        How many of them were there.

    Raises:
        StoreError: when there is no store, or it cannot be written.
    """
    place.check(root)
    with turns.together(root):
        there = attempts.again(root, lambda: _take_out(root, doc_ids))
    if there:
        rebuild(root, cluster)
    return there


def _take_out(root: Path, doc_ids: Collection[str]) -> int:
    handle = tables.table(root, "documents")
    there = sorted({row["doc_id"] for row in read.held(root, documents=handle)} & set(doc_ids))
    tables.replace(handle, "documents", [], key="doc_id", keys=there)
    return len(there)


def _land_parts(root: Path, name: schema.TableName, parts: Iterable[tuple[str, list[TableRow]]]) -> None:
    """Commit the rows of each reading, in place of any that a run cut short left under the same key."""
    parts = [(key, found) for key, found in parts if found]
    if parts:
        flat = [row for _, found in parts for row in found]
        keys = [key for key, _ in parts]
        attempts.again(root, lambda: tables.replace(tables.table(root, name), name, flat, key="reading", keys=keys))


def _land_documents(root: Path, offered: Offered) -> Landed:
    """The commit that makes the documents visible, and with them their expressions and mentions."""
    handle = tables.table(root, "documents")
    held = read.held(root, documents=handle)
    plan = planned(held, offered)
    known = {row["doc_id"] for row in held} | {row["source_uri"] for row in held}
    documents = [reading.document for reading in plan.news]
    replaced = sum(not known.isdisjoint((row["doc_id"], row["source_uri"])) for row in documents)
    keys = [*(row["doc_id"] for row in documents), *plan.gone]
    tables.replace(handle, "documents", documents, key="doc_id", keys=keys)
    return Landed(len(documents) - replaced, replaced, len(plan.same), len(plan.copies))


def _land_issues(root: Path, batch: Batch) -> None:
    """What is odd about the batch's sources now, in place of what was before."""
    touched = [d.source_uri for d in batch.documents] + [issue.source_uri for issue in batch.issues] + [*batch.emptied]
    sources = {hashed(source) for source in touched}
    new = [rows.issue_row(issue) | {"source_id": hashed(issue.source_uri)} for issue in dict.fromkeys(batch.issues)]
    handle = tables.table(root, "issues")
    old = [row for row in tables.rows(handle, "issues").to_pylist() if row["source_id"] in sources]
    if {tuple(sorted(row.items())) for row in old} != {tuple(sorted(row.items())) for row in new}:
        tables.replace(handle, "issues", new, key="source_id", keys=sources)
