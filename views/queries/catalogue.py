"""A store opened for questions: compact columns in memory, conditions in DuckDB; text in Arrow, fetched by row."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.store import Entry, absent
from views.queries import arrays, deriving
from views.queries.arrays import Columns, Members, Ranks, Tellings
from views.queries.deriving import FOLDED, NAMES, PAIRS
from views.queries.text import Text

SOURCES = ("documents", "timexes", "mentions", "events", "issues")
"""The store's tables that a catalogue is made of."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """A store opened for questions. Compare by identity: another version of the store is another catalogue."""

    connection: duckdb.DuckDBPyConnection
    events: pa.Table
    mentions: pa.Table
    documents: pa.Table
    timexes: pa.Table
    issues: pa.Table
    counts: Mapping[str, int]
    """dated, undated, hidden, off_timeline, unsorted, documents, outlets, skipped, warnings."""
    options: Mapping[str, Mapping[str, int]]
    """For each filter that chooses among names: each name, most frequent first, and how many events have it."""
    columns: Columns
    members: Mapping[str, Members]
    tellings: Tellings
    identity: Ranks
    """Ranks in the order of event ids."""
    text: Text
    """The words of each event: its title, its actors and the passages that tell it."""
    remembered: dict[object, object] = field(default_factory=dict)
    """What `selection` keeps of earlier questions."""
    corrections: tuple[Entry, ...] = ()
    """The log of corrections, oldest first, and what has become of each."""

    def ask(self, sql: str, values: list[object] | None = None) -> list[tuple[Any, ...]]:
        """Rows of a query, on a cursor of its own: sessions ask at the same time."""
        with self.connection.cursor() as cursor:
            return list(cursor.execute(sql, values or []).fetchall())

    def rank(self, event_id: str) -> int | None:
        """The rank of an event, None when the page does not know it."""
        ids, row = self.events.column("event_id"), self.columns.row
        place = bisect.bisect_left(self.identity, event_id, key=lambda n: ids[int(row[n])].as_py())
        rank = int(self.identity[place]) if place < self.identity.size else None
        return rank if rank is not None and ids[int(row[rank])].as_py() == event_id else None

    def ranks(self, sql: str, values: list[object] | None = None) -> Ranks:
        """The column `n` of a query, as an array."""
        with self.connection.cursor() as cursor:
            return np.asarray(cursor.execute(sql, values or []).fetchnumpy()["n"])

    def fold(self, term: str) -> str:
        """A term as the texts are kept: in small letters, without accents."""
        if term.isascii() and term.isprintable():
            return term.lower()
        folded: str = self.ask(f"SELECT {FOLDED.format('?')}", [term])[0][0]
        return folded


def open_catalogue(tables: Mapping[str, pa.Table], derived: Mapping[str, pa.Table] | None = None) -> Catalogue:
    """Opens the tables of a store (columns as in data/schema).

    Args:
        tables: SOURCES as Arrow tables.
        derived: what `deriving.derived` makes of them, where it is known already.
    """
    # In one piece each, or a row would cost a copy of every column.
    arrow = {name: tables[name].combine_chunks() for name in SOURCES}
    known = derived or deriving.derived(arrow)
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    for name in (*NAMES, "event", *PAIRS):
        connection.register("derived", known[name])
        connection.execute(f"CREATE TABLE {name} AS FROM derived")
        connection.unregister("derived")
    columns = arrays.columns(known["event"])
    every = columns.dated.size
    options = {
        name: dict(zip(known[name].column("name").to_pylist(), known[name].column("events").to_pylist(), strict=True))
        for name in NAMES
    }
    kinds = known["event"].select(["n", "event_type"]).rename_columns(["n", "code"])
    return Catalogue(
        connection,
        **arrow,
        counts=_counts(arrow, columns, options),
        options=options,
        columns=columns,
        members={
            "actor": arrays.members(known["event_actor"], every),
            "outlet": arrays.members(known["event_outlet"], every),
            "event_type": arrays.members(kinds, every),
        },
        tellings=arrays.tellings(known["mention"], every),
        identity=known["identity"].column("n").to_numpy(),
        text=Text.of(known),
    )


def _counts(
    tables: Mapping[str, pa.Table], columns: Columns, options: Mapping[str, Mapping[str, int]]
) -> dict[str, int]:
    dated, every = int(np.count_nonzero(columns.dated)), columns.dated.size
    hidden = int(np.count_nonzero(tables["events"].column("hidden").to_numpy()))
    severities = tables["issues"].column("severity").to_pylist()
    return {
        "dated": dated,
        "undated": every - dated,
        "hidden": hidden,
        "off_timeline": tables["events"].num_rows - every - hidden,
        "unsorted": _unsorted(tables["events"]),
        "documents": tables["documents"].num_rows,
        "outlets": len(options["outlet"]),
        "skipped": severities.count("skipped"),
        "warnings": severities.count("warning"),
    }


def _unsorted(events: pa.Table) -> int:
    """Events without a date that may be background: a version of the program that did not say so stored them."""
    if "lacks_only_date" not in absent(events):
        return 0
    undated = pc.and_(pc.is_null(events.column("date_start")), pc.is_null(events.column("date_end")))
    apart = pc.or_(events.column("on_timeline"), events.column("hidden"))
    return int(pc.sum(pc.and_not(undated, apart)).as_py() or 0)
