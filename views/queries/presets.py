"""Stretches of days that are worth a click: the busiest years of a view, and the time before the newest article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np
import pyarrow.compute as pc

from views.queries.catalogue import Catalogue
from views.queries.selection import FIRST_DAY, LAST_DAY, Selection, select
from views.state import EPOCH, ViewState

YEARS = 12
"""Most years offered."""
LATEST = (("Newest 30 days", 30), ("Newest 12 months", 365))
"""Days up to the newest article. Counted from the articles: the machine's date says nothing about them."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Inclusive days, what they are called, and how many events can have happened in them."""

    label: str
    first: dt.date
    last: dt.date
    events: int


def offered(catalogue: Catalogue, view: ViewState) -> tuple[Preset, ...]:
    """The presets of a view, as its other filters leave it: latest days first, then years in order of time."""
    chosen = select(catalogue, replace(view, first=None, last=None, within=False))
    if chosen.extent is None:
        return ()
    return (*_latest(catalogue, chosen), *_years(catalogue, chosen, chosen.extent))


def _latest(catalogue: Catalogue, chosen: Selection) -> list[Preset]:
    newest = pc.max(catalogue.documents.column("published_end")).as_py()
    if newest is None:
        return []
    spans = [(label, newest - dt.timedelta(days - 1)) for label, days in LATEST if newest.toordinal() > days]
    return [preset for label, first in spans if (preset := _preset(catalogue, chosen, label, first, newest)).events]


def _years(catalogue: Catalogue, chosen: Selection, extent: tuple[int, int]) -> list[Preset]:
    first, last = (dt.date.fromordinal(min(max(day, FIRST_DAY), LAST_DAY) + EPOCH).year for day in extent)
    # The busiest by the middles of their events, which are in order; the others are not even counted.
    middles = {year: _middles(chosen, year) for year in range(first, last + 1)}
    busiest = sorted((year for year in middles if middles[year]), key=lambda year: (-middles[year], year))[:YEARS]
    return [
        _preset(catalogue, chosen, str(year), dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in sorted(busiest)
    ]


def _middles(chosen: Selection, year: int) -> int:
    edges = [dt.date(year, 1, 1).toordinal() - EPOCH, dt.date(year, 12, 31).toordinal() - EPOCH + 1]
    return sum(int(np.diff(np.searchsorted(middles, edges))[0]) for middles in (chosen.fine, chosen.coarse))


def _preset(catalogue: Catalogue, chosen: Selection, label: str, first: dt.date, last: dt.date) -> Preset:
    near, far = catalogue.columns.near[chosen.dated], catalogue.columns.far[chosen.dated]
    inside = (near <= last.toordinal() - EPOCH) & (far >= first.toordinal() - EPOCH)
    return Preset(label, first, last, int(np.count_nonzero(inside)))
