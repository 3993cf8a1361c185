"""Loads a store's tables into an in-memory DuckDB of compact columns; text stays in Arrow and is fetched by row."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from pipeline.store import Entry
from views.queries import arrays, text
from views.queries.arrays import Columns, Members, Ranks
from views.queries.text import Text

EARLIEST, LATEST = -(10**8), 10**8
"""Day numbers that stand for an open start and an open end; no calendar reaches them."""

_SOURCES = {
    "events": "source",
    "mentions": "mentions_source",
    "documents": "documents_source",
    "timexes": "timexes_source",
}
"""Arrow tables that the load reads, and the names they have in it; none of them stays in DuckDB."""

_LISTS = {
    "actor": "(actors || recipients)",
    "recipient": "recipients",
    "outlet": "outlets",
    "claimant": "claimants",
    "place": "locations",
    "tag": "tags",
}
"""Filters over list columns: each has a table of names, and one of which event has which."""

_SINGLES = ("event_type", "factuality", "agreement", "granularity")
"""Filters over columns with one value an event."""

_SHOWN = "(NOT hidden AND (on_timeline OR lacks_only_date))"
"""What the page knows: events an analyst would plot, and those that nothing dates, for the tray; none hidden."""

_EVENT = f"""
CREATE TABLE event AS
SELECT n, row, CAST(lo AS INTEGER) AS lo, CAST(hi AS INTEGER) AS hi, first IS NOT NULL OR last IS NOT NULL AS dated,
       CASE WHEN first IS NULL THEN last WHEN last IS NULL THEN first ELSE (first + last) // 2 END::INTEGER AS mid,
       t.code AS event_type, f.code AS factuality, a.code AS agreement, g.code AS granularity,
       starred, corrected
FROM (
  SELECT CAST(row_number() OVER (ORDER BY importance DESC, event_id) - 1 AS INTEGER) AS n, row,
         CAST(date_start - DATE '1970-01-01' AS INTEGER) AS first,
         CAST(date_end - DATE '1970-01-01' AS INTEGER) AS last,
         coalesce(first, {EARLIEST}) AS lo, coalesce(last, {LATEST}) AS hi,
         event_type AS type_name, factuality AS factuality_name, agreement AS agreement_name,
         granularity AS granularity_name,
         starred, corrections <> '[]' AS corrected
  FROM source WHERE {_SHOWN}
) JOIN event_type t ON t.name = type_name JOIN factuality f ON f.name = factuality_name
JOIN agreement a ON a.name = agreement_name JOIN granularity g ON g.name = granularity_name
ORDER BY n
"""

_FOLDED = "lower(strip_accents(translate({}, chr(9) || chr(10) || chr(13) || chr(160), '    ')))"

_WORDS = f"""
SELECT {_FOLDED.format("s.title || ' ' || array_to_string(s.actors || s.recipients, ' ') || ' ' || coalesce(told, '')")}
       AS words
