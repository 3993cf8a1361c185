"""Reading: documents, expressions, mentions and events of one moment, without ever writing to the store.

The event table's newest commit notes the versions of the other tables it was built from; readers open those versions.
So nobody sees a document without its events, or an event whose mentions are gone, however many writers are at work.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable

from pipeline.model import Document, EventMention, Step
from pipeline.store import attempts, cells, place, rows, tables
from pipeline.store.corrections import overlay, record, regroup
from pipeline.store.corrections.overlay import Entry
from pipeline.store.corrections.record import Correction
from pipeline.store.place import NothingYetError, StoreError
from pipeline.store.schema import TABLES, TableName

PINS = "timeline_versions"
PARTS: tuple[TableName, ...] = ("documents", "timexes", "mentions")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Handles on documents, timexes and mentions of one moment."""

    handles: Mapping[TableName, DeltaTable]

    @property
    def versions(self) -> dict[str, int]:
        """The version of each table."""
        return {name: handle.version() for name, handle in self.handles.items()}


@dataclass(frozen=True, slots=True)
class Tables:
    """What the store shows: one Arrow table for each file in data/schema, of one moment."""

    documents: pa.Table
    timexes: pa.Table
    mentions: pa.Table
    """With the dates that mentions have from other articles written in (`dating` says so)."""
    events: pa.Table
    """With the corrections in force laid over it."""
    issues: pa.Table
    corrections: tuple[Entry, ...] = ()
    """Every row of the log of corrections, oldest first, and what has become of it."""


def load(root: Path, *, as_of: int | None = None) -> Tables:
    """Everything the store shows, or showed as of a version that `history` lists, with the corrections of that time.

    Raises:
        StoreError: when there is no store at `root`, it is of another version, damaged, or has no articles yet; or
            when it had no such version, or `compact` has let go of it.
    """
    place.check(root)
    handle = tables.table(root, "events") if as_of is None else _events_as_of(root, as_of)
    snapshot = pinned(root, handle)
    documents = tables.rows(snapshot.handles["documents"], "documents")
    if documents.num_rows == 0:
        raise NothingYetError(
            f"{root}: the store holds no articles yet; add some with  python -m pipeline ingest FOLDER"
        )
    readings = documents.column("reading")
    mentions = visible(tables.rows(snapshot.handles["mentions"], "mentions"), readings)
    made = corrections(root) if as_of is None else _made_by_then(root, as_of)
    events, entries = overlay.lay(tables.rows(handle, "events"), regroup.Text(mentions, documents), made)
    return Tables(
        documents=documents,
        timexes=visible(tables.rows(snapshot.handles["timexes"], "timexes"), readings),
        mentions=_with_inherited(mentions, events),
        events=tables.marked(events, handle, "events"),
        issues=tables.rows(_issues(root, handle, as_of), "issues"),
        corrections=entries,
    )


def _events_as_of(root: Path, as_of: int) -> DeltaTable:
    newest = tables.table(root, "events")
    with attempts.failures(root):
        listed = [commit["version"] for commit in newest.history() if PINS in commit]
    if listed and not min(listed) <= as_of <= newest.version():
        those = f"only {listed[0]}" if len(listed) == 1 else f"{min(listed)} to {max(listed)}"
        raise StoreError(f"{root}: there is no version {as_of}; `history` lists {those}")
    return tables.table(root, "events", version=as_of)


def _made_by_then(root: Path, as_of: int) -> tuple[Correction, ...]:
    """Those made before the version of the event table that followed; all of them when none has."""
    with attempts.failures(root):
        commits = tables.table(root, "events").history()
    later = [commit["timestamp"] for commit in commits if commit["version"] > as_of and PINS in commit]
    if not later:
        return corrections(root)
    until = dt.datetime.fromtimestamp(min(later) / 1000, dt.UTC)
    return tuple(each for each in corrections(root) if dt.datetime.fromisoformat(each.made_at) < until)


def _issues(root: Path, events: DeltaTable, as_of: int | None) -> DeltaTable:
    pins = json.loads(tables.note(events, PINS) or "{}")
    return tables.table(root, "issues", version=None if as_of is None else pins.get("issues", 0))


def corrections(root: Path) -> tuple[Correction, ...]:
    """The log of corrections, oldest first; empty before the first one."""
    if not tables.exists(root, "corrections"):
        return ()
    found = tables.rows(tables.table(root, "corrections"), "corrections").to_pylist()
    return tuple(sorted(map(record.from_row, found), key=lambda each: each.number))


def version(root: Path) -> str:
    """A text that changes whenever what `load` shows changes; cheap, for caches."""
    place.check(root)
    names: list[TableName] = ["events", "issues"]
    names += ["corrections"] if tables.exists(root, "corrections") else []
    return "-".join(str(tables.table(root, name).version()) for name in names)


