"""What ties publication to days of the calendar: date lines, weekdays with dates, named days with "yesterday", seasons.

Each fix gives, for a year, the windows of days on which the text may have been published. Years are chosen by `solve`.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make, nearest_weekday, weekday_from
from pipeline.model import Document
from pipeline.publication.bounds import Bound
from pipeline.publication.clues import Clue
from pipeline.publication.datelines import in_lead, is_date_line, is_dateline
from pipeline.publication.named import date_of, named_day
from pipeline.publication.newest import newest_date, only_in
from pipeline.settings.publication import (
    PUBLICATION_PAIR_HORIZON,
    PUBLICATION_RECENCY,
    PUBLICATION_SEASON_HORIZON,
    PUBLICATION_SEASON_LEAD,
    PUBLICATION_STYLE_GAP,
)

_WEEK = 7
_LEAP = 2000
"""A year that has every day, for dates without one."""
_SOON = int(PUBLICATION_RECENCY.number)
_PAIR = int(PUBLICATION_PAIR_HORIZON.number)
_SEASON = int(PUBLICATION_SEASON_HORIZON.number)
_THEME = 120
"""Days after a date line that a text may tell of as past only where the line is no day of publication."""
_BEFORE_SEASON = 150
_SINCE = re.compile(r"\bsince (?:the |his |her |its |their )?$")
_LEAD = 16
"""Characters before a date in which "since the" stands."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
"""First months of the seasons, by their TIMEX3 codes."""

Windows = Callable[[int], tuple[Interval, ...]]


@dataclass(frozen=True, slots=True)
class Fix:
    """`windows(year)` are the days of publication when the fix's own date lies in that year.

    `horizon`: so many days after the newest known event it is believed. `rare`: it fits one year in five or more, so
    that an event named for years is enough. `own_year`: the words name the year.
    """

    windows: Windows
    because: str
    horizon: int
    rare: bool = False
    own_year: int | None = None


def fixes(document: Document, clues: Sequence[Clue], known: Sequence[Bound]) -> Iterator[Fix]:
    """All that ties publication to the calendar, the surest first."""
    past = [clue for clue in clues if not clue.ahead]
    yield from _date_lines(document, clues)
    yield from _datelines(document, clues, past)
    yield from _pairs(past)
    yield from _named_days(past)
    yield from _month_days(document, past, known)
    yield from _seasons(clues)


def _around(date_in: Callable[[int], dt.date | None], before: int, after: int) -> Windows:
    """Windows from `before` days before the date in a year to `after` days after it, both inclusive."""

    def windows(year: int) -> tuple[Interval, ...]:
        date = date_in(year)
        if date is None or date.toordinal() <= before:
            return ()
        return (Interval(date.toordinal() - before, date.toordinal() + after + 1),)

    return windows


def _on_weekday(clue: Clue, weekdays: set[int], year: int) -> dt.date | None:
    date = clue.in_year(year)
    return date if date and date.isoweekday() in weekdays else None


def _first_weekday(past: Sequence[Clue]) -> Clue | None:
    """The first weekday in the article's voice whose verb is past, or the first of any, such as one in a headline."""
    days = [clue for clue in past if clue.is_weekday and not clue.quoted]
    return next((clue for clue in days if clue.expression.tense == "past"), days[0] if days else None)


def _date_lines(document: Document, clues: Sequence[Clue]) -> Iterator[Fix]:
    """The first line that holds a full date and little else."""
    for clue in clues:
        date = clue.full_day or clue.dated_short
        if date is not None and is_date_line(document.text, clue.expression.span):
            if _heads_a_history(date, clues):
                return
            windows = _around(functools.partial(only_in, date), 0, 0)
            yield Fix(windows, f"the date line ‘{clue.text}’", _SOON, own_year=date.year)
            return


def _heads_a_history(date: dt.date, clues: Sequence[Clue]) -> bool:
    """Whether what follows tells, as past, of days soon after `date`, and names no day as from now: that is its theme.

    "August 14, 1920 / The Battle of Warsaw / ... On August 16 they attacked."
    """
    if any(clue.is_weekday or any(clue.is_day_from_now(step) for step in (-1, 0, 1)) for clue in clues):
        return False
    told = [clue.in_year(date.year) for clue in clues if clue.is_month_day and not (clue.ahead or clue.announced)
            and clue.expression.tense == "past"]  # fmt: skip
    return any(day is not None and 0 < (day - date).days <= _THEME for day in told)


def _datelines(document: Document, clues: Sequence[Clue], past: Sequence[Clue]) -> Iterator[Fix]:
    """An agency's "MINSK, July 4 (Agency) -" in front of the first sentence; it reports the day itself."""
    clue = next((c for c in clues if c.is_month_day and is_dateline(document.text, c.expression.span)), None)
    if clue is None:
        return
    weekday = _first_weekday(past)
    if weekday is None:
        yield Fix(_around(clue.in_year, 0, 1), f"the dateline ‘{clue.text}’", _SOON)
        return
    named = weekday.expression.weekday or 1
    date_in = functools.partial(_on_weekday, clue, {named, named % 7 + 1})
    because = f"the dateline ‘{clue.text}’, which is that ‘{weekday.text}’ or the day after it"
    yield Fix(_around(date_in, 0, 1), because, _PAIR, rare=True)


