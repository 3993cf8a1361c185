"""Local values of calendar dates: day, month, year in words, ISO dates, 26.11.2022, spans of days and years."""

from __future__ import annotations

import re
from typing import Any

from pipeline.calendar.operators import make, month_length
from pipeline.timex.recognition.fields import Fields

Local = dict[str, Any]
OLD_STYLE = "it is a date of the Julian calendar (Old Style)"
_COMMON_YEAR = 2001
"""Where no year is named, the last day of February is the 28th."""
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def calendar_date(fields: Fields) -> Local | None:
    """A date with whatever parts the words give; an impossible day is kept and noted."""
    year, month, day = fields.year(), fields.month(), fields.day()
    if day == -1 and month is not None:
        day = month_length(year or _COMMON_YEAR, month)
    weekday, season, mod = fields.weekday(), fields.season(), fields.mod()
    if fields.era() == "BC":
        return _before_christ(fields)
    if fields.phrase("year") and year is None and fields.short_year() is None:
        return None
    shown = f"{year:04}" if year is not None else f"XX{fields.short_year()}" if fields.short_year() else "XXXX"
    inner = f"-{season}" if season else f"-{month:02}" if month else ""
    if day is not None:
        if not 0 < day < 100:
            return None
        inner += f"-{day:02}"
    if shown == "XXXX" and not inner:
        return None
    if day is not None and month is None:
        time = f"T{fields.daypart()}" if fields.daypart() else None
        return {"local_value": f"XXXX-XX-{day:02}", "day": day, "mod": mod, "clock": time,
                "weekday": weekday}  # fmt: skip
    note = OLD_STYLE if fields.has("old") else impossible(year, month, day)
    clock = f"T{fields.daypart()}" if fields.daypart() and day is not None else None
    return {"local_value": shown + inner, "year": year, "month": month, "day": day, "weekday": weekday, "part": season,
            "mod": mod, "note": note, "clock": clock, "side": _half(fields),
            "definite": fields.has("definite")}  # fmt: skip


def _half(fields: Fields) -> str | None:
    """The first or the second half of a month."""
    half = fields.meaning("half", ("HALF_OF",)) if fields.has("half") else None
    return None if half is None else "earlier" if half == "H1" else "later"


def _before_christ(fields: Fields) -> Local:
    month, day, season = fields.month(), fields.day(), fields.season()
    inner = f"-{season}" if season else f"-{month:02}" if month else ""
    inner += f"-{day:02}" if day else ""
    return {"local_value": f"{_bc(fields.phrase('year'))}{inner}", "mod": fields.mod()}


def _bc(year: str | None) -> str:
    return f"BC{int((year or '0').replace(',', '')):04}"


def impossible(year: int | None, month: int | None, day: int | None) -> str | None:
    """Why the calendar has no such day, or None when it has (29 February counts while the year is open)."""
    if day is None or month is None:
        return None
    if make(year if year is not None else 2000, month, day) is not None:
        return None
    if year is not None and not 1 <= year <= 9999:
        return f"the year {year} lies outside the calendar"
    longest = month_length(year or 2000, month)
    when = f" {year}" if year is not None and month == 2 else ""
    return f"{MONTH_NAMES[month - 1]}{when} has {longest} days, so there is no day {day}"


def numeric_date(fields: Fields) -> Local | None:
    """ISO dates, and dates in digits whose order shows; where both orders are possible the note says so."""
    if fields.has("iso"):
        date, _, time = (fields.phrase("iso") or "").partition("t")
        return _possible(*(int(x) for x in date.split("-")), time=time)
    parts = re.split(r"[/.-]", fields.phrase("numeric") or "")
    first, second, third = (int(x) for x in parts)
    if len(parts[0]) == 4:
        return _possible(first, second, third)
    year = third if len(parts[2]) == 4 else None
    shown = f"{third:04}" if year is not None else f"XX{parts[2]}"
    # With dots the day comes first everywhere; with strokes it hangs on the country.
    dotted = "." in (fields.phrase("numeric") or "")
    if 1 <= first <= 12 and 1 <= second <= 12 and first != second and not dotted:
        return {"local_value": f"{shown}-{first:02}/{second:02}", "year": year, "note": "ambiguous"}
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is not None:
        return full_date(year, month, day)
    return {"local_value": f"{shown}-{month:02}-{day:02}", "month": month, "day": day}


def day_month(fields: Fields) -> Local | None:
    """31/10: a day and a month without a year; the note says so where both orders are possible."""
    first, second = (int(x) for x in (fields.phrase("numeric") or "0/0").split("/"))
    if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
        return {"local_value": f"XXXX-{first:02}/{second:02}", "note": "ambiguous", "operator": "calendar"}
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return {"local_value": f"XXXX-{month:02}-{day:02}", "month": month, "day": day, "operator": "calendar",
            "note": impossible(None, month, day)}  # fmt: skip


def _possible(year: int, month: int, day: int, *, time: str = "") -> Local | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return full_date(year, month, day) | ({"clock": f"T{time}", "type": "TIME"} if time else {})


def full_date(year: int, month: int, day: int) -> Local:
    """A date with all its parts."""
    return {"local_value": f"{year:04}-{month:02}-{day:02}", "year": year, "month": month, "day": day,
            "note": impossible(year, month, day)}  # fmt: skip


def _months(fields: Fields) -> Local | None:
    """November-December 1950; a first month later than the last lies in the year before."""
    year, first, last = fields.year(), fields.month(), fields.month("last_month")
    if first is None or last is None or first == last:
        return None
    if year is None:
        return {"local_value": f"XXXX-{first:02}/XXXX-{last:02}", "month": first} if first < last else None
    begin = year - (first > last)
    return {"local_value": f"{begin:04}-{first:02}/{year:04}-{last:02}", "year": year, "month": first}


def span(fields: Fields) -> Local | None:
    """May 3-7, 3-7 May 2021, 1941-45: one expression for a stretch of days or years."""
    year, month, day, last_day = fields.year(), fields.month(), fields.day(), fields.day("last_day")
    if fields.has("days"):
        day, last_day = (int(x) for x in (fields.phrase("days") or "").split("/"))
    if fields.has("last_year"):
        last = fields.phrase("last_year") or ""
        if fields.era() == "BC":
            return {"local_value": f"{_bc(fields.phrase('year'))}/{_bc(last)}"}
        end = int(str(year)[:2] + last) if len(last) == 2 else int(last)
        if year is None or end <= year:
            return None
        return {"local_value": f"{year:04}/{end:04}", "year": year, "last": f"{end:04}"}
    if fields.has("last_month"):
        return _months(fields)
    if month is None or day is None or last_day is None or not 0 < day < last_day <= 31:
        return None
    shown = f"{year:04}" if year else f"XX{fields.short_year()}" if fields.short_year() else "XXXX"
    end_value = f"{shown}-{month:02}-{last_day:02}"
    return {"local_value": f"{shown}-{month:02}-{day:02}/{end_value}", "year": year, "month": month, "day": day,
            "last": end_value, "note": impossible(year, month, last_day)}  # fmt: skip
