"""From bounds and fixes to one interval of possible publication days, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import LAST_DAY, Interval
from pipeline.model import Step
from pipeline.publication.bounds import Bound, Freshness
from pipeline.publication.fixes import Fix
from pipeline.settings.publication import PUBLICATION_MAX_WIDTH

STAGE = "publication"
_YEAR_AND_MORE = 400
"""A frame no longer than this, in days, leaves no doubt about the year."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Between which days publication lies by its bounds, and how closely it is likely to follow the first of them."""

    days: Interval
    freshness: Freshness
    sure: Interval
    """The same without what only mostly holds."""


def frame(bounds: Sequence[Bound], steps: list[Step]) -> Frame:
    """The days in all bounds, the surest first, then closed ones; what contradicts the earlier ones is set aside."""
    days = Interval(None, None)
    used: list[Bound] = []
    for bound in sorted(bounds, key=lambda bound: (bound.told, bound.days.end is None)):
        inner = days.intersect(bound.days)
        if inner is None:
            steps.append(Step(STAGE, "set aside", f"{bound.because}: contradicts {used[-1].because}"))
            continue
        days = inner
        used.append(bound)
    steps.extend(_told(used, days))
    newest = {bound.freshness for bound in used if bound.days.start is not None and bound.days.start == days.start}
    order: tuple[Freshness, ...] = ("news", "background")
    sure = Interval(None, None)
    for bound in used:
        sure = sure if bound.usual else sure.intersect(bound.days) or sure
    return Frame(days, next((kind for kind in order if kind in newest), "history"), sure)


def _told(used: Sequence[Bound], days: Interval) -> Iterator[Step]:
    """The bounds that decide where the frame begins and ends; the others say nothing that these do not say."""
    told = set()
    for bound in used:
        begins = bound.days.start is not None and bound.days.start == days.start
        ends = bound.days.end is not None and bound.days.end == days.end
        if (begins or ends) and bound.because not in told:
            told.add(bound.because)
            yield Step(STAGE, f"published {_words(bound.days)}", bound.because)


def _words(days: Interval) -> str:
    first, last = days.iso()
    if last is None:
        return f"on {first} or later"
    if first is None:
        return f"by {last}"
    return f"on {first}" if first == last else f"{first}..{last}"


def pin(within: Frame, fixes: Iterable[Fix], steps: list[Step]) -> Interval | None:
    """The days that the fixes leave within the frame, or None where they leave the year or the days open."""
    windows: tuple[Interval, ...] = ()
    for fix in fixes:
        reach = _reach(within, fix)
        if reach is None:
            steps.append(Step(STAGE, "set aside", f"{fix.because}: nothing tells the year"))
            continue
        met = _within(fix, reach, windows or (reach,))
        if not met:
            steps.append(Step(STAGE, "set aside", f"{fix.because}: no day fits it and the rest"))
            continue
        windows = met
        steps.append(Step(STAGE, f"published {' or '.join(map(_words, windows[:3]))}", fix.because))
    return _claim(windows or (within.sure,), steps)


def _reach(within: Frame, fix: Fix) -> Interval | None:
    """Where the windows of `fix` are looked for: the frame, or as far from its start as the year stays sure."""
    start, end = within.days.start, within.days.end
    if fix.own_year is not None:
        return within.days
    if start is None:
        return None
    if end is not None and end - start <= (fix.horizon if fix.rare else _YEAR_AND_MORE):
        # Within four years a date falls on its weekday once, seldom twice; then both are told.
        return within.days
    if within.freshness == "history" or (within.freshness == "background" and not fix.rare):
        return None
    horizon = start + fix.horizon
    return Interval(start, min(horizon, end or LAST_DAY))


def _within(fix: Fix, reach: Interval, allowed: Sequence[Interval]) -> tuple[Interval, ...]:
    """The windows of `fix` for every year in reach, as far as they are allowed; sorted."""
    if fix.own_year is not None:
        years = range(fix.own_year, fix.own_year + 1)
    elif reach.first_day is None or reach.last_day is None:
        return ()
    else:
        years = range(max(reach.first_day.year - 1, dt.MINYEAR), min(reach.last_day.year + 1, dt.MAXYEAR) + 1)
    met = {window.intersect(days) for year in years for window in fix.windows(year) for days in allowed}
    return tuple(sorted((days for days in met if days is not None), key=lambda days: (days.start or 0, days.end or 0)))


def _claim(windows: Sequence[Interval], steps: list[Step]) -> Interval | None:
    """One interval over all windows left, unless it is too wide to date anything."""
    hull = windows[0]
    for window in windows[1:]:
        hull = hull.hull(window)
    if hull.width is None or hull.width > PUBLICATION_MAX_WIDTH.number:
        known = "" if hull.start is None and hull.end is None else f": published {_words(hull)}, but no closer"
        steps.append(Step(STAGE, "unknown", f"the text leaves its day of publication open{known}"))
        return None
    steps.append(Step(STAGE, f"published {_words(hull)}", "all the evidence together"))
    return hull