def dump(root: Path) -> str:
    """What the store shows, as text that is equal for equal contents whatever the order in which they were written."""
    shown = load(root)
    lines = []
    for name in TABLES:
        found = (json.dumps(row, default=str, sort_keys=True) for row in getattr(shown, name).to_pylist())
        lines += [f"{name} {line}" for line in sorted(found)]
    return "\n".join(lines) + "\n"


def held(root: Path, *, documents: DeltaTable | None = None) -> list[dict[str, str]]:
    """doc_id, source_uri and reading of every document that has landed."""
    handle = documents or tables.table(root, "documents")
    found: list[dict[str, str]] = tables.rows(
        handle, "documents", columns=["doc_id", "source_uri", "reading"]
    ).to_pylist()
    return found


def texts(root: Path) -> list[dict[str, str]]:
    """source_uri, text_hash, outlet and published_basis of every document that has landed."""
    wanted = ["text_hash", "outlet", "source_uri", "published_basis"]
    found: list[dict[str, str]] = tables.rows(tables.table(root, "documents"), "documents", columns=wanted).to_pylist()
    return found


def find(root: Path, names: Sequence[str]) -> dict[str, list[str]]:
    """For each name the doc_ids of the documents called so: by id, source, name or public address.

    Raises:
        StoreError: when there is no store at `root`, or it is damaged.
    """
    place.check(root)
    wanted = ["doc_id", "source_uri", "name", "url"]
    found = tables.rows(tables.table(root, "documents"), "documents", columns=wanted).to_pylist()
    return {name: sorted({row["doc_id"] for row in found if name in row.values()}) for name in names}


def newest(root: Path) -> Snapshot:
    """The newest versions. Documents are opened first: what they are made of was committed before them."""
    return Snapshot({name: tables.table(root, name) for name in PARTS})


def pinned(root: Path, events: DeltaTable) -> Snapshot:
    """The versions that `events` was built from; the empty first ones when it never was."""
    pins = json.loads(tables.note(events, PINS) or "{}")
    return Snapshot({name: tables.table(root, name, version=pins.get(name, 0)) for name in PARTS})


def current(root: Path, *, events: DeltaTable | None = None) -> bool:
    """Whether the event table stands for every document that has landed."""
    noted = tables.note(events or tables.table(root, "events"), PINS)
    return noted is not None and json.loads(noted)["documents"] == tables.table(root, "documents").version()


def records(snapshot: Snapshot) -> tuple[Sequence[Document], Sequence[EventMention]]:
    """The documents and mentions of a snapshot as records, each mention as its own article dates it."""
    shared: dict[str, str] = {}
    documents = [
        rows.document(row)
        for part in tables.chunks(snapshot.handles["documents"], "documents")
        for row in part.to_pylist()
    ]
    readings = tables.rows(snapshot.handles["documents"], "documents", columns=["reading"]).column("reading")
    mentions = [
        rows.mention(cells.shared(row, shared))
        for part in tables.chunks(snapshot.handles["mentions"], "mentions")
        for row in visible(part, readings).to_pylist()
    ]
    return documents, mentions


def visible(parts: pa.Table, readings: pa.ChunkedArray) -> pa.Table:
    """The rows of those readings; the others were left by a run that was cut short, or by a text that has changed."""
    return parts.filter(pc.is_in(parts.column("reading"), value_set=readings.combine_chunks()))


_DATED = ("date_start", "date_end", "edtf", "granularity")


def _with_inherited(mentions: pa.Table, events: pa.Table) -> pa.Table:
    """Write into each mention the date that it has from its event, and the reason."""
    given = events.filter(pc.not_equal(events.column("inherited"), "[]"))
    heirs = {
        heir["mention_id"]: {column: row[column] for column in _DATED} | heir
        for row in given.select(["inherited", *_DATED]).to_pylist()
        for heir in json.loads(row["inherited"])
    }
    heir_ids = pa.array(sorted(heirs), pa.string())
    is_heir = pc.is_in(mentions.column("mention_id"), value_set=heir_ids)
    changed = [_inherit(row, heirs[row["mention_id"]]) for row in mentions.filter(is_heir).to_pylist()]
    kept = mentions.filter(pc.invert(is_heir))
    return pa.concat_tables([kept, pa.Table.from_pylist(changed, schema=mentions.schema)])


def _inherit(row: cells.TableRow, heir: cells.TableRow) -> cells.TableRow:
    step = Step("coreference", heir["dating"], heir["because"])
    dated = {column: heir[column] for column in (*_DATED, "dating")}
    return row | dated | {"trace": cells.trace_json((*cells.trace(row["trace"]), step))}
