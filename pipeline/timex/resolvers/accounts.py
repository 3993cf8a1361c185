"""Resolvers of accounting periods: the quarter, the year-ago quarter."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.operators import add_days, make, shift
from pipeline.calendar.timex3 import clip, interval_of, value_at
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import (
    NO_ANTECEDENT,
    NO_PUBLICATION,
    Antecedent,
    Memory,
    Outcome,
    fixed,
    open_ended,
    said,
)

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
    last = last_day(expression, memory) if expression.year is None else None
    middle = add_days(last[0], -_HALF_QUARTER) if last else None
    if last is None or middle is None:
        return None
    end = last[1]
    value = value_at("quarter", middle)
    why = f"the three months that ended on “{end.text}”"
    return Outcome(value, interval_of(value), why, "published", moves=None if end.year else "by whole years")


def last_day(expression: LocalExpression, memory: Memory) -> tuple[dt.date, LocalExpression] | None:
    """The day on which a period "ended Sept. 30", with its words; None when none stands behind it."""
    end = next(memory.expressions_from(expression.span.end), None)
    if end is None or end.month is None or end.day is None or memory.published is None:
        return None
    if not _ENDED.fullmatch(memory.text[expression.span.end : end.span.start]):
        return None
    years = [end.year] if end.year else [memory.published.year, memory.published.year - 1]
    days = [day for year in years if (day := make(year, end.month, end.day)) and day <= memory.published]
    return (days[0], end) if days else None


def length_ended(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The year ended Sept. 30, the six months ended Aug. 12: a length whose last day is stated."""
    last = last_day(expression, memory) if expression.amount and expression.unit in {"month", "year", "week"} else None
    begin = shift(last[0], expression.unit or "year", -(expression.amount or 1.0)) if last else None
    if last is None or begin is None:
        return None
    days = clip(begin.toordinal() + 1, last[0].toordinal() + 1)
    why = f"it is a length of time, and “{last[1].text}” is its last day"
    return Outcome(expression.local_value, days, why, "published", moves=None if last[1].year else "by whole years")


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
