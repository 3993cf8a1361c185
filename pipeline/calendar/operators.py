"""Arithmetic on days: shift by a unit, the period of a unit that holds a day, the nth weekday, Easter.

Everything takes and gives `datetime.date`; None means the result lies outside the years 1 to 9999.
"""

from __future__ import annotations

import calendar
import datetime as dt

from pipeline.calendar.granularity import MANY

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12}
_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "weekend": 7, "week": 7}
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season of the northern half of the Earth; winter runs into the next year."""


def make(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    """Days in the month."""
    return calendar.monthrange(year, month)[1]


def add_days(date: dt.date, number: int) -> dt.date | None:
    """`number` days later (earlier when negative)."""
    try:
        return date + dt.timedelta(days=number)
    except OverflowError:
        return None


def add_months(date: dt.date, number: int) -> dt.date | None:
    """`number` months later, on the same day of the month or its last day when the month is shorter."""
    index = date.year * 12 + date.month - 1 + number
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(date.day, month_length(year, month + 1)))


def shift(date: dt.date, unit: str, number: float) -> dt.date | None:
    """`date` moved by `number` units. Fractions count for units of days, weeks, months and years.

    Raises:
        KeyError: when `unit` is no unit of time.
    """
    unit, times = MANY.get(unit, (unit, 1))
    number = number * times
    if abs(number) > 4_000_000:
        return None
    if unit in _MONTHS:
        return add_months(date, round(number * _MONTHS[unit]))
    return add_days(date, round(number * _DAYS[unit]))


def nearest_weekday(date: dt.date, weekday: int, direction: int) -> dt.date | None:
    """The closest day with ISO `weekday`: before (-1), after (+1), or on or before (0) `date`."""
    behind = (date.isoweekday() - weekday) % 7
    if direction < 0:
        return add_days(date, -(behind or 7))
    if direction > 0:
        return add_days(date, 7 - behind)
    return add_days(date, -behind)


def weekday_from(date: dt.date, weekday: int) -> dt.date | None:
    """The closest day with ISO `weekday` on or after `date`."""
    return add_days(date, (weekday - date.isoweekday()) % 7)


def weekday_of_week(date: dt.date, weekday: int) -> dt.date | None:
    """The day with ISO `weekday` in the ISO week that holds `date`."""
    return add_days(date, weekday - date.isoweekday())


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The `nth` such weekday of the month, counted from its end when negative."""
    if nth < 0:
        last = dt.date(year, month, month_length(year, month))
        return add_days(last, -((last.isoweekday() - weekday) % 7) + 7 * (nth + 1))
    first = dt.date(year, month, 1)
    return add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Western Easter Sunday (anonymous Gregorian algorithm; valid from 1583)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    leap = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * leap) // 451
    month, day = divmod(h + leap - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = dt.date(year, month, day + 1)
    return julian + dt.timedelta(days=style_gap(year))


def style_gap(year: int) -> int:
    """Days by which the Julian calendar lies behind the Gregorian from March of `year` on: 12 in 1877, 13 in 1917."""
    return year // 100 - year // 400 - 2
