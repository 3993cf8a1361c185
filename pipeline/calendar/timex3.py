"""TIMEX3 values: write them for a day and a unit, read them as days and granularity.

Seasons are meteorological and of the northern half of the Earth; winter belongs to the year in which it begins.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from pipeline.calendar.granularity import DURATION_LETTER, MANY
from pipeline.calendar.interval import FIRST_DAY, LAST_DAY, Interval, days
from pipeline.calendar.operators import SEASON_START, add_months, make, month_length

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("year", re.compile(r"(\d{4})")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
)
_GRANULARITY = {"weekend": "day", "half": "season"}


def value_at(unit: str, date: dt.date) -> str:  # noqa: PLR0911 - a table of units
    """The TIMEX3 value of the period of `unit` that holds `date`: month -> 2022-07."""
    year = f"{date.year:04}"
    match unit:
        case "week" | "weekend" | "fortnight":
            iso = date.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{year}-{date.month:02}"
        case "quarter":
            return f"{year}-Q{(date.month + 2) // 3}"
        case "half":
            return f"{year}-H{1 if date.month <= 6 else 2}"
        case "season":
            code = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[date.month % 12 // 3]
            return f"{date.year - 1:04}-WI" if date.month <= 2 else f"{year}-{code}"
        case "year":
            return year
        case "decade":
            return year[:3]
        case "century" | "millennium":
            return year[:2]
    return date.isoformat()


@functools.lru_cache(maxsize=4096)
def interval_of(value: str) -> Interval | None:
    """The days a TIMEX3 DATE or TIME value names; None for references, durations, sets and impossible days."""
    shape = _shape(value)
    if shape is None:
        return None
    unit, parts = shape
    bounds = _bounds(unit, parts)
    return days(*bounds) if bounds and bounds[0] and bounds[1] else None


@functools.lru_cache(maxsize=4096)
def granularity_of(value: str) -> str:
    """How fine a value is: 2022-07-04T20:00 -> minute, 2022-07-04 -> day, P3D -> none, PAST_REF -> vague."""
    if value.endswith("_REF"):
        return "vague"
    shape = _shape(value)
    if shape is None:
        return "none"
    if re.search(r"T(?:\d|24)", value):
        return "minute"
    return _GRANULARITY.get(shape[0], shape[0])


def _shape(value: str) -> tuple[str, tuple[str, ...]] | None:
    bare = re.sub(r"(?:-X+|-WXX)+$", "", value.split("T", 1)[0])
    for unit, shape in _SHAPES:
        if found := shape.fullmatch(bare):
            return unit, found.groups()
    return None


def _bounds(unit: str, parts: tuple[str, ...]) -> tuple[dt.date | None, dt.date | None] | None:  # noqa: PLR0911
    year = int(parts[0])
    match unit:
        case "day":
            date = make(year, int(parts[1]), int(parts[2]))
            return date, date
        case "week" | "weekend":
            return _week(year, int(parts[1]), weekend=unit == "weekend")
        case "decade":
            return make(max(year * 10, 1), 1, 1), make(year * 10 + 9, 12, 31)
        case "century":
            return make(max(year * 100, 1), 1, 1), make(year * 100 + 99, 12, 31)
        case "season":
            return _months(year, SEASON_START[parts[1]], 3)
        case "quarter":
            return _months(year, 3 * int(parts[1]) - 2, 3)
        case "half":
            return _months(year, 6 * int(parts[1]) - 5, 6)
        case "month":
            return _months(year, int(parts[1]), 1)
    return make(year, 1, 1), make(year, 12, 31)


def _week(year: int, week: int, *, weekend: bool) -> tuple[dt.date, dt.date] | None:
    try:
        return dt.date.fromisocalendar(year, week, 6 if weekend else 1), dt.date.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def _months(year: int, month: int, number: int) -> tuple[dt.date | None, dt.date | None] | None:
    first = make(year, month, 1)
    last = add_months(first, number - 1) if first else None
    return (first, last.replace(day=month_length(last.year, last.month))) if last else None


_DATE = (
    r"(?:BC)?[\dX]{2,4}"
    r"(?:-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-(?:[1-7X]|WE))?|[\dX]{2}(?:-[\dX]{2})?))?"
)
_TIME = r"T(?:MO|MI|AF|EV|NI|[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?)"
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = rf"P(?:XX|(?:{_NUMBER}(?:TNI|WE|SN|DE|[CDHMQWXY]))*(?:T(?:{_NUMBER}[HMS])+)?)(?<!P)"
_VALUE = re.compile(rf"(?:PAST|PRESENT|FUTURE)_REF|{_LENGTH}|{_DATE}(?:{_TIME})?(?:/{_DATE}(?:{_TIME})?)?|{_TIME}")


def is_value(text: str) -> bool:
    """Whether `text` is a TIMEX3 value; two dates with a slash between stand for a span, as in ISO 8601."""
    return _VALUE.fullmatch(text) is not None


_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
"""Parts of a day, as TIMEX3 writes them and as people read them."""


def in_words(value: str) -> str:
    """A value as a reader takes it in: 2022-07-11TNI -> 2022-07-11, night; XXXX-WXX-1 -> not resolved."""
    if value.startswith("XXXX"):
        return "not resolved"
    date, _, time = value.partition("T")
    return value if value.startswith("P") or not (date and time) else f"{date}, {_PARTS.get(time, time)}"


_INNER = re.compile(r"-(Q[1-4]|H[12]|SP|SU|FA|WI|\d\d(?:-\d\d)?)$")


def as_value(local: str) -> str:
    """What an unresolved local value says in TIMEX3: published-1-Q3 -> XXXX-Q3, previous-2day -> XXXX-XX-XX."""
    if is_value(local):
        return local
    found = _INNER.search(local)
    return f"XXXX-{found[1]}" if found else "XXXX-XX-XX"


def duration(unit: str, number: float | None) -> str:
    """A TIMEX3 duration: year, 2.5 -> P2Y6M; week, None (some weeks) -> PXW."""
    unit, times = MANY.get(unit, (unit, 1)) if number is not None or unit == "fortnight" else (unit, 1)
    if number is None:
        before, after = DURATION_LETTER.get(unit, ("P", {"decade": "DE", "century": "C"}.get(unit, "X")))
        return f"{before}X{after}"
    number = number * times
    before, after = DURATION_LETTER[unit]
    whole = int(number)
    if number != whole and unit not in _SPLIT:
        return f"{before}{number:g}{after}"
    rest = _remainder(unit, number - whole)
    return f"{before}{whole}{after}{rest}" if whole or not rest else f"{before}{rest}"


_SPLIT = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
"""Units whose fractions are told in a finer one, two and a half years as P2Y6M; others keep the fraction, P3.5M."""


def _remainder(unit: str, part: float) -> str:
    if part and unit in _SPLIT:
        times, letter = _SPLIT[unit]
        return f"{round(part * times)}{letter}" if round(part * times) else ""
    return ""


_THIRDS = {"START": 0, "MID": 1, "END": 2}


def narrow(value: str, mod: str | None) -> Interval | None:
    """The days of `value` with its START, MID or END taken: the first ten days, 1936 to 1939 for the late 1930s.

    Early, mid and late decades are years 0-3, 4-6 and 6-9, as they are commonly used; other parts are thirds.
    """
    whole = interval_of(value)
    if whole is None or mod not in _THIRDS or whole.start is None or whole.end is None:
        return whole
    granularity, third = granularity_of(value), _THIRDS[mod]
    if whole.end - whole.start < 3:
        return whole
    first = dt.date.fromordinal(whole.start)
    if granularity == "decade":
        low, high = ((0, 3), (4, 6), (6, 9))[third]
        return days(make(max(first.year // 10 * 10 + low, 1), 1, 1), make(first.year // 10 * 10 + high, 12, 31))
    if granularity == "month":
        start = whole.start + 10 * third
        return Interval(start, whole.end if third == 2 else start + 10)
    if granularity in {"year", "season", "quarter"}:
        return _third_in_months(first, whole, third)
    step = max((whole.end - whole.start) // 3, 1)
    return Interval(whole.start + third * step, whole.end if third == 2 else whole.start + (third + 1) * step)


def _third_in_months(first: dt.date, whole: Interval, third: int) -> Interval:
    months = round((whole.width or 0) / 30.4)
    start = add_months(first, months * third // 3)
    end = add_months(first, months * (third + 1) // 3)
    return Interval(start.toordinal() if start else whole.start, end.toordinal() if end and third < 2 else whole.end)


def clip(start: int, end: int) -> Interval | None:
    """The interval cut to the years 1 to 9999, or None when nothing is left."""
    start, end = max(start, FIRST_DAY), min(end, LAST_DAY + 1)
    return Interval(start, end) if start < end else None
