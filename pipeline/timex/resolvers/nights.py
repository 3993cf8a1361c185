"""Nights that the words stretch over two days: "overnight", "the night of July 3-4", "from Friday to Saturday".

TIMEX3 names a night by the day on which it begins; whatever happened in it may have happened after midnight.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Outcome


def to_its_end(expression: LocalExpression, outcome: Outcome) -> Outcome:
    """The night with the day on which it ends, where the words leave open, or say, that it runs into it."""
    days = outcome.interval
    if not expression.definite or expression.clock != "TNI" or days is None or days.start is None or not days.is_day:
        return outcome
    return replace(outcome, interval=clip(days.start, days.start + 2))
