"""Words that say again when the date beside them was.

"Opened on 18 May and was lifted on 8 September, nearly four months later" counts from 18 May. "In the summer of 1941,
less than two decades later, the border moved" counts from a time that the text need not name: between commas it is
the summer of 1941 all the same. "Oct. 12, the day before the crash" is Oct. 12.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import shift
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome
from pipeline.timex.resolvers.calendar_dates import calendar

_BESIDE = re.compile(r",\s+(?:just|only|barely|exactly|scarcely|fully|a full)?\s*", re.I)
_CLOSES = re.compile(r"[,;.)]|\s+[—–-]")
_STATES = re.compile(r",?\s+on\s+")
_STATES_YEAR = re.compile(r",\s+in\s+(?:the year\s+)?")
_APPOSED = re.compile(r"\s*[,(–—]\s*|\s+-{1,2}\s+")
_SHORT = {"day", "night", "week"}
_LONG = {"year", "decade"}
_LOOK_BACK = 6
"""Dates before the one beside it that it may count from."""
_UNIT_DAYS = {"day": 0, "week": 6, "month": 30, "year": 360}
"""Days by which a length told in a unit may miss the date."""


def counted_from(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The date from which the length leads to the date right before it, or None when it restates nothing."""
    beside = memory.read[-1] if memory.read else None
    unit, amount = expression.unit or "", expression.amount
    if beside is None or amount is None or unit not in _UNIT_DAYS or expression.operator != "later":
        return None
    if not _BESIDE.fullmatch(memory.text[beside.expression.span.end : expression.span.start]):
        return None
    for date in reversed(memory.read[-1 - _LOOK_BACK : -1]):
        moved = shift(date.first_day, unit, amount)
        if moved is not None and _near(moved.toordinal(), beside.interval, _UNIT_DAYS[unit]):
            return date
    return None


def stands_beside(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The date that the length stands beside between commas, or None when it does not."""
    beside = memory.read[-1] if memory.read else None
    if beside is None or expression.operator != "later" or expression.side != "later":
        return None
    before = memory.text[beside.expression.span.end : expression.span.start]
    after = memory.text[expression.span.end : expression.span.end + 2]
    return beside if _BESIDE.fullmatch(before) and _CLOSES.match(after) else None


def stated_after(expression: LocalExpression, memory: Memory) -> tuple[dt.date, Outcome] | None:
    """The day stated right behind the length, and how it came about: "six days later, on the 20th, ..."; else None.

    Of "forty years later, in 1917," it is the first day of the year.
    """
    following = next(memory.expressions_from(expression.span.end), None)
    if following is None or following.operator != "calendar" or expression.operator != "later":
        return None
    between = memory.text[expression.span.end : following.span.start]
    in_days = following.day and expression.unit in _SHORT and _STATES.fullmatch(between)
    in_years = following.year and expression.unit in _LONG and _STATES_YEAR.fullmatch(between)
    if not in_days and not in_years:
        return None
    stated = calendar(following, memory)
    day = stated.interval.first_day if stated.interval and (in_years or stated.interval.is_day) else None
    return (
        (day, replace(stated, because=f"“{following.text}” behind it states when: {stated.because}")) if day else None
    )


def year_beside(month_day: Callable[[int], str | None], expression: LocalExpression, memory: Memory) -> int | None:
    """The year of a date beside a named day, which says it again or first: "Good Friday, 2 April 1915", "May 2008"."""
    before = memory.read[-1] if memory.read else None
    if before is not None and memory.text[before.expression.span.end : expression.span.start] == " ":
        year = int(before.value[:4]) if before.expression.local_value == before.value[:7] else None
        if year is not None and (month_day(year) or "").startswith(before.value):
            return year
    following = next(memory.expressions_from(expression.span.end), None)
    if following is None or following.operator != "calendar" or following.year is None:
        return None
    said_again = _APPOSED.fullmatch(memory.text[expression.span.end : following.span.start])
    return following.year if said_again and month_day(following.year) == following.local_value else None


def apposed(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day that these words stand beside and say again: "Oct. 12, the day before the crash" is Oct. 12."""
    beside = memory.read[-1] if memory.read else None
    if beside is None or not beside.interval.is_day:
        return None
    between = memory.text[beside.expression.span.end : expression.span.start]
    return beside if _APPOSED.fullmatch(between) else None


def _near(day: int, days: Interval, slack: int) -> bool:
    return days.start is not None and days.end is not None and days.start - slack <= day < days.end + slack
