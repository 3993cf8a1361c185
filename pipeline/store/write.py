"""Writing: documents land whole or not at all, and the event table is rebuilt from those that landed.

Expressions and mentions are committed first, their document last, tied together by `reading`, a hash of all three. Rows
whose reading no document carries (of a run that was killed, or of a text that changed since) are seen by nobody.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.model import Document, Event, EventMention, Issue, TemporalExpression
from pipeline.settings.store import STORE_ATTEMPTS
from pipeline.store import migrations, place, read, rows, schema, tables, turns
from pipeline.store.place import StoreError
from pipeline.store.rows import TableRow

Cluster = Callable[[Sequence[Document], Sequence[EventMention]], Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents with all that was read out of them, and what was odd about the inputs. Ids tie them together."""

    documents: Sequence[Document]
    timexes: Sequence[TemporalExpression] = ()
    mentions: Sequence[EventMention] = ()
    issues: Sequence[Issue] = ()
    emptied: Sequence[str] = ()
    """Sources that hold no document of their own any more: what the store has from them goes."""


@dataclass(frozen=True, slots=True)
class Landed:
    """How many documents a batch added, replaced (read otherwise before), found unchanged, and passed over."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    copies: int = 0

    def __add__(self, other: Landed) -> Landed:
        """Both batches as one."""
        return Landed(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.copies + other.copies,
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    document: TableRow
    timexes: list[TableRow]
    mentions: list[TableRow]

    @property
    def key(self) -> str:
        return str(self.document["reading"])


@dataclass(frozen=True, slots=True)
class _Offered:
    """What a batch offers: its readings, and which source holds which text (source_uri, doc_id)."""

    readings: Sequence[_Reading]
    claims: frozenset[tuple[str, str]]
    emptied: frozenset[str]


def create(root: Path) -> None:
    """Make an empty store at `root`, or finish one that was cut short; an older one becomes one of this version.

    Raises:
        StoreError: when `root` is a file, holds a newer version's store, or cannot be written.
    """
    if place.exists(root):
        migrations.migrate(root)
        return
    if not place.is_remote(root):
        with tables.failures(root):
            if root.is_file():
                raise StoreError(place.missing(root))
            root.mkdir(parents=True, exist_ok=True)
    for name in schema.TABLES:
        tables.make(root, name)
    with tables.failures(root):
        place.stamp(root)


def append(root: Path, batch: Batch) -> Landed:
    """Land a batch. Reading the same again changes nothing; a changed text replaces what its source held before.

    Raises:
        StoreError: when the store is missing, of another version, or cannot be written.
    """
    place.check(root)
    offered = _offered(batch)
    with turns.together(root):
        news = _plan(read.held(root), offered).news
        _land_parts(root, "timexes", [(r.key, r.timexes) for r in news])
        _land_parts(root, "mentions", [(r.key, r.mentions) for r in news])
        landed = tables.again(root, lambda: _land_documents(root, offered))
        tables.again(root, lambda: _land_issues(root, batch))
    return landed


def remove(root: Path, doc_ids: Collection[str], cluster: Cluster) -> int:
    """Take documents out of the store, with all that was read out of them; earlier versions of the store keep them.

    Returns:
        How many of them were there.

    Raises:
        StoreError: when there is no store, or it cannot be written.
    """
    place.check(root)
    with turns.together(root):
        there = tables.again(root, lambda: _take_out(root, doc_ids))
    if there:
        rebuild(root, cluster)
    return there


def _take_out(root: Path, doc_ids: Collection[str]) -> int:
    handle = tables.table(root, "documents")
    there = sorted({row["doc_id"] for row in read.held(root, documents=handle)} & set(doc_ids))
    tables.replace(handle, "documents", [], key="doc_id", keys=there)
    return len(there)


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
        count = tables.again(root, lambda: _rebuild(root, cluster, by))
        if read.current(root):
            break
    return count


BY = f"{tables.NOTE}program"


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


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a batch means for a store: readings to write, doc_ids to remove, readings it has, readings passed over."""

    news: list[_Reading]
    gone: list[str]
    same: list[_Reading]
    copies: list[_Reading]


