"""What the timeline needs of every event, as arrays of one number an event: days, lanes, names."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Ranks = NDArray[np.int32]
"""Events by their rank, in the order of ranks: the most important is 0."""
COARSE = 92
"""Days of a quarter: a date wider than that is counted apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One number an event, indexed by rank. Days count from 1970-01-01."""

    row: NDArray[np.int32]
    """Row in the event table."""
    lo: NDArray[np.int32]
    hi: NDArray[np.int32]
    near: NDArray[np.int32]
    far: NDArray[np.int32]
    """The days by which it is found: as `lo` and `hi`, but an open side ends at the known day; 0 without a date."""
    mid: NDArray[np.int32]
    """Middle day; of an open date its known end; 0 without a date."""
    dated: NDArray[np.bool_]
    coarse: NDArray[np.bool_]
    """Dated to more than COARSE days, or open."""


def columns(event: pa.Table) -> Columns:
    """The columns of the table `event`, which is in the order of ranks."""
    arrays = {name: event.column(name).to_numpy() for name in ("row", "lo", "hi", "near", "far", "mid", "dated")}
    return Columns(**arrays, coarse=arrays["hi"] - arrays["lo"] > COARSE)


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Which event has which names: pairs of rank and code, in the order of ranks."""

    ranks: Ranks
    codes: NDArray[np.int32]
    starts: NDArray[np.int64]
    """For each rank the place of its first pair; one more at the end."""

    def of(self, rank: int) -> Sequence[int]:
        """Codes of the names of one event, in the event's own order."""
        codes: list[int] = self.codes[self.starts[rank] : self.starts[rank + 1]].tolist()
        return codes

    def counted(self, ranks: Ranks, names: int) -> NDArray[np.int64]:
        """How many of these events have each name, by code."""
        return np.bincount(self._codes(ranks), minlength=names)

    def without(self, ranks: Ranks, codes: Sequence[int]) -> int:
        """How many of these events have none of the names."""
        having = np.zeros(self.starts.size - 1, dtype=np.bool_)
        having[self.ranks[np.isin(self.codes, np.asarray(codes, dtype=np.int32))]] = True
        return int(ranks.size - np.count_nonzero(having[ranks]))

    def _codes(self, ranks: Ranks) -> NDArray[np.int32]:
        events = self.starts.size - 1
        if ranks.size == events:
            return self.codes
        if ranks.size * 6 > events:  # so many that one pass over all pairs beats picking theirs
            mask = np.zeros(events, dtype=np.bool_)
            mask[ranks] = True
            return self.codes[mask[self.ranks]]
        first = self.starts[ranks]
        sizes = self.starts[ranks + 1] - first
        ends = np.cumsum(sizes)
        places = np.repeat(first - ends + sizes, sizes) + np.arange(ends[-1] if ends.size else 0)
        picked: NDArray[np.int32] = self.codes[places]
        return picked


def members(pairs: pa.Table, events: int) -> Members:
    """The pairs `n` and `code` of a table in the order of `n`, for so many events."""
    ranks = pairs.column("n").to_numpy()
    return Members(ranks, pairs.column("code").to_numpy(), np.searchsorted(ranks, np.arange(events + 1)))


@dataclass(frozen=True, slots=True, eq=False)
class Tellings:
    """Which mention in which article tells which event, as rows of the tables: in the order of ranks, best first."""

    ranks: Ranks
    mentions: NDArray[np.int32]
    documents: NDArray[np.int32]
    timexes: NDArray[np.int32]
    """-1 where no expression dates the mention."""
    starts: NDArray[np.int64]
    """For each rank the place of its first telling; one more at the end."""
    by_document: NDArray[np.int32]
    """The places of all tellings, in the order of the articles they stand in."""

    def of(self, rank: int, most: int) -> list[tuple[int, int, int | None]]:
        """Rows of the mention, its article and its expression, for the first tellings of an event."""
        here = slice(self.starts[rank], min(self.starts[rank + 1], self.starts[rank] + most))
        rows = zip(
            self.mentions[here].tolist(), self.documents[here].tolist(), self.timexes[here].tolist(), strict=True
        )
        return [(mention, document, None if timex < 0 else timex) for mention, document, timex in rows]

    def within(self, document: int, most: int) -> list[tuple[int, int]]:
        """The events told in an article as (rank, row of their first mention there), most important first."""
        first, last = (
            bisect.bisect(self.by_document, edge, key=self.documents.__getitem__) for edge in (document - 1, document)
        )
        places = self.by_document[first:last]
        found: dict[int, int] = {}
        for rank, mention in sorted(zip(self.ranks[places].tolist(), self.mentions[places].tolist(), strict=True)):
            found.setdefault(rank, mention)
        return [*found.items()][:most]


def tellings(mention: pa.Table, events: int) -> Tellings:
    """The table `mention`, which is in the order of ranks, for so many events."""
    names = ("n", "mention_row", "document_row", "timex_row")
    ranks, mentions, documents, timexes = (mention.column(name).to_numpy() for name in names)
    by_document = np.argsort(documents, kind="stable").astype(np.int32)
    return Tellings(ranks, mentions, documents, timexes, np.searchsorted(ranks, np.arange(events + 1)), by_document)
