"""Nights that the words stretch over two days: "overnight", "the night of July 3-4", "from Friday to Saturday".

TIMEX3 names a night by the day on which it begins; whatever happened in it may have happened after midnight.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.context.dated_events import head_after, known_day
from pipeline.timex.context.frames import sentences_between
from pipeline.timex.context.outcome import Memory, Outcome
from pipeline.timex.resolvers.calendar_dates import calendar

_NIGHT_OF = re.compile(r"\bnight of(?= the )", re.I)


def to_its_end(expression: LocalExpression, outcome: Outcome) -> Outcome:
    """The night with the day on which it ends, where the words leave open, or say, that it runs into it."""
    days = outcome.interval
    if not expression.definite or expression.clock != "TNI" or days is None or days.start is None or not days.is_day:
        return outcome
    return replace(outcome, interval=clip(days.start, days.start + 2))


def night_told(expression: LocalExpression, memory: Memory) -> tuple[dt.date, str, str] | None:
    """The night that "a night later" counts from, where an event gives its name: "on the night of the election"."""
    if expression.operator != "later" or expression.unit != "night" or not memory.read:
        return None
    start = memory.read[-1].expression.span.end
    told = list(_NIGHT_OF.finditer(memory.text, start, expression.span.start))
    if not told or sentences_between(memory.text, told[-1].end(), expression.span.start) > 1:
        return None
    date = known_day(head_after(memory.text, told[-1].end()), memory, but_after=expression.span.end)
    days = calendar(date, memory).interval if date is not None else None
    if date is None or days is None or not days.is_day or days.first_day is None:
        return None
    return days.first_day, f"expression:{memory.position(date)}", f"“{date.text}”, the day of that event"
