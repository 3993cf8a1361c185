"""The ends of a range of dates without years: between October and March, from 20 December to 10 January."""

from __future__ import annotations

from dataclasses import replace

from pipeline.calendar.timex3 import interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Outcome


def in_order(first: Outcome, second: Outcome, expression: LocalExpression) -> tuple[Outcome, Outcome]:
    """The ends of a range, of which `expression` is the second, so that it follows the first, by a year if need be."""
    one, other = first.interval, second.interval
    if first.anchor != "published" or second.anchor != "published" or not one or not other or expression.year:
        return first, second
    if one.start is None or other.start is None or one.start < other.start:
        return first, second
    if expression.tense in {"future", "present"}:
        return first, _moved(second, 1, "the first such time after the one the range begins with")
    return _moved(first, -1, "the last such time before the one the range ends with"), second


def _moved(outcome: Outcome, years: int, why: str) -> Outcome:
    value = f"{int(outcome.value[:4]) + years:04}{outcome.value[4:]}"
    days = interval_of(value)
    return replace(outcome, value=value, interval=days, because=why) if days else outcome