FROM event e JOIN source s USING (row)
LEFT JOIN (
  SELECT m.n, string_agg(DISTINCT substring(d.text, p.passage_start + 1, p.passage_end - p.passage_start), ' ') AS told
  FROM mention m JOIN mentions_source p ON p.row = m.mention_row JOIN documents_source d ON d.row = m.document_row
  GROUP BY m.n
) USING (n)
ORDER BY n
"""

_MENTION = """
CREATE TABLE mention AS
SELECT e.n, x.rank, p.row AS mention_row, d.row AS document_row, t.row AS timex_row
FROM (SELECT row, unnest(mention_ids) AS mention_id, generate_subscripts(mention_ids, 1) AS rank FROM source) x
JOIN event e ON e.row = x.row
JOIN mentions_source p ON p.mention_id = x.mention_id
JOIN documents_source d ON d.doc_id = p.doc_id
LEFT JOIN timexes_source t ON t.timex_id = p.timex_id
ORDER BY e.n, x.rank
"""


def _dimension(name: str, expression: str) -> str:
    """Numbers the values of a column from the most frequent down."""
    return f"""CREATE TABLE {name} AS
    SELECT CAST(row_number() OVER (ORDER BY count(*) DESC, name) - 1 AS INTEGER) AS code, name, count(*) AS events
    FROM (SELECT {expression} AS name FROM source WHERE {_SHOWN}) GROUP BY name"""


def _membership(name: str, expression: str) -> str:
    """Which event has which value of a list column, and at what place in the list."""
    return f"""CREATE TABLE event_{name} AS
    SELECT e.n, d.code, min(place) AS place
    FROM (SELECT row, unnest({expression}) AS name, generate_subscripts({expression}, 1) AS place
          FROM source WHERE {_SHOWN}) x
    JOIN event e USING (row) JOIN {name} d USING (name) GROUP BY e.n, d.code ORDER BY e.n"""


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
    """dated, undated, hidden, off_timeline, documents, outlets, skipped, warnings."""
    options: Mapping[str, Mapping[str, int]]
    """For each filter that chooses among names: each name, most frequent first, and how many events have it."""
    columns: Columns
    members: Mapping[str, Members]
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

    def ranks(self, sql: str, values: list[object] | None = None) -> Ranks:
        """The column `n` of a query, as an array."""
        with self.connection.cursor() as cursor:
            return np.asarray(cursor.execute(sql, values or []).fetchnumpy()["n"])

    def fold(self, term: str) -> str:
        """A term as the texts are kept: in small letters, without accents."""
        if term.isascii() and term.isprintable():
            return term.lower()
        folded: str = self.ask(f"SELECT {_FOLDED.format('?')}", [term])[0][0]
        return folded


def open_catalogue(tables: Mapping[str, pa.Table]) -> Catalogue:
    """Loads the tables of a store (columns as in data/schema) into memory.

    Args:
        tables: documents, timexes, mentions, events and issues as Arrow tables.
    """
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    for name, view in _SOURCES.items():
        numbered = tables[name].append_column("row", pa.array(np.arange(tables[name].num_rows, dtype=np.int32)))
        connection.register(view, numbered)
    for sql in (
        *(_dimension(name, f"unnest(list_distinct({column}))") for name, column in _LISTS.items()),
        *(_dimension(name, name) for name in _SINGLES),
        _EVENT,
        *(_membership(name, column) for name, column in _LISTS.items()),
        _MENTION,
        "CREATE TABLE identity AS SELECT event_id, n FROM event JOIN source USING (row) ORDER BY event_id",
    ):
        connection.execute(sql)
    words = connection.sql(_WORDS).to_arrow_table().column("words").combine_chunks()
    for view in _SOURCES.values():
        connection.unregister(view)
    return _described(connection, tables, words)


def _described(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table], words: pa.Array) -> Catalogue:
    options = {
        name: dict(connection.execute(f"SELECT name, events FROM {name} ORDER BY code").fetchall())
        for name in (*_LISTS, *_SINGLES)
    }
    columns = arrays.columns(connection)
    dated, every = int(np.count_nonzero(columns.dated)), columns.dated.size
    hidden = int(np.count_nonzero(tables["events"].column("hidden").to_numpy()))
    severities = tables["issues"].column("severity").to_pylist()
    counts = {
        "dated": dated,
        "undated": every - dated,
        "hidden": hidden,
        "off_timeline": tables["events"].num_rows - every - hidden,
        "documents": tables["documents"].num_rows,
        "outlets": len(options["outlet"]),
        "skipped": severities.count("skipped"),
        "warnings": severities.count("warning"),
    }
    # In one piece each, or a row would cost a copy of every column.
    arrow = {name: tables[name].combine_chunks() for name in (*_SOURCES, "issues")}
    members = {
        "actor": arrays.members(connection, "SELECT n, code FROM event_actor ORDER BY n, place", every),
        "outlet": arrays.members(connection, "SELECT n, code FROM event_outlet ORDER BY n, place", every),
        "event_type": arrays.members(connection, "SELECT n, event_type AS code FROM event ORDER BY n", every),
    }
    return Catalogue(
        connection, **arrow, counts=counts, options=options, columns=columns, members=members, text=text.index(words)
    )
