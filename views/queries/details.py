"""One event with its mentions and their articles, as records for the passage reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

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


def rows(table: pa.Table, numbers: list[int], columns: list[str] | None = None) -> list[dict[str, Any]]:
    """Rows of an Arrow table by number, in the order asked."""
    chosen = table.select(columns) if columns else table
    return list(chosen.take(pa.array(numbers, pa.int64())).to_pylist())


def row_of(catalogue: Catalogue, event_id: str) -> int | None:
    """The row of an event by its id, or None when this store holds no such event."""
    number = pc.index(catalogue.events.column("event_id"), pa.scalar(event_id, pa.string())).as_py()
    return None if number < 0 else int(number)


def detail(catalogue: Catalogue, event_id: str) -> Detail | None:
    """The event with its mentions and articles; None when the store holds no such event on the timeline."""
    row = row_of(catalogue, event_id)
    if row is None:
        return None
    found: list[tuple[Any, ...]] = catalogue.ask("SELECT n FROM event WHERE row = ?", [row])
    if not found:
        return None
    pairs: list[tuple[Any, ...]] = catalogue.ask(
        "SELECT mention_row, document_row FROM mention WHERE n = ? ORDER BY rank", [found[0][0]]
    )
    mentions = rows(catalogue.mentions, [m for m, _ in pairs])
    documents = rows(catalogue.documents, [d for _, d in pairs])
    tellings = tuple(Telling(m, d) for m, d in zip(mentions, documents, strict=True))
    return Detail(found[0][0], rows(catalogue.events, [row])[0], tellings)


def ranked(catalogue: Catalogue, n: int) -> int | None:
    """The row of the event of rank `n`, the number that the chart sends back on a click."""
    found: list[tuple[Any, ...]] = catalogue.ask("SELECT row FROM event WHERE n = ?", [n])
    return int(found[0][0]) if found else None
