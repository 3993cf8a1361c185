"""Stretches of time whose last day is stated: the quarter ended Sept. 30, the week to Friday, the year to June.

A firm counts its quarters from its own new year: "the third quarter, which ended May 31" keeps its number and its
year as its value, and its days are the three months up to 31 May.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import add_months, make, month_length, shift
from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory, Outcome
from pipeline.timex.resolvers.calendar_dates import calendar
from pipeline.timex.resolvers.deictic import deictic
from pipeline.timex.resolvers.weekdays import weekday

_BEHIND = re.compile(
    r",?\s+(?:(?:that|which)\s+)?(ended|ending|ends|to|through|until)\s+(?:(?:on|in|at)\s+)?(?:last\s+)?"
)
_GOES_ON = {"ending", "ends"}
"""Words after which the last day may be still to come."""
_DAYS: Mapping[str, Callable[[LocalExpression, Memory], Outcome]] = {
    "calendar": calendar, "weekday": weekday, "deictic": deictic,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a stretch, the words that state it, and how it moves with the publication date."""

    day: dt.date
    words: str
    moves: str | None
    anchor: str
    """The expression that states it, as "expression:INDEX"."""

    def back(self, unit: str, amount: float) -> Interval | None:
        """The days of so many units that end on this day."""
        begin = shift(self.day, unit, -amount)
        if begin is not None and unit in {"month", "quarter", "year"} and _closes_month(self.day):
            # Three months that end on 30 September begin on the 1st of July.
            begin = begin.replace(day=month_length(begin.year, begin.month))
        return clip(begin.toordinal() + 1, self.day.toordinal() + 1) if begin else None


def last_day(expression: LocalExpression, memory: Memory) -> LastDay | None:
    """The day on which the stretch ended, as the words right behind it say; None when they do not."""
    end = next(memory.expressions_from(expression.span.end), None)
    joined = _BEHIND.fullmatch(memory.text[expression.span.end : end.span.start]) if end else None
    if end is None or joined is None or memory.published is None:
        return None
    anchor = f"expression:{memory.position(end)}"
    if end.operator == "calendar" and end.month and not end.clock and joined[1] not in _GOES_ON:
        day = _gone_by(end, memory.published)
        return LastDay(day, end.text, None if end.year else "by whole years", anchor) if day else None
    told = _DAYS[end.operator](end, memory) if end.operator in _DAYS and not end.clock else None
    if told is None or told.interval is None or told.interval.last_day is None:
        return None
    fine = told.interval.is_day or (end.month and not end.day)
    return LastDay(told.interval.last_day, end.text, told.moves, anchor) if fine else None


def _gone_by(end: LocalExpression, published: dt.date) -> dt.date | None:
    """The latest such day, or last day of such a month, that lies not behind the publication."""
    years = [end.year] if end.year else [published.year, published.year - 1]
    days = (make(year, end.month or 1, end.day or month_length(year, end.month or 1)) for year in years)
    return next((day for day in days if day and (day <= published or end.year)), None)


def _closes_month(day: dt.date) -> bool:
    following = add_months(day.replace(day=1), 1)
    return following is not None and (following - day).days == 1


def length_ended(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The year ended Sept. 30, the six months ended Aug. 12: a length whose last day is stated."""
    if not expression.amount or expression.unit not in {"month", "quarter", "year", "week"}:
        return None
    last = last_day(expression, memory)
    days = last.back(expression.unit, expression.amount) if last else None
    if last is None or days is None:
        return None
    why = f"it is a length of time, and “{last.words}” is its last day"
    return Outcome(expression.local_value, days, why, last.anchor, moves=last.moves)


def quarter_ended(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The third quarter ended May 31: the firm's own count of quarters, and the months that the words give."""
    part = expression.part or ""
    last = last_day(expression, memory) if part[:1] in {"Q", "H"} and expression.year is None else None
    days = last.back("month", 3 if part[0] == "Q" else 6) if last else None
    if last is None or days is None:
        return None
    why = f"the {'three' if part[0] == 'Q' else 'six'} months that ended on “{last.words}”"
    return Outcome(f"{last.day.year:04}-{part}", days, why, last.anchor, moves=last.moves)
