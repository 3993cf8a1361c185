"""Resolvers of accounting periods: the quarter, the year-ago quarter."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.operators import add_days, make, shift
from pipeline.calendar.timex3 import interval_of, value_at
from pipeline.model import LocalExpression
from pipeline.timex.outcome import NO_ANTECEDENT, NO_PUBLICATION, Antecedent, Memory, Outcome, fixed, open_ended, said

_ENDED = re.compile(r",?\s+(?:that )?(?:ended|ending)\s+(?:on\s+)?(?:last\s+)?")
_HALF_QUARTER = 45
"""Days from the middle of a quarter to its end."""


def period(expression: LocalExpression, memory: Memory) -> Outcome:
    """The quarter, the latest period: the one spoken of, else the last one completed before publication."""
    ended = _ended(expression, memory)
    if ended is not None:
        return ended
    last = memory.last_period()
    if expression.year is not None:
        base = (
            last.value[5:]
            if last
            else value_at("quarter", _quarter_before(memory.published))[5:]
            if memory.published
            else None
        )
        if base is None:
            return open_ended(f"{expression.year:04}-QX", NO_ANTECEDENT)
        return fixed(f"{expression.year:04}-{base}", expression, "the same quarter as spoken of before")
    if last is not None and "latest" in expression.text and memory.published and _ongoing(last, memory.published):
        last = None
    if last is not None:
        return fixed(last.value, expression, f"the one spoken of: {said(last)}", anchor=f"expression:{last.index}")
    if memory.published is None:
        return open_ended("XXXX-QX", NO_PUBLICATION)
    why = f"the last one completed before {memory.day_words()}"
    return fixed(value_at("quarter", _quarter_before(memory.published)), expression, why, anchor="published",
                 moves="by whole quarters")  # fmt: skip


def _ended(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The quarter ended Sept. 30: the calendar quarter that holds its middle, whatever number the firm gives it."""
    end = next(memory.expressions_from(expression.span.end), None)
    if expression.year is not None or end is None or end.month is None or end.day is None or memory.published is None:
        return None
    if not _ENDED.fullmatch(memory.text[expression.span.end : end.span.start]):
        return None
    year = end.year or memory.published.year
    days = [day for y in (year, year - 1) if (day := make(y, end.month, end.day)) and day <= memory.published]
    middle = add_days(days[0], -_HALF_QUARTER) if days else None
    if middle is None:
        return None
    value, last = value_at("quarter", middle), memory.last_period()
    # A firm's "first quarter" keeps its number; its days are those that ended then.
    told = last.value if last is not None and last.value[4:6] == "-Q" else value
    why = f"the three months that ended on “{end.text}”"
    return Outcome(told, interval_of(value), why, "published", moves=None if end.year else "by whole years")


def _ongoing(last: Antecedent, day: dt.date) -> bool:
    return last.interval.end is not None and last.interval.end > day.toordinal()


def _quarter_before(day: dt.date) -> dt.date:
    return shift(day, "quarter", -1) or day


def year_ago(expression: LocalExpression, memory: Memory) -> Outcome:
    """The year-ago quarter: the period spoken of, a year before."""
    last = memory.in_period()
    if last is None and ("quarter" in expression.text or "period" in expression.text):
        last = memory.last_period()
    if last is not None:
        value = f"{int(last.value[:4]) - 1:04}-{expression.part or last.value[5:]}"
        return fixed(value, expression, f"a year before {said(last)}", anchor=f"expression:{last.index}")
    if memory.published is None:
        return open_ended("XXXX-QX", NO_PUBLICATION)
    quarterly = expression.part or "quarter" in expression.text.lower() or "period" in expression.text.lower()
    moved = shift(_quarter_before(memory.published), "year", -1)
    if quarterly and moved:
        part = expression.part or value_at("quarter", moved)[5:]
        why = f"a year before the last quarter completed before {memory.day_words()}"
        return fixed(f"{moved.year:04}-{part}", expression, why, anchor="published", moves="by whole quarters")
    why = f"a year before {memory.day_words()}"
    return fixed(f"{memory.published.year - 1:04}", expression, why, anchor="published", moves="by whole years")
