"""A named day that says again which day "tomorrow" is: "Tomorrow, on the eve of Victory Day, he will speak".

A report written on one day and published on the next counts "tomorrow" from the first; the named day is the same then.
"""

from __future__ import annotations

import datetime as dt
import re

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory, Outcome, fixed
from pipeline.timex.resolvers.periods import named_day

_SAID_AGAIN = re.compile(r",\s+(?:on\s+)?|\s+\(")
_OFF = 1
"""Days by which the day of writing may miss that of publication."""


def day_named_beside(expression: LocalExpression, found: dt.date, memory: Memory) -> Outcome | None:
    """The named day right behind the words, where it is the day before or after the one counted; else None."""
    following = next(memory.expressions_from(expression.span.end), None)
    if following is None or following.operator != "named_day" or not expression.amount:
        return None
    if not _SAID_AGAIN.fullmatch(memory.text[expression.span.end : following.span.start]):
        return None
    named = named_day(following, memory)
    day = named.interval.first_day if named.interval and named.interval.is_day else None
    if day is None or abs((day - found).days) != _OFF:
        return None
    why = f"“{following.text}” beside it says which day that is: {named.because}"
    return fixed(day.isoformat() + (expression.clock or ""), expression, why, anchor=named.anchor, moves=named.moves)
