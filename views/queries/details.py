"""One event with its mentions and their articles, as records for the passage reader."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from views.article import Told
from views.queries import apart
from views.queries.catalogue import Catalogue

Record = Mapping[str, Any]
MOST = 40
"""Most mentions fetched for one event; the event itself says how many there are."""
NEIGHBOURS = 150
"""Most events of one article that its reader offers."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of the event, the article it stands in and the expression that dates it, as rows of the tables."""

    mention: Record
    document: Record
    timex: Record | None
    document_row: int


@dataclass(frozen=True, slots=True)
class Detail:
    """An event, the mentions that tell of it (most telling first), and its rank by importance.

    What is kept off the timeline, or hidden, can be read too; it has no rank, since no filter finds it.
    """

    n: int | None
    event: Record
    tellings: tuple[Telling, ...]
    versions: Mapping[str, int] = field(default_factory=dict)
    """For each of its articles by id, how many earlier versions of it the store has, where it has any."""

    @property
    def is_dated(self) -> bool:
        """Whether the chart can show it."""
        return self.n is not None and (self.event["date_start"] is not None or self.event["date_end"] is not None)

    @property
    def published(self) -> dt.date | None:
        """The day on which its first article came out, or the first of those on which it may have."""
        day: dt.date | None = self.tellings[0].document["published_start"] if self.tellings else None
        return day


def rows(table: pa.Table, numbers: Sequence[int], columns: list[str] | None = None) -> list[dict[str, Any]]:
    """Rows of an Arrow table by number, in the order asked."""
    chosen = table.select(columns) if columns else table
    return list(chosen.take(pa.array(numbers, pa.int64())).to_pylist())


def chosen(catalogue: Catalogue, event_id: str | None) -> Detail | None:
    """The event that a view names, if it names one that there is."""
    return detail(catalogue, event_id) if event_id else None


def detail(catalogue: Catalogue, event_id: str) -> Detail | None:
    """The event with its mentions and articles; None when the store holds no such event."""
    rank = catalogue.rank(event_id)
    row = int(catalogue.columns.row[rank]) if rank is not None else apart.row_of(catalogue, event_id)
    if row is None:
        return None
    event = rows(catalogue.events, [row])[0]
    numbers = catalogue.tellings.of(rank, MOST) if rank is not None else apart.tellings(catalogue, event, MOST)
    mentions = rows(catalogue.mentions, [mention for mention, _, _ in numbers])
    documents = rows(catalogue.documents, [document for _, document, _ in numbers])
    places = [document for _, document, _ in numbers]
    timexes = [None if row is None else rows(catalogue.timexes, [row])[0] for _, _, row in numbers]
    tellings = tuple(Telling(*parts) for parts in zip(mentions, documents, timexes, places, strict=True))
    return Detail(rank, event, tellings, _versions(catalogue, documents))


def _versions(catalogue: Catalogue, documents: Sequence[Record]) -> dict[str, int]:
    """How many other articles the store has from the very address of each: those that it has taken the place of."""
    addresses = {row["url"]: row["doc_id"] for row in documents if row["url"]}
    if not addresses:
        return {}
    there = pc.is_in(catalogue.documents.column("url"), value_set=pa.array([*addresses], pa.string()))
    counts = Counter(catalogue.documents.column("url").filter(there).to_pylist())
    return {addresses[url]: count - 1 for url, count in counts.items() if count > 1}


def told_in(catalogue: Catalogue, detail: Detail) -> list[Told]:
    """The events told in the article that the detail's first mention stands in, in the order of its text."""
    if not detail.tellings:
        return []
    article = detail.tellings[0].document_row
    ranked = catalogue.tellings.within(article, NEIGHBOURS)
    pairs = [(int(catalogue.columns.row[n]), mention) for n, mention in ranked]
    told = [*_told(catalogue, pairs), *_told(catalogue, apart.within(catalogue, article, NEIGHBOURS), is_apart=True)]
    return sorted(told, key=lambda one: (one.start, one.event["event_id"]))


def _told(catalogue: Catalogue, pairs: Sequence[tuple[int, int]], *, is_apart: bool = False) -> list[Told]:
    """Pairs of rows, of an event and of its mention, as told in their article."""
    places = rows(catalogue.mentions, [mention for _, mention in pairs], ["trigger_start", "trigger_end"])
    columns = ["event_id", "title", "date_start", "date_end", "edtf", "granularity"]
    events = rows(catalogue.events, [row for row, _ in pairs], columns)
    return [Told(one, at["trigger_start"], at["trigger_end"], is_apart) for one, at in zip(events, places, strict=True)]


def told_by(catalogue: Catalogue, sources: Collection[str]) -> list[str]:
    """The ids of the events that articles tell of, by their sources; the most important first."""
    held = pc.is_in(catalogue.documents.column("source_uri"), value_set=pa.array(sorted(sources), pa.string()))
    rows = np.flatnonzero(held.to_numpy(zero_copy_only=False)).tolist()
    ranks = {rank for row in rows for rank, _ in catalogue.tellings.within(row, NEIGHBOURS)}
    return [event_id for rank in sorted(ranks) if (event_id := ranked(catalogue, rank)) is not None]


def ranked(catalogue: Catalogue, rank: int) -> str | None:
    """The id of the event of that rank, the number that the chart sends back on a click."""
    if not 0 <= rank < catalogue.columns.row.size:
        return None
    event_id: str = catalogue.events.column("event_id")[int(catalogue.columns.row[rank])].as_py()
    return event_id
