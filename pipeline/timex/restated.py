"""A length that says again how far the date beside it lies: "opened on 18 May and was lifted on 8 September, nearly
four months later" counts from 18 May."""

from __future__ import annotations

import re

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import shift
from pipeline.model import LocalExpression
from pipeline.timex.outcome import Antecedent, Memory

_BESIDE = re.compile(r",\s+(?:just|only|barely|exactly|scarcely|fully|a full)?\s*", re.I)
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


def _near(day: int, days: Interval, slack: int) -> bool:
    return days.start is not None and days.end is not None and days.start - slack <= day < days.end + slack
