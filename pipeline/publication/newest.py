"""The newest date that a text writes without a year, in which year, and whether it is of a running story."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.publication.bounds import Bound
from pipeline.publication.clues import Clue
from pipeline.settings.publication import PUBLICATION_DENSITY, PUBLICATION_RECENCY

_LEAP = 2000
"""A year that has every day, for dates without one."""
_SOON = int(PUBLICATION_RECENCY.number)
_BEFORE = 200
"""A date so many days before a known event at most is taken to have come before it, not a year later."""


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest written date; `own_year` when events known from the same text tell it.

    `running`: another date or event of the text lies within days of it. A single date may be background of any age.
    """

    clue: Clue
    date_in: Callable[[int], dt.date | None]
    own_year: int | None
    running: bool


def newest_date(dates: Sequence[Clue], known: Sequence[Bound]) -> Newest | None:
    """The newest of `dates`, or None when there is none or their order stays open."""
    known_days = {(bound.day.month, bound.day.day): bound.day for bound in known if bound.day}
    news = {bound.day for bound in known if bound.day and bound.freshness == "news"}
    loose = [clue for clue in dates if _month_day(clue) not in known_days]
    placed = {known_days[key]: clue for clue in dates if (key := _month_day(clue)) in known_days}
    written = {day: clue for day, clue in placed.items() if day in news}
    return _beside(loose, written, news) if news else _alone(loose)


def _month_day(clue: Clue) -> tuple[int, int]:
    return clue.expression.month or 0, clue.expression.day or 0


def _alone(loose: Sequence[Clue]) -> Newest | None:
    """Without an event of known date: the order in which the dates span the shortest time."""
    if not loose:
        return None
    newest = min(loose, key=lambda clue: _longest_wait(clue, loose))
    end = newest.in_year(_LEAP)
    others = (other for clue in loose if end and (other := clue.in_year(_LEAP)))
    running = any(0 < (end - other).days % 366 <= PUBLICATION_DENSITY.number for other in others if end)
    return Newest(newest, newest.in_year, None, running)


def _beside(loose: Sequence[Clue], written: dict[dt.date, Clue], news: set[dt.date]) -> Newest | None:
    """With known events: each date lies soon after the newest of them, or before it; anything else stays open."""
    anchor = max(news)
    placed = dict(written)
    for clue in loose:
        date = _near(anchor, clue)
        if date is None:
            return None
        placed[date] = clue
    if not placed:
        return None
    newest = max(placed)
    near = (abs((newest - other).days) for other in {*placed, *news} if other != newest)
    running = any(gap <= PUBLICATION_DENSITY.number for gap in near)
    return Newest(placed[newest], functools.partial(only_in, newest), newest.year, running)


def _near(anchor: dt.date, clue: Clue) -> dt.date | None:
    years = (year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if dt.MINYEAR <= year <= dt.MAXYEAR)
    coming = (date for year in years if (date := clue.in_year(year)))
    return next((date for date in coming if -_BEFORE <= (date - anchor).days <= _SOON), None)


def only_in(date: dt.date, year: int) -> dt.date | None:
    """The date, when it is of that year."""
    return date if date.year == year else None


def _longest_wait(newest: Clue, dates: Sequence[Clue]) -> int:
    """Days from the oldest of `dates` to `newest`, were it the newest of them."""
    end = newest.in_year(_LEAP)
    others = [clue.in_year(_LEAP) for clue in dates]
    return max((end - other).days % 366 if end and other else 366 for other in others)
