"""One event with its mentions and their articles, as records for the passage reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from views.queries.catalogue import Catalogue

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of the event and the article it stands in, as rows of the tables."""

    mention: Record
    document: Record


@dataclass(frozen=True, slots=True)
class Detail:
    """An event, the mentions that tell of it (most telling first), and its rank by importance."""

    n: int
    event: Record
    tellings: tuple[Telling, ...]


def rows(table: pa.Table, numbers: Sequence[int], columns: list[str] | None = None) -> list[dict[str, Any]]:
    """Rows of an Arrow table by number, in the order asked.

    Slices rather than `take`, which gathers all chunks of every column first: 50 ms for one row of a million.
    """
    chosen = table.select(columns) if columns else table
    if not numbers:
        return []
    return list(pa.concat_tables([chosen.slice(number, 1) for number in numbers]).to_pylist())


def detail(catalogue: Catalogue, event_id: str) -> Detail | None:
    """The event with its mentions and articles; None when the store holds no such event on the timeline."""
    found = catalogue.ask("SELECT n FROM identity WHERE event_id = ?", [event_id])
    if not found:
        return None
    rank = int(found[0][0])
    pairs = catalogue.ask("SELECT mention_row, document_row FROM mention WHERE n = ? ORDER BY rank", [rank])
    mentions = rows(catalogue.mentions, [m for m, _ in pairs])
    documents = rows(catalogue.documents, [d for _, d in pairs])
    tellings = tuple(Telling(m, d) for m, d in zip(mentions, documents, strict=True))
    return Detail(rank, rows(catalogue.events, [int(catalogue.columns.row[rank])])[0], tellings)


def ranked(catalogue: Catalogue, rank: int) -> str | None:
    """The id of the event of that rank, the number that the chart sends back on a click."""
    if not 0 <= rank < catalogue.columns.row.size:
        return None
    event_id: str = catalogue.events.column("event_id")[int(catalogue.columns.row[rank])].as_py()
    return event_id
