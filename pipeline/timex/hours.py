"""Hours, minutes and seconds counted from a time of day, or from a day whose time is not known."""

from __future__ import annotations

import datetime as dt
import math

from pipeline.calendar.operators import add_days
from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.outcome import Outcome, fixed, open_ended

HOURS = {"second": 1, "minute": 60, "hour": 3600}
"""Units finer than a day, and how many seconds each has."""
_DAY = 86_400
_SAME_DAY = 12
"""Hours: what happened fewer hours later happened the same day, unless the text tells the time."""


def by_clock(expression: LocalExpression, day: dt.date, anchor: str, seen: str, time: str | None) -> Outcome:
    """ "Thirty-six hours later": exact where the time counted from is known, else each day that it can be."""
    unit, amount = expression.unit or "hour", expression.amount or 0.0
    seconds = amount * HOURS[unit]
    moves = "by whole days" if anchor == "published" else None
    start = dt.datetime.combine(day, dt.time.fromisoformat(time or "00:00"))
    how = f"{abs(amount):g} {unit}{'' if abs(amount) == 1 else 's'} {'before' if amount < 0 else 'after'} {seen}"
    if time is not None:
        return _exact(expression, start, seconds, Outcome("", None, how, anchor, moves=moves))
    whole = seconds / _DAY
    near = add_days(day, round(whole) if abs(seconds) >= _SAME_DAY * 3600 else 0)
    first, last = add_days(day, math.floor(whole)), add_days(day, math.ceil(whole))
    if near is None or first is None or last is None:
        return open_ended("XXXX-XX-XX", "it would lie outside the calendar")
    if near == day:
        return fixed(near.isoformat(), expression, how, anchor=anchor, moves=moves)
    days = clip(first.toordinal(), last.toordinal() + 1)
    return Outcome(near.isoformat() if first == last else f"{near.isoformat()[:8]}XX", days, how, anchor, moves=moves,
                   granularity="day")  # fmt: skip


def _exact(expression: LocalExpression, start: dt.datetime, seconds: float, outcome: Outcome) -> Outcome:
    try:
        moment = start + dt.timedelta(seconds=seconds)
    except OverflowError:
        return open_ended("XXXX-XX-XX", "it would lie outside the calendar")
    value = f"{moment.date().isoformat()}T{moment:%H:%M}"
    return fixed(value, expression, outcome.because, anchor=outcome.anchor, moves=outcome.moves)
