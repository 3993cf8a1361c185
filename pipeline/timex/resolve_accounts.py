"""Resolvers of accounting periods: the quarter, the year-ago quarter."""

from __future__ import annotations

import datetime as dt

from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import value_at
from pipeline.model import LocalExpression
from pipeline.timex.outcome import NO_ANTECEDENT, NO_PUBLICATION, Antecedent, Memory, Outcome, fixed, open_ended, said


def period(expression: LocalExpression, memory: Memory) -> Outcome:
    """The quarter, the latest period: the one spoken of, else the last one completed before publication."""
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
