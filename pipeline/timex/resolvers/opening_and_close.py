"""The first five months of the year, the last two weeks of June: lengths that open or close a period named behind.

TIMEX3 gives the length as the value; the days are those of the period, as far as the words go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import add_days, shift
from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory, Outcome
from pipeline.timex.recognition.lexicon import meanings
from pipeline.timex.resolvers.calendar_dates import calendar
from pipeline.timex.resolvers.decades import century, decade

_OF = re.compile(r"\s+(?:of|in)\s+")
_OF_THAT = re.compile(r"\s+of\s+(?:the|his|her|its|their|that)\s")
"""What is named, and may have no date: "the last two weeks of the war", but not "the last two weeks of fighting"."""
_LEADING_WORDS = 2
"""Words at the head of the expression among which "first" or "last" stands: "the first", "almost the first"."""
_PERIODS: Mapping[str, Callable[[LocalExpression, Memory], Outcome]] = {
    "calendar": calendar, "decade": decade, "century": century,
}  # fmt: skip


def edge_of_period(
    expression: LocalExpression, memory: Memory, unit: Callable[[LocalExpression, Memory], Outcome]
) -> Outcome | None:
    """The days at the beginning or end of the period that is named behind; without days where it is none known.

    `unit` resolves "the year", "this month". None when the words open or close nothing that is named.
    """
    edge = _edge(expression)
    if edge is None:
        return None
    why = "it is a length of time"
    period = next(memory.expressions_from(expression.span.end), None)
    resolver = {**_PERIODS, "unit": unit}.get(period.operator) if period else None
    whole = resolver(period, memory) if resolver and period and _joined(expression, period, memory) else None
    days = _days(whole.interval, edge, expression) if whole and whole.interval else None
    if whole is None or period is None or days is None:
        if not _OF_THAT.match(memory.text, expression.span.end):
            return None
        return Outcome(expression.local_value, None, f"{why}, of something whose days are not known here")
    why = f"{why}, and it {'begins' if edge == 'START' else 'ends'} “{period.text}”: {whole.because}"
    return Outcome(expression.local_value, days, why, f"expression:{memory.position(period)}", whole.uncertain,
                   whole.moves, granularity=expression.unit)  # fmt: skip


def _edge(expression: LocalExpression) -> str | None:
    words = [word for word in expression.text.lower().split() if word != "the"][:_LEADING_WORDS]
    return next((meanings()["EDGE", word] for word in words if ("EDGE", word) in meanings()), None)


def _joined(expression: LocalExpression, period: LocalExpression, memory: Memory) -> bool:
    return _OF.fullmatch(memory.text[expression.span.end : period.span.start]) is not None


def _days(whole: Interval, edge: str, expression: LocalExpression) -> Interval | None:
    first, last = whole.first_day, whole.last_day
    if first is None or last is None or not expression.amount or not expression.unit:
        return None
    if edge == "START":
        end = shift(first, expression.unit, expression.amount)
        return clip(first.toordinal(), min(end.toordinal(), last.toordinal() + 1)) if end else None
    following = add_days(last, 1)
    begin = shift(following, expression.unit, -expression.amount) if following else None
    return clip(max(begin.toordinal(), first.toordinal()), last.toordinal() + 1) if begin else None
