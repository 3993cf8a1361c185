"""Intervals as EDTF (ISO 8601-2, level 1) and back.

The coarsest form that names exactly the same days is chosen: a whole year is `2020`, a decade `193X`. Northern
winter has no EDTF form that every reader takes for December to February, so it is written as a range of months.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from pipeline.calendar.interval import Interval, days
from pipeline.calendar.operators import make, month_length

_SEASONS = {3: "21", 6: "22", 9: "23"}


def to_edtf(interval: Interval, *, uncertain: bool = False, approximate: bool = False) -> str:
    """The interval as EDTF; `?` when uncertain, `~` when approximate, `%` when both."""
    mark = {(True, False): "?", (False, True): "~", (True, True): "%"}.get((uncertain, approximate), "")
    first, last = interval.first_day, interval.last_day
    if first and last:
        if whole := _whole(first, last):
            return whole + mark
        start, end = _end(first, opens=True, other=last), _end(last, opens=False, other=first)
        return f"{start}{mark}/{end}{mark}"
    return f"{first.isoformat() + mark if first else '..'}/{last.isoformat() + mark if last else '..'}"


def _whole(first: dt.date, last: dt.date) -> str | None:
    if first == last:
        return first.isoformat()
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.month == 1 and last.month == 12:
        return _years(first.year, last.year)
    if first.year == last.year and last.month - first.month == 2 and first.month in _SEASONS:
        return f"{first.year:04}-{_SEASONS[first.month]}"
    return None


def _years(first: int, last: int) -> str | None:
    if first == last:
        return f"{first:04}"
    if first % 10 == 0 and last == first + 9:
        return f"{first // 10:03}X"
    if first % 100 == 0 and last == first + 99:
        return f"{first // 100:02}XX"
    return None


def _end(day: dt.date, *, opens: bool, other: dt.date) -> str:
    """One end of a range, by year or month when both ends allow it, else by day."""
    first, last = (day, other) if opens else (other, day)
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return day.isoformat()
    if first.month == 1 and last.month == 12:
        return f"{day.year:04}"
    return f"{day.year:04}-{day.month:02}"


def from_edtf(text: str) -> Interval:
    """The days an EDTF level 1 date, season or interval names.

    Raises:
        ValueError: when `text` is none of these.
    """
    if "/" in text:
        start, _, end = text.partition("/")
        return Interval(_point(start).start if start not in {"", ".."} else None,
                        _point(end).end if end not in {"", ".."} else None)  # fmt: skip
    return _point(text)


def _point(text: str) -> Interval:
    bare = text.rstrip("?~%")
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", bare):
        date = make(*(int(x) for x in found.groups()))
        if date:
            return days(date, date)
    elif found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", bare):
        year, month = int(found[1]), int(found[2])
        return days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    elif found := re.fullmatch(r"(\d{4})-2([123])", bare):
        year, month = int(found[1]), 3 * int(found[2])
        return days(dt.date(year, month, 1), dt.date(year, month + 2, month_length(year, month + 2)))
    elif found := re.fullmatch(r"(?=.{4}$)(\d+)(X{0,2})", bare):
        scale = 10 ** len(found[2])
        low = int(found[1]) * scale
        return days(dt.date(max(low, 1), 1, 1), dt.date(low + scale - 1, 12, 31))
    raise ValueError(f"not an EDTF level 1 date: {text!r}")
