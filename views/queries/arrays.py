"""What the timeline needs of every event, as arrays of one number an event: days, lanes, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.int32]
"""Events by their rank, in the order of ranks: the most important is 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One number an event, indexed by rank. Days count from 1970-01-01."""

    row: NDArray[np.int32]
    """Row in the event table."""
    lo: NDArray[np.int32]
    hi: NDArray[np.int32]
    mid: NDArray[np.int32]
    """Middle day; of an open date its known end; 0 without a date."""
    dated: NDArray[np.bool_]
    coarse: NDArray[np.bool_]
    """Dated to more than a quarter of a year, or open."""


def columns(connection: duckdb.DuckDBPyConnection) -> Columns:
    """Reads the columns off the table `event`."""
    sql = "SELECT row, lo, hi, coalesce(mid, 0) AS mid, dated, hi - lo > 92 AS coarse FROM event ORDER BY n"
    return Columns(**{name: np.asarray(column) for name, column in connection.execute(sql).fetchnumpy().items()})


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


def members(connection: duckdb.DuckDBPyConnection, sql: str, events: int) -> Members:
    """Reads pairs of `n` and `code`, in the order of `n`, for so many events."""
    pairs = connection.execute(sql).fetchnumpy()
    starts = np.searchsorted(pairs["n"], np.arange(events + 1))
    return Members(np.asarray(pairs["n"]), np.asarray(pairs["code"]), starts)
