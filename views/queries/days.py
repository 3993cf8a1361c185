"""Events by day, for the calendar: only those dated to one day stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from views.queries.catalogue import Catalogue
from views.queries.selection import select
from views.state import EPOCH, ViewState

YEARS = 24
"""Most years offered, the busiest."""


@dataclass(frozen=True, slots=True)
class Year:
    """Events of one year: by day of the year (0 is 1 January), and how many are dated less finely, by their middle."""

    year: int
    days: Mapping[int, int]
    exact: int
    coarse: int


def years(catalogue: Catalogue, state: ViewState) -> tuple[Year, ...]:
    """The years in which events of a view are dated to a day, in order of time, whatever days the view asks for."""
    columns, shown = catalogue.columns, select(catalogue, replace(state, first=None, last=None, within=False)).dated
    exact = columns.lo[shown] == columns.hi[shown]
    days, counts = np.unique(columns.lo[shown][exact], return_counts=True)
    middles = np.sort(columns.mid[shown][~exact])
    found: dict[int, dict[int, int]] = {}
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        date = dt.date.fromordinal(day + EPOCH)
        found.setdefault(date.year, {})[date.timetuple().tm_yday - 1] = count
    busiest = sorted(found, key=lambda year: (-sum(found[year].values()), year))[:YEARS]
    return tuple(
        Year(year, found[year], sum(found[year].values()), _between(middles, year)) for year in sorted(busiest)
    )


def _between(middles: np.ndarray, year: int) -> int:
    first, last = dt.date(year, 1, 1).toordinal() - EPOCH, dt.date(year, 12, 31).toordinal() - EPOCH
    return int(np.searchsorted(middles, last + 1) - np.searchsorted(middles, first))
