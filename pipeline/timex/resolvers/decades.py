"""Resolvers of decades and centuries, whole or in part."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make as make_date
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, open_ended, said
from pipeline.timex.resolvers.before_christ import KEPT
from pipeline.timex.resolvers.calendar_dates import ON_ITS_OWN

_JOINED = re.compile(r",?\s+(?:and|or|to)\s+(?:(?:in|during)\s+)?(?:the\s+)?|\s*[/–-]\s*", re.I)
"""What stands between two decades of which the second leaves its century out."""


def decade(expression: LocalExpression, memory: Memory) -> Outcome:
    """The 1930s; a decade without a century is the last one before publication."""
    local = expression.local_value
    if local.startswith("BC"):
        return open_ended(local, KEPT)
    if local.startswith("XX"):
        if beside := _decade_beside(expression, memory):
            start = int(beside.value[:2]) * 10 + int(local[2])
            return fixed(
                f"{start:03}", expression, f"of the century of {said(beside)}", anchor=f"expression:{beside.index}"
            )
        last = memory.antecedent("year") if memory.narrative else None
        base = last.first_day if last else memory.published
        if base is None:
            return open_ended(local, "the words leave out the century, and nothing in the text tells it")
        start = base.year // 100 * 10 + int(local[2])
        start -= 10 if start * 10 > base.year else 0
        anchor, moves = (f"expression:{last.index}", None) if last else ("published", "by whole centuries")
        return fixed(f"{start:03}", expression, f"the last such decade before {base.year}", anchor=anchor, moves=moves)
    return fixed(local, expression, ON_ITS_OWN)


def _decade_beside(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The decade with its century that this one is named beside: the 1920s and '30s."""
    last = memory.read[-1] if memory.read else None
    if last is None or len(last.value) != len("192") or last.expression.operator != "decade":
        return None
    return last if _JOINED.fullmatch(memory.text[last.expression.span.end : expression.span.start]) else None


def century(expression: LocalExpression, _memory: Memory) -> Outcome:
    """The 20th century: 1900 to 1999, as TIMEX3 counts centuries."""
    if expression.local_value.startswith("BC"):
        return open_ended(expression.local_value, KEPT)
    outcome = fixed(expression.local_value, expression, ON_ITS_OWN)
    return replace(outcome, interval=_portion(outcome.interval, expression.part)) if expression.part else outcome


_PORTIONS = {"H": 2, "T": 3, "Q": 4}
"""Letter of a part of a century -> how many such parts it has."""


def _portion(days: Interval | None, part: str) -> Interval | None:
    """The first half (H1), last third (T3) or second quarter (Q2) of a century, in whole years."""
    if days is None or days.first_day is None:
        return days
    times, nth = _PORTIONS[part[0]], int(part[1])
    begin, end = (make_date(days.first_day.year + 100 * step // times, 1, 1) for step in (nth - 1, nth))
    return Interval(begin.toordinal() if begin else days.start, end.toordinal() if end and nth < times else days.end)
