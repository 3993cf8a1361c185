"""Resolvers of accounting periods: the third quarter, the first half, the quarter, the year-ago quarter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import add_days, add_months, shift
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
from pipeline.timex.resolvers.calendar_dates import ON_ITS_OWN
from pipeline.timex.resolvers.ended import last_day, quarter_ended

_HALF_QUARTER = 45
"""Days from the middle of a quarter to its end."""


def quarter(expression: LocalExpression, memory: Memory) -> Outcome:
    """The third quarter, the first half of 2022, next year's first quarter."""
    part, day = expression.part or "Q1", memory.published
    if expression.year is not None:
        return fixed(f"{expression.year:04}-{part}", expression, ON_ITS_OWN)
    ended = quarter_ended(expression, memory)
    if ended is not None:
        return ended
    if expression.relative_to:
        return _of_relative_year(part, expression, memory)
    if day is not None and not memory.narrative:
        return _nearest_quarter(part, expression, memory, day)
    last = memory.antecedent("year")
    if last is None:
        return open_ended(expression.local_value, "nothing in the text tells the year")
    return fixed(f"{last.first_day.year:04}-{part}", expression, f"the year of “{last.expression.text}”",
                 anchor=f"expression:{last.index}")  # fmt: skip


def _of_relative_year(part: str, expression: LocalExpression, memory: Memory) -> Outcome:
    if memory.published is None:
        return open_ended(expression.local_value, "the publication date is not known")
    year = memory.published.year + round(expression.amount or 0)
    return fixed(f"{year:04}-{part}", expression, f"counted from {memory.day_words()}", anchor="published",
                 moves="by whole years")  # fmt: skip


def _nearest_quarter(part: str, expression: LocalExpression, memory: Memory, day: dt.date) -> Outcome:
    year = day.year
    whole = interval_of(f"{year:04}-{part}")
    soon = add_months(day, 3)
    if whole and whole.start and soon and expression.tense != "future" and whole.start > soon.toordinal():
        year -= 1
    why = f"the nearest such period to {memory.day_words()}"
    return fixed(f"{year:04}-{part}", expression, why, anchor="published", moves="by whole years")


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
        same = fixed(last.value, expression, f"the one spoken of: {said(last)}", anchor=f"expression:{last.index}")
        return replace(same, interval=last.interval)
    if memory.published is None:
        return open_ended("XXXX-QX", NO_PUBLICATION)
    why = f"the last one completed before {memory.day_words()}"
    return fixed(value_at("quarter", _quarter_before(memory.published)), expression, why, anchor="published",
                 moves="by whole quarters")  # fmt: skip


def _ended(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The quarter ended Sept. 30: named as the calendar quarter that holds its middle, whatever the firm calls it."""
    last = last_day(expression, memory) if expression.year is None else None
    middle = add_days(last.day, -_HALF_QUARTER) if last else None
    if last is None or middle is None:
        return None
    why = f"the three months that ended on “{last.words}”"
    return Outcome(value_at("quarter", middle), last.back("month", 3), why, last.anchor, moves=last.moves)


def _ongoing(last: Antecedent, day: dt.date) -> bool:
    return last.interval.end is not None and last.interval.end > day.toordinal()


def _quarter_before(day: dt.date) -> dt.date:
    return shift(day, "quarter", -1) or day


def year_ago(expression: LocalExpression, memory: Memory) -> Outcome:
    """The year-ago quarter: the period spoken of, a year before."""
    last = memory.in_period()
    if last is None and ("quarter" in expression.text or "period" in expression.text):
        last = memory.last_period()
    if last is not None and memory.published and (last.interval.start or 0) > memory.published.toordinal():
        # A quarter that is only forecast has no year-ago figures yet: the report speaks of the last one again.
        last = None
    if last is not None:
        value = f"{int(last.value[:4]) - 1:04}-{expression.part or last.value[5:]}"
        before = fixed(value, expression, f"a year before {said(last)}", anchor=f"expression:{last.index}")
        own = last.interval != interval_of(last.value) and expression.part in {None, last.value[5:]}
        return replace(before, interval=_year_before(last.interval)) if own else before
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


def _year_before(days: Interval) -> Interval | None:
    """The days of a firm's own quarter, a year before."""
    first, last = (shift(day, "year", -1) if day else None for day in (days.first_day, days.last_day))
    return clip(first.toordinal(), last.toordinal() + 1) if first and last else None
