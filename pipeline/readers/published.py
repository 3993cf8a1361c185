"""Publication dates as metadata write them: ISO 8601 days, months, years, intervals and times, and RFC 2822 dates."""

from __future__ import annotations

import calendar
import datetime as dt
import email.utils
import re

from pipeline.calendar.interval import Interval, days

FORMS = "write 2022-07-12, 2022-07, 2022-07-05/2022-07-26, 2022-07-12T09:30 or Tue, 12 Jul 2022 09:30:00 +0000"
_OPEN = frozenset({"", "..", "open"})
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_DAY_WITH_REST = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{8})(?:[T ].*)?", re.DOTALL)


def parse_published(value: str) -> Interval:
    """The days that `value` leaves open; a time of day or zone is dropped, the day stays as written.

    Raises:
        ValueError: in one line, saying what is wrong and which forms are read.
    """
    text = value.strip()
    first, slash, last = text.partition("/")
    if not slash:
        return _one(text)
    starts = None if first.strip() in _OPEN else _one(first.strip()).first_day
    ends = None if last.strip() in _OPEN else _one(last.strip()).last_day
    if starts is None and ends is None:
        raise ValueError(f"an interval open on both sides says nothing; {FORMS}")
    if starts is not None and ends is not None and starts > ends:
        raise ValueError(f"the interval ends before it starts; {FORMS}")
    return days(starts, ends)


def _one(text: str) -> Interval:
    if partial := _PARTIAL.fullmatch(text):
        return _month_or_year(int(partial[1]), partial[2])
    date = _iso_day(text) or _mail_day(text)
    return days(date, date)


def _month_or_year(year: int, month: str | None) -> Interval:
    if not dt.MINYEAR <= year <= dt.MAXYEAR or (month and not 1 <= int(month) <= 12):
        raise ValueError(f"no such month or year; {FORMS}")
    if month is None:
        return days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return days(dt.date(year, int(month), 1), dt.date(year, int(month), calendar.monthrange(year, int(month))[1]))


def _iso_day(text: str) -> dt.date | None:
    match = _DAY_WITH_REST.fullmatch(text)
    if match is None:
        return None
    try:
        return dt.date.fromisoformat(match[1])
    except ValueError as error:
        raise ValueError(f"no such day ({error}); {FORMS}") from error


def _mail_day(text: str) -> dt.date:
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise ValueError(f"not a date that is read; {FORMS}") from error