def _pairs(past: Sequence[Clue]) -> Iterator[Fix]:
    """A weekday with its date, "Monday, Nov. 28": only some years have it, and weekdays are named within the week."""
    dates = [clue for clue in past if clue.is_month_day]
    for clue in dates:
        weekday, date = clue.expression.weekday, clue.in_year(_LEAP)
        if weekday is None or date is None or any(0 < _gap(date, other) <= _SOON for other in dates):
            continue
        because = f"‘{clue.text}’: few years have that date on that weekday, and weekdays are named within a week"
        yield Fix(_around(functools.partial(_on_weekday, clue, {weekday}), 0, _WEEK - 1), because, _PAIR, rare=True)


def _named_days(past: Sequence[Clue]) -> Iterator[Fix]:
    """A named day with "yesterday" or "today" in the article's voice, and no other day these could mean."""
    if any(clue.is_weekday or clue.is_month_day for clue in past):
        return
    voice = [clue for clue in past if not clue.quoted]
    shifts = {shift for clue in voice for shift in (0, 1) if clue.is_day_from_now(-shift)}
    clue = next((clue for clue in past if named_day(clue.expression.named_day)), None)
    day = None if clue is None else named_day(clue.expression.named_day)
    if clue is None or day is None or len(shifts) != 1:
        return
    shift = shifts.pop()
    because = f"‘{clue.text}’ is the only named day, and the text says ‘{'yesterday' if shift else 'today'}’"
    yield Fix(_around(functools.partial(date_of, day), -shift, shift), because, _SOON)


def _month_days(document: Document, past: Sequence[Clue], known: Sequence[Bound]) -> Iterator[Fix]:
    """The newest date without a year: of the lead it is the news itself; else a bare weekday has come after it."""
    named = [clue for clue in past if (clue.is_month_day or clue.is_weekday) and not clue.quoted]
    dates = [clue for clue in past if clue.is_month_day]
    newest = newest_date(dates, known)
    if newest is None or any(clue.expression.weekday for clue in dates):
        return
    first = named[0] if named else newest.clue
    if first.in_year(_LEAP) == newest.clue.in_year(_LEAP):
        # "For the first time since the August 9 election": what came since is the news.
        looks_back = _SINCE.search(document.text[: first.expression.span.start][-_LEAD:]) is not None
        if first.is_month_day and in_lead(document, first.expression.span) and not looks_back:
            because = f"‘{first.text}’ opens the report and is its newest date: published within a week"
            yield Fix(_around(newest.date_in, 0, _WEEK - 1), because, _SOON, own_year=newest.own_year)
        return
    if first.is_weekday and newest.running:
        because = (
            f"‘{newest.clue.text}’ is the newest date; ‘{first.text}’ follows it, within a week of publication; "
            f"a date in place of a weekday suggests that {PUBLICATION_STYLE_GAP.number:.0f} days have passed"
        )
        windows = functools.partial(_weeks_after, newest.date_in, first.expression.weekday or 1)
        yield Fix(windows, because, _SOON, own_year=newest.own_year)


def _gap(anchor: dt.date, clue: Clue) -> int:
    """Days from `anchor` to the next day with the clue's month and day; 0 where there is none."""
    coming = (clue.in_year(year) for year in (anchor.year, anchor.year + 1) if year <= dt.MAXYEAR)
    return next(((date - anchor).days for date in coming if date and date > anchor), 0)


def _weeks_after(date_in: Callable[[int], dt.date | None], weekday: int, year: int) -> tuple[Interval, ...]:
    """A week from the first such weekday on or after the date, up to a week from the first past the gap of style."""
    date = date_in(year)
    if date is None or date <= dt.date.min + dt.timedelta(days=1):
        return ()
    late = date + dt.timedelta(days=int(PUBLICATION_STYLE_GAP.number) - 1)
    first, last = weekday_from(date, weekday), nearest_weekday(late, weekday, 1)
    return (Interval(first.toordinal(), last.toordinal() + _WEEK),) if first and last else ()


def _seasons(clues: Sequence[Clue]) -> Iterator[Fix]:
    """The coming season: published before it, or early in it."""
    lead = int(PUBLICATION_SEASON_LEAD.number)
    for clue in clues:
        month = clue.season_ahead(_SEASONS)
        if month is not None:
            because = f"‘{clue.text}’ lies ahead: before that season or in its first {lead} days"
            yield Fix(_around(functools.partial(make, month=month, day=1), _BEFORE_SEASON, lead - 1), because, _SEASON)
            return
