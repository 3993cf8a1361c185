"""The week that opens a sentence holds the weekdays after it: "Last week they met on Tuesday"."""

from __future__ import annotations

import re

from pipeline.calendar.operators import weekday_of_week
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, said

_OPENS = re.compile(r"(?:^|[.!?:\n][\"”’)]*\s*)[\"“‘(]*$")
_LOOK_BACK = 3
"""Expressions before the weekday among which the week stands."""
_AGAINST = {"past": 1, "future": -1}
"""Tense of the weekday's verb -> the side on which its week cannot lie."""


def in_week_told(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The weekday of the week that opens its sentence, or None where none does or the verb speaks against it."""
    week = _week_told(expression, memory)
    number = expression.weekday or 1
    found = weekday_of_week(week.first_day, number) if week else None
    if week is None or found is None:
        return None
    value = found.isoformat() + (expression.clock or "")
    return fixed(value, expression, f"{said(week)} opens the sentence, so the day of that week",
                 anchor=f"expression:{week.index}", moves="by whole weeks")  # fmt: skip


def _week_told(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    for date in reversed(memory.read[-_LOOK_BACK:]):
        told = date.expression
        if sentences_between(memory.text, told.span.end, expression.span.start):
            return None
        if told.operator == "unit" and told.unit == "week":
            fits = told.amount and told.amount * _AGAINST.get(expression.tense, 0) <= 0
            return date if fits and _OPENS.search(memory.text[: told.span.start][-10:]) else None
    return None
