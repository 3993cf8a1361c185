"""Days on which far more happened than on others, and whether that rests on one outlet or on one way of dating.

A date that is a fall-back, or one outlet's habit, piles events on a day; a reader takes the pile for news.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from views.queries import details
from views.queries.catalogue import Catalogue
from views.queries.selection import EPOCH

LEAST = 6
"""Events on one day from which on it can be a spike."""
TIMES = 3
"""How many times the events of the usual day, counted over the days that have any."""
MOST = 30
"""Most days listed."""
SHARE = 0.8
"""Share of a day's events from which on the day rests on one outlet, or on one way of dating."""
SOUND = frozenset({"explicit", "corrected"})
"""Ways of dating that a day may rest on: the words name it, or a reader does."""


@dataclass(frozen=True, slots=True)
class Spike:
    """A day, its events, the commonest way of dating and the commonest lone outlet with their shares (0 to 1)."""

    day: dt.date
    events: int
    dating: str
    dating_share: float
    outlet: str | None
    outlet_share: float

    @property
    def one_method(self) -> bool:
        """Whether it rests on one way of dating, other than on words that name the day."""
        return self.dating_share >= SHARE and self.dating not in SOUND

    @property
    def one_outlet(self) -> bool:
        """Whether it rests on events that one outlet alone tells."""
        return self.outlet is not None and self.outlet_share >= SHARE


def spikes(catalogue: Catalogue) -> list[Spike]:
    """The days with most events, those that rest on one outlet or one method first."""
    columns = catalogue.columns
    single = columns.dated & (columns.lo == columns.hi)
    days, counts = np.unique(columns.lo[single], return_counts=True)
    if not days.size:
        return []
    least = max(LEAST, TIMES * float(np.median(counts)))
    high = [int(day) for day in days[counts >= least][np.argsort(-counts[counts >= least], kind="stable")]][:MOST]
    ranks = np.flatnonzero(single)
    found = [_spike(catalogue, day, ranks[columns.lo[ranks] == day].tolist()) for day in high]
    return sorted(found, key=lambda one: (not (one.one_method or one.one_outlet), -one.events, one.day))


def _spike(catalogue: Catalogue, day: int, ranks: Sequence[int]) -> Spike:
    numbers = [int(catalogue.columns.row[rank]) for rank in ranks]
    rows = details.rows(catalogue.events, numbers, ["dating", "outlets"])
    dating, dated = _commonest(row["dating"] for row in rows)
    outlet, told = _commonest(row["outlets"][0] for row in rows if len(row["outlets"]) == 1)
    date = dt.date.fromordinal(day + EPOCH)
    return Spike(date, len(rows), dating or "", dated / len(rows), outlet, told / len(rows))


def _commonest(values: Any) -> tuple[str | None, int]:
    counts = Counter(values)
    return max(counts.items(), key=lambda pair: (pair[1], pair[0])) if counts else (None, 0)