def _plan(held: Sequence[TableRow], offered: _Offered) -> _Plan:
    """A source gives up the texts it no longer holds. Of one text under one name in two places, the first is kept."""
    sources = {source for source, _ in offered.claims} | offered.emptied
    gone = {
        r["doc_id"] for r in held if r["source_uri"] in sources and (r["source_uri"], r["doc_id"]) not in offered.claims
    }
    kept = {row["doc_id"]: row for row in held if row["doc_id"] not in gone}
    plan = _Plan([], sorted(gone - {r.document["doc_id"] for r in offered.readings}), [], [])
    for reading in offered.readings:
        twin = kept.get(reading.document["doc_id"])
        if twin and twin["source_uri"] < reading.document["source_uri"]:
            plan.copies.append(reading)
        elif twin and twin["reading"] == reading.key:
            plan.same.append(reading)
        else:
            plan.news.append(reading)
    return plan


def _land_parts(root: Path, name: schema.TableName, parts: Iterable[tuple[str, list[TableRow]]]) -> None:
    """Commit the rows of each reading, in place of any that a run cut short left under the same key."""
    parts = [(key, found) for key, found in parts if found]
    if parts:
        flat = [row for _, found in parts for row in found]
        keys = [key for key, _ in parts]
        tables.again(root, lambda: tables.replace(tables.table(root, name), name, flat, key="reading", keys=keys))


def _land_documents(root: Path, offered: _Offered) -> Landed:
    """The commit that makes the documents visible, and with them their expressions and mentions."""
    handle = tables.table(root, "documents")
    held = read.held(root, documents=handle)
    plan = _plan(held, offered)
    known = {row["doc_id"] for row in held} | {row["source_uri"] for row in held}
    documents = [reading.document for reading in plan.news]
    replaced = sum(not known.isdisjoint((row["doc_id"], row["source_uri"])) for row in documents)
    keys = [*(row["doc_id"] for row in documents), *plan.gone]
    tables.replace(handle, "documents", documents, key="doc_id", keys=keys)
    return Landed(len(documents) - replaced, replaced, len(plan.same), len(plan.copies))


def _land_issues(root: Path, batch: Batch) -> None:
    """What is odd about the batch's sources now, in place of what was before."""
    touched = [d.source_uri for d in batch.documents] + [issue.source_uri for issue in batch.issues]
    sources = {_hash(source) for source in touched}
    new = [rows.issue_row(issue) | {"source_id": _hash(issue.source_uri)} for issue in dict.fromkeys(batch.issues)]
    handle = tables.table(root, "issues")
    old = [row for row in tables.rows(handle, "issues").to_pylist() if row["source_id"] in sources]
    if {tuple(sorted(row.items())) for row in old} != {tuple(sorted(row.items())) for row in new}:
        tables.replace(handle, "issues", new, key="source_id", keys=sources)


def readings(batch: Batch) -> Sequence[_Reading]:
    """The rows of each document of a batch, with the checksum that ties them together."""
    return _offered(batch).readings


def _offered(batch: Batch) -> _Offered:
    """The batch by document, one for each id: the first by name of place."""
    first: dict[str, Document] = {}
    for document in sorted(batch.documents, key=lambda d: d.source_uri):
        first.setdefault(document.doc_id, document)
    timexes: dict[str, list[TableRow]] = {}
    for timex in batch.timexes:
        timexes.setdefault(timex.doc_id, []).append(rows.timex_row(timex))
    mentions: dict[str, list[TableRow]] = {}
    for mention in batch.mentions:
        mentions.setdefault(mention.doc_id, []).append(rows.mention_row(mention))
    readings = [_reading(rows.document_row(d), timexes.get(i, []), mentions.get(i, [])) for i, d in first.items()]
    return _Offered(readings, frozenset((d.source_uri, d.doc_id) for d in batch.documents), frozenset(batch.emptied))


def reading_key(document: TableRow, timexes: Sequence[TableRow], mentions: Sequence[TableRow]) -> str:
    """A checksum over all that was read out of a document, whatever the order of its parts."""
    return _hash(json.dumps([document, _in_order(timexes), _in_order(mentions)], default=str, sort_keys=True))


def _in_order(found: Sequence[TableRow]) -> list[TableRow]:
    return sorted(found, key=lambda row: str(row.get("timex_id") or "") + str(row.get("mention_id") or ""))


def _reading(document: TableRow, timexes: list[TableRow], mentions: list[TableRow]) -> _Reading:
    key = {"reading": reading_key(document, timexes, mentions)}
    return _Reading(document | key, [row | key for row in timexes], [row | key for row in mentions])


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
