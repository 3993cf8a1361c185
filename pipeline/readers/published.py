"""Publication dates as metadata write them: ISO 8601 days, months, years, intervals and times, RFC 2822 dates, Unix
times, and days in words or figures.

A day in figures that reads two ways needs its outlet's order, or is refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import email.utils
import re
from typing import Literal
from zoneinfo import ZoneInfo

from pipeline.calendar.interval import Interval, days
from pipeline.calendar.operators import make
from pipeline.readers.written_dates import written_date

FORMS = "write a date such as 2022-07-12, 12 July 2022, 2022-07 or 2022-07-05/2022-07-26"
_OPEN = frozenset({"", "..", "open"})
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_DAY_WITH_REST = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{8})(?:[T ].*)?", re.DOTALL)
_UTC = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)", re.IGNORECASE
)
_UNIX = re.compile(r"(1\d{9}|[2-9]\d{8})(?:\d{3})?(?:\.\d+)?")
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}.*|,?\s+\d{1,2}\s*[ap]\.?m\b.*)?"
_FIGURES = re.compile(rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{1,2}}){_TIME}", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(
    rf"(?:[a-z]{{3,9}}\.?,?\s+)?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>[a-z]{{3,9}})\.?,?"
    rf"|(?P<m2>[a-z]{{3,9}})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?)\s+(?P<y>\d{{4}}){_TIME}",
    re.IGNORECASE | re.DOTALL,
)
_MONTHS = tuple(calendar.month_name)[1:]

Order = Literal["dmy", "mdy", "ymd"]


def parse_published(value: str, *, order: Order | None = None, zone: ZoneInfo | None = None) -> Interval:
    """The days that `value` leaves open.

    The day stays as written, with one exception: a time in UTC is moved to `zone`, the outlet's own, when it is known.
    `order` is how the outlet writes days in figures, "01/02/2022".

    Raises:
        ValueError: in one line that goes on from the value: what is wrong with it, and what to write.
    """
    text = value.strip()
    if (told := _moment(text, zone) or _figures(text, order) or _words(text)) is not None:
        return days(told, told)
    first, slash, last = text.partition("/")
    if not slash:
        return _one(text)
    starts = None if first.strip() in _OPEN else _one(first.strip()).first_day
    ends = None if last.strip() in _OPEN else _one(last.strip()).last_day
    if starts is None and ends is None:
        raise ValueError(f"is open on both sides; {FORMS}")
    if starts is not None and ends is not None and starts > ends:
        raise ValueError(f"ends before it starts; {FORMS}")
    return days(starts, ends)


def _moment(text: str, zone: ZoneInfo | None) -> dt.date | None:
    """The day of a point in time, in the outlet's zone: a Unix time in seconds or milliseconds, or a time in UTC."""
    try:
        if unix := _UNIX.fullmatch(text):
            return dt.datetime.fromtimestamp(int(unix[1]), zone or dt.UTC).date()
        if zone is not None and _UTC.fullmatch(text):
            plain = re.sub(r"\s*(?:UTC|GMT)$", "Z", text, flags=re.IGNORECASE)
            return dt.datetime.fromisoformat(plain).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None
    return None


def _figures(text: str, order: Order | None) -> dt.date | None:
    match = _FIGURES.fullmatch(text)
    if match is None or (match[2] == "-" and len(match[1]) == 4 and len(match[3]) == len(match[4]) == 2):
        return None
    one, two, three = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        readings = {(one, two, three)}
    elif len(match[4]) == 4:
        readings = {"dmy": {(three, two, one)}, "mdy": {(three, one, two)}}.get(order or "", set())
        readings = readings or ({(three, two, one)} if match[2] == "." else {(three, two, one), (three, one, two)})
    else:
        raise ValueError(f"has no year of four digits; {FORMS}")
    possible = {date for reading in readings if (date := make(*reading))}
    if len(possible) > 1:
        raise ValueError(f"can be read as two different days; {FORMS}")
    if not possible:
        raise ValueError(f"is not a day that exists; {FORMS}")
    return possible.pop()


def _words(text: str) -> dt.date | None:
    match = _WORDS.fullmatch(text)
    if match is None:
        return None
    name = (match["m"] or match["m2"]).casefold()
    month = next((at for at, full in enumerate(_MONTHS, 1) if full.casefold().startswith(name[:3])), None)
    if month is None or not (_MONTHS[month - 1].casefold().startswith(name) or name == "sept"):
        return None
    date = make(int(match["y"]), month, int(match["d"] or match["d2"]))
    if date is None:
        raise ValueError(f"is not a day that exists; {FORMS}")
    return date


def _one(text: str) -> Interval:
    if partial := _PARTIAL.fullmatch(text):
        return _month_or_year(int(partial[1]), partial[2])
    date = _iso_day(text) or _mail_day(text)
    if date is not None:
        return days(date, date)
    if (written := written_date(text)) is not None:
        return written
    raise ValueError(f"is not recognised as a date; {FORMS}")


def _month_or_year(year: int, month: str | None) -> Interval:
    if not dt.MINYEAR <= year <= dt.MAXYEAR or (month and not 1 <= int(month) <= 12):
        raise ValueError(f"is not a month or year that exists; {FORMS}")
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
        raise ValueError(f"is not a day that exists; {FORMS}") from error


def _mail_day(text: str) -> dt.date | None:
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
