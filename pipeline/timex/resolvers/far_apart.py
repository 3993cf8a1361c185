"""The year of a date that a length parts from the date before it.

"In October 2020, two months after the election of 9 August": that of 2020.
"""

from __future__ import annotations

import re

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory, said
from pipeline.timex.resolvers.story_years import Choice, InYear

_BESIDE = re.compile(r",\s+")
_REACH = 80
"""Characters between the length and the date of the event that it is counted from."""
_SLACK = {"day": 0, "week": 6, "month": 30, "year": 360}
"""Days by which a length told in a unit may miss the date."""


def year_by_length(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value in the year that fits the length and the date beside it, or None where none is told or none fits."""
    length, beside = _length_before(expression, memory), memory.read[-1] if memory.read else None
    if length is None or beside is None or length.amount is None or length.unit not in _SLACK:
        return None
    if not _BESIDE.fullmatch(memory.text[beside.expression.span.end : length.span.start]):
        return None
    expected = _moved(beside, length)
    for year in (beside.first_day.year, beside.first_day.year - 1, beside.first_day.year + 1):
        value = in_year(year)
        days = interval_of(value) if value else None
        if value and expected and days and days.overlaps(expected):
            why = f"“{length.text}” parts it from {said(beside)}"
            return value, why, f"expression:{beside.index}"
    return None


def _length_before(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The length that counts from an event, right before `expression` in its sentence."""
    position = memory.position(expression)
    before = memory.expressions[position - 1] if position else None
    if before is None or before.operator != "event_offset" or expression.span.start - before.span.end > _REACH:
        return None
    return None if sentences_between(memory.text, before.span.end, expression.span.start) else before


def _moved(beside: Antecedent, length: LocalExpression) -> Interval | None:
    unit, amount = length.unit or "day", length.amount or 0.0
    last = beside.interval.last_day
    first, end = shift(beside.first_day, unit, -amount), shift(last, unit, -amount) if last else None
    slack = _SLACK[unit]
    return Interval(first.toordinal() - slack, end.toordinal() + 1 + slack) if first and end else None
