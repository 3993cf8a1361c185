"""Loads a store's tables into an in-memory DuckDB of compact columns; text stays in Arrow and is fetched by row."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

EARLIEST, LATEST = -(10**8), 10**8
"""Day numbers that stand for an open start and an open end; no calendar reaches them."""

_EVENT = f"""
CREATE TABLE event AS
SELECT n, row, lo, hi, first IS NOT NULL OR last IS NOT NULL AS dated,
       CASE WHEN first IS NULL THEN last WHEN last IS NULL THEN first ELSE (first + last) // 2 END AS mid,
       t.code AS event_type, f.code AS factuality, words
FROM (
  SELECT CAST(row_number() OVER (ORDER BY importance DESC, event_id) - 1 AS INTEGER) AS n, row,
         CAST(date_start - DATE '1970-01-01' AS INTEGER) AS first,
         CAST(date_end - DATE '1970-01-01' AS INTEGER) AS last,
         coalesce(first, {EARLIEST}) AS lo, coalesce(last, {LATEST}) AS hi,
         event_type AS type_name, factuality AS factuality_name, words
  FROM source LEFT JOIN words USING (row) WHERE on_timeline
) JOIN event_type t ON t.name = type_name JOIN factuality f ON f.name = factuality_name
ORDER BY n
"""

_WORDS = """
CREATE TEMP TABLE words AS
SELECT s.row AS row, lower(strip_accents(any_value(s.title) || ' ' ||
       any_value(array_to_string(s.actors || s.recipients, ' ')) || ' ' ||
       coalesce(string_agg(DISTINCT substring(d.text, p.passage_start + 1, p.passage_end - p.passage_start), ' '), '')))
       AS words
FROM source s
LEFT JOIN (SELECT row, unnest(mention_ids) AS mention_id FROM source) m ON m.row = s.row
LEFT JOIN mentions_source p ON p.mention_id = m.mention_id
LEFT JOIN documents_source d ON d.doc_id = p.doc_id
GROUP BY s.row
"""

_MENTION = """
CREATE TABLE mention AS
SELECT e.n, x.rank, p.row AS mention_row, d.row AS document_row
FROM (SELECT row, unnest(mention_ids) AS mention_id, generate_subscripts(mention_ids, 1) AS rank FROM source) x
JOIN event e ON e.row = x.row
JOIN mentions_source p ON p.mention_id = x.mention_id
JOIN documents_source d ON d.doc_id = p.doc_id
ORDER BY e.n, x.rank
"""


def _dimension(name: str, expression: str) -> str:
    """Numbers the values of a column from the most frequent down."""
    return f"""CREATE TABLE {name} AS
    SELECT CAST(row_number() OVER (ORDER BY count(*) DESC, name) - 1 AS INTEGER) AS code, name, count(*) AS events
    FROM (SELECT {expression} AS name FROM source WHERE on_timeline) GROUP BY name"""


def _membership(name: str, expression: str) -> str:
    """Which event has which value of a list column, and at what place in the list."""
    return f"""CREATE TABLE event_{name} AS
    SELECT e.n, d.code, min(place) AS place
    FROM (SELECT row, unnest({expression}) AS name, generate_subscripts({expression}, 1) AS place
          FROM source WHERE on_timeline) x
    JOIN event e USING (row) JOIN {name} d USING (name) GROUP BY e.n, d.code ORDER BY e.n"""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """A store opened for questions. Compare by identity: another version of the store is another catalogue."""

    connection: duckdb.DuckDBPyConnection
    events: pa.Table
    mentions: pa.Table
    documents: pa.Table
    issues: pa.Table
    counts: Mapping[str, int]
    """dated, undated, off_timeline, documents, outlets, skipped, warnings."""
    options: Mapping[str, Mapping[str, int]]
    """For actor, outlet, event_type and factuality: each value, most frequent first, and how many events have it."""

    def ask(self, sql: str, values: list[object] | None = None) -> list[tuple[object, ...]]:
        """Rows of a query, on a cursor of its own: sessions ask at the same time."""
        with self.connection.cursor() as cursor:
            return list(cursor.execute(sql, values or []).fetchall())


def open_catalogue(tables: Mapping[str, pa.Table]) -> Catalogue:
    """Loads the tables of a store (columns as in data/schema) into memory.

    Args:
        tables: documents, mentions, events and issues as Arrow tables.
    """
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    for name, view in (("events", "source"), ("mentions", "mentions_source"), ("documents", "documents_source")):
        numbered = tables[name].append_column("row", pa.array(range(tables[name].num_rows), pa.int32()))
        connection.register(view, numbered)
    for sql in (
        _dimension("actor", "unnest(list_distinct(actors || recipients))"),
        _dimension("outlet", "unnest(list_distinct(outlets))"),
        _dimension("event_type", "event_type"),
        _dimension("factuality", "factuality"),
        _WORDS,
        _EVENT,
        _membership("actor", "(actors || recipients)"),
        _membership("outlet", "outlets"),
        _MENTION,
        "DROP TABLE words",
    ):
        connection.execute(sql)
    for view in ("source", "mentions_source", "documents_source"):
        connection.unregister(view)
    return _described(connection, tables)


def _described(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> Catalogue:
    options = {
        name: dict(connection.execute(f"SELECT name, events FROM {name} ORDER BY code").fetchall())
        for name in ("actor", "outlet", "event_type", "factuality")
    }
    dated, every = connection.execute("SELECT count(*) FILTER (dated), count(*) FROM event").fetchall()[0]
    severities = tables["issues"].column("severity").to_pylist()
    counts = {
        "dated": dated,
        "undated": every - dated,
        "off_timeline": tables["events"].num_rows - every,
        "documents": tables["documents"].num_rows,
        "outlets": len(options["outlet"]),
        "skipped": severities.count("skipped"),
        "warnings": severities.count("warning"),
    }
    arrow = {name: tables[name] for name in ("events", "mentions", "documents", "issues")}
    return Catalogue(connection, **arrow, counts=counts, options=options)
