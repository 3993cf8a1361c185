"""Which events pass the filters, as arrays indexed by rank: one scan in DuckDB, and everything else is arithmetic."""

# ruff: noqa: S608 - the text joined here is a condition of ours; values go in as parameters

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from views import filters
from views.queries.catalogue import EARLIEST, LATEST, Catalogue, Columns
from views.state import ViewState

EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = dt.date.min.toordinal() - EPOCH, dt.date.max.toordinal() - EPOCH
Days = tuple[int, int]
"""First and last day, inclusive, counted from 1970-01-01."""
_LEAST_REACH = 45
"""Days on each side of the middle half of the events that always count as near."""
KEPT = 12
"""How many selections a catalogue remembers; at a million events each takes some 6 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The events that pass the filters. Masks are indexed by rank; `fine` and `coarse` are middle days in order."""

    dated: NDArray[np.bool_]
    undated: NDArray[np.bool_]
    fine: NDArray[np.int32]
    coarse: NDArray[np.int32]
    extent: Days | None
    """The stretch of days worth opening with; None without a dated event."""
    full: Days | None
    """From the first to the last day of any dated event."""
    outside: int
    """How many dated events lie wholly outside the extent."""


def select(catalogue: Catalogue, state: ViewState) -> Selection:
    """The selection of a view; remembered, since clicks, lanes and zoom leave it as it is."""
    where, values = filters.where(state)
    key = (where, *values)
    known = catalogue.selections.get(key)
    if not isinstance(known, Selection):
        known = _selection(catalogue, _passing(catalogue, where, values))
        while len(catalogue.selections) >= KEPT:
            catalogue.selections.pop(next(iter(catalogue.selections)), None)
        catalogue.selections[key] = known
    return known


def _passing(catalogue: Catalogue, where: str, values: list[object]) -> NDArray[np.bool_]:
    ranks = catalogue.columns.mid.size
    if where == "true":
        return np.ones(ranks, dtype=np.bool_)
    mask = np.zeros(ranks, dtype=np.bool_)
    mask[catalogue.ranks(f"SELECT n FROM event WHERE {where}", values)] = True
    return mask


def _selection(catalogue: Catalogue, passing: NDArray[np.bool_]) -> Selection:
    columns = catalogue.columns
    dated = passing & columns.dated
    in_time = columns.by_middle[dated[columns.by_middle]]
    middles, coarse = columns.mid[in_time], columns.coarse[in_time]
    extent = _extent(columns, dated, middles) if middles.size else None
    return Selection(
        dated=dated,
        undated=passing & ~columns.dated,
        fine=middles[~coarse],
        coarse=middles[coarse],
        extent=extent,
        full=_full(columns, dated) if extent else None,
        outside=_outside(columns, dated, extent) if extent else 0,
    )


def _full(columns: Columns, dated: NDArray[np.bool_]) -> Days:
    lo, hi, mid = columns.lo[dated], columns.hi[dated], columns.mid[dated]
    first, last = np.where(lo == EARLIEST, mid, lo).min(), np.where(hi == LATEST, mid, hi).max()
    return max(FIRST_DAY, int(first)), min(LAST_DAY, int(last))


def _outside(columns: Columns, dated: NDArray[np.bool_], extent: Days) -> int:
    return int(np.count_nonzero(dated & ((columns.hi < extent[0]) | (columns.lo > extent[1]))))


def _extent(columns: Columns, dated: NDArray[np.bool_], middles: NDArray[np.int32]) -> Days:
    """From the first to the last day, but for events far from the middle half: a lone century squeezes nothing."""
    low, high = int(middles[middles.size // 4]), int(middles[(3 * middles.size) // 4])
    reach = max(_LEAST_REACH, (high - low) * 4)
    near = (low - reach, high + reach)
    inside = dated & (columns.mid >= near[0]) & (columns.mid <= near[1])
    lo, hi, mid = columns.lo[inside], columns.hi[inside], columns.mid[inside]
    return int(np.where(lo < near[0], mid, lo).min()), int(np.where(hi > near[1], mid, hi).max())
