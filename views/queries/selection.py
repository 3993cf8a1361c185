"""Which events pass the filters, as arrays of ranks: each filter is asked once, and everything else is arithmetic."""

# ruff: noqa: S608 - the text joined here is a condition of ours; values go in as parameters

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from views import filters
from views.queries.arrays import Columns, Ranks
from views.queries.catalogue import Catalogue
from views.queries.deriving import EARLIEST, LATEST
from views.state import ViewState

EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = dt.date.min.toordinal() - EPOCH, dt.date.max.toordinal() - EPOCH
Days = tuple[int, int]
"""First and last day, inclusive, counted from 1970-01-01."""
Mask = NDArray[np.bool_]
T = TypeVar("T")
_LEAST_REACH = 45
"""Days on each side of the middle half of the events that always count as near."""
MOST, SHORTER, FEW = 0.8, 0.6, 40
"""The page opens on the stretch with this share of the events, if it is under this share of all days; not for few."""
KEPT = 48
"""How many answers a catalogue remembers; at a million events each takes up to 7 MB, most of them 1 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The events that pass the filters. `fine` and `coarse` are middle days in order."""

    dated: Ranks
    undated: Ranks
    fine: NDArray[np.int32]
    coarse: NDArray[np.int32]
    extent: Days | None
    """The stretch of days that holds nearly all of them; None without a dated event."""
    focus: Days | None
    """The stretch to open with: where most of them are, when that is much shorter than the extent."""
    full: Days | None
    """From the first to the last day of any dated event."""
    outside: int
    """How many dated events lie wholly outside the extent."""


def select(catalogue: Catalogue, state: ViewState) -> Selection:
    """The selection of a view; remembered, since clicks, lanes and zoom leave it as it is."""
    return once(catalogue, asked(state), lambda: _selection(catalogue.columns, _passing(catalogue, state)))


def asked(state: ViewState) -> str:
    """What the filters of a view ask, to remember an answer by: views that differ in lanes or zoom ask the same."""
    return repr([(*each.condition(state), each.texts(state)) for each in filters.active(state)])


def once(catalogue: Catalogue, key: str, answer: Callable[[], T]) -> T:
    """The answer to a question, as it was given before if it was; the one asked longest ago is forgotten first."""
    kept: dict[Any, Any] = catalogue.remembered
    known = kept.pop(key, None)
    if known is None:
        known = answer()
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)), None)
    kept[key] = known
    found: T = known
    return found


def _passing(catalogue: Catalogue, state: ViewState) -> Mask:
    """Whether an event passes all filters, by rank. Each filter's answer is kept: most steps change one filter."""
    mask = np.ones(catalogue.columns.mid.size, dtype=np.bool_)
    for each in filters.active(state):
        sql, values = each.condition(state)
        if sql != "true":
            mask &= once(catalogue, f"{sql} {values!r}", partial(_asked, catalogue, sql, values))
        for unwanted, term in each.texts(state):
            held = once(catalogue, f"holds {term}", partial(_holding, catalogue, term))
            mask &= ~held if unwanted else held
    return mask


def _asked(catalogue: Catalogue, sql: str, values: list[object]) -> Mask:
    mask = np.zeros(catalogue.columns.mid.size, dtype=np.bool_)
    mask[catalogue.ranks(f"SELECT n FROM event WHERE {sql}", values)] = True
    return mask


def _holding(catalogue: Catalogue, term: str) -> Mask:
    return catalogue.text.holding(catalogue.fold(term))


def _selection(columns: Columns, passing: Mask) -> Selection:
    ranks = np.flatnonzero(passing).astype(np.int32)
    is_dated = columns.dated[ranks]
    dated, undated = ranks[is_dated], ranks[~is_dated]
    coarse, days = columns.coarse[dated], _days(columns, dated)
    in_time = np.sort(days.mid)
    extent = _extent(days, in_time) if dated.size else None
    return Selection(
        dated=dated,
        undated=undated,
        fine=np.sort(days.mid[~coarse]),
        coarse=np.sort(days.mid[coarse]),
        extent=extent,
        focus=_focus(in_time, extent) if extent else None,
        full=_full(days) if extent else None,
        outside=_outside(days, extent) if extent else 0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Days:
    """First, last and middle day of the dated events of a view, in the order of ranks: picked once, asked often."""

    lo: NDArray[np.int32]
    hi: NDArray[np.int32]
    mid: NDArray[np.int32]


def _days(columns: Columns, dated: Ranks) -> _Days:
    return _Days(columns.lo[dated], columns.hi[dated], columns.mid[dated])


def _focus(middles: NDArray[np.int32], extent: Days) -> Days:
    """The shortest stretch with MOST of the events, or the extent when that is not SHORTER or they are few."""
    most = math.ceil(MOST * middles.size)
    if middles.size < FEW:
        return extent
    widths = middles[most - 1 :] - middles[: middles.size - most + 1]
    at = int(np.argmin(widths))
    first, last = max(extent[0], int(middles[at])), min(extent[1], int(middles[at + most - 1]))
    return (first, last) if last - first < SHORTER * (extent[1] - extent[0]) else extent


def _full(days: _Days) -> Days:
    first = np.where(days.lo == EARLIEST, days.mid, days.lo).min()
    last = np.where(days.hi == LATEST, days.mid, days.hi).max()
    return max(FIRST_DAY, int(first)), min(LAST_DAY, int(last))


def _outside(days: _Days, extent: Days) -> int:
    return int(np.count_nonzero((days.hi < extent[0]) | (days.lo > extent[1])))


def _extent(days: _Days, middles: NDArray[np.int32]) -> Days:
    """From the first to the last day, but for events far from the middle half: a lone century squeezes nothing."""
    low, high = int(middles[middles.size // 4]), int(middles[(3 * middles.size) // 4])
    reach = max(_LEAST_REACH, (high - low) * 4)
    near = (low - reach, high + reach)
    inside = (days.mid >= near[0]) & (days.mid <= near[1])
    lo, hi, mid = days.lo[inside], days.hi[inside], days.mid[inside]
    return int(np.where(lo < near[0], mid, lo).min()), int(np.where(hi > near[1], mid, hi).max())
