"""What follows from a store's tables, as tables of numbers: events in the order of importance, names by code, words.

Everything here hangs on the store alone, so it can be worked out once for each version of it and kept.
"""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import numpy as np
import pyarrow as pa

from views.queries import text

EARLIEST, LATEST = -(10**8), 10**8
"""Day numbers that stand for an open start and an open end; no calendar reaches them."""

_SOURCES = {
    "events": "source",
    "mentions": "mentions_source",
    "documents": "documents_source",
    "timexes": "timexes_source",
}
"""Arrow tables that the load reads, and the names they have in it; none of them stays in DuckDB."""

MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
"""Types of event that have no direction: whoever meets is met."""

_EACH_OTHER = f"event_type IN {MUTUAL} AND len(actors || recipients) > 1"

LISTS = {
    "actor": "(actors || recipients)",
    "recipient": f"(CASE WHEN {_EACH_OTHER} THEN actors || recipients ELSE recipients END)",
    "outlet": "outlets",
    "claimant": "claimants",
    "place": "locations",
    "tag": "tags",
}
"""Filters over list columns: each has a table of names, and one of which event has which."""

SINGLES = ("event_type", "factuality", "agreement", "granularity")
"""Filters over columns with one value an event."""

NAMES = (*LISTS, *SINGLES)
"""Tables of names: `code`, from the most frequent down, `name`, and how many `events` have it."""

PAIRS = tuple(f"event_{name}" for name in LISTS)
"""Tables of which event has which name: `n` and `code`."""

_SHOWN = "(NOT hidden AND (on_timeline OR lacks_only_date))"
"""What the page knows: events an analyst would plot, and those that nothing dates, for the tray; none hidden."""

_EVENT = f"""
CREATE TABLE event AS
SELECT n, row, CAST(lo AS INTEGER) AS lo, CAST(hi AS INTEGER) AS hi,
       coalesce(first, last, 0)::INTEGER AS near, coalesce(last, first, 0)::INTEGER AS far,
       first IS NOT NULL OR last IS NOT NULL AS dated,
       coalesce(CASE WHEN first IS NULL THEN last WHEN last IS NULL THEN first ELSE (first + last) // 2 END, 0)::INTEGER
         AS mid,
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

FOLDED = "lower(strip_accents(translate({}, chr(9) || chr(10) || chr(13) || chr(160), '    ')))"

_WORDS = f"""
SELECT {FOLDED.format("s.title || ' ' || array_to_string(s.actors || s.recipients, ' ') || ' ' || coalesce(told, '')")}
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
SELECT e.n, p.row AS mention_row, d.row AS document_row, coalesce(t.row, -1)::INTEGER AS timex_row
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
    """Which event has which value of a list column, in the order of the list."""
    return f"""CREATE TABLE event_{name} AS
    SELECT e.n, d.code
    FROM (SELECT row, unnest({expression}) AS name, generate_subscripts({expression}, 1) AS place
          FROM source WHERE {_SHOWN}) x
    JOIN event e USING (row) JOIN {name} d USING (name) GROUP BY e.n, d.code ORDER BY e.n, min(place)"""


def derived(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Tables by name: every filter's names, `event`, which event has which name, `mention`, `identity`, the words.

    Args:
        tables: documents, timexes, mentions and events as Arrow tables with the columns of data/schema.
    """
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    for name, view in _SOURCES.items():
        numbered = tables[name].append_column("row", pa.array(np.arange(tables[name].num_rows, dtype=np.int32)))
        connection.register(view, numbered)
    for sql in (
        *(_dimension(name, f"unnest(list_distinct({column}))") for name, column in LISTS.items()),
        *(_dimension(name, name) for name in SINGLES),
        _EVENT,
        *(_membership(name, column) for name, column in LISTS.items()),
        _MENTION,
        "CREATE TABLE identity AS SELECT n FROM event JOIN source USING (row) ORDER BY event_id",
    ):
        connection.execute(sql)
    names = (*NAMES, "event", *PAIRS, "mention", "identity")
    found = {name: connection.sql(f"FROM {name}").to_arrow_table().combine_chunks() for name in names}
    words = connection.sql(_WORDS).to_arrow_table().column("words").combine_chunks()
    connection.close()
    return found | text.index(words)
