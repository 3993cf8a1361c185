"""Hours, minutes and seconds counted from a time of day, or from a day whose time is not known."""

from __future__ import annotations

import datetime as dt
import math

from pipeline.calendar.operators import add_days
from pipeline.calendar.timex3 import clip
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import sentences_between
from pipeline.timex.context.outcome import Memory, Outcome, fixed, open_ended, said
from pipeline.timex.resolvers.brackets import day_behind

HOURS = {"second": 1, "minute": 60, "hour": 3600}
"""Units finer than a day, and how many seconds each has."""
_DAY = 86_400
_HOURS_BESIDE = 4
"""Expressions before among which the hour of a day behind a bracket stands."""
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


def is_far(anchor: str, expression: LocalExpression, memory: Memory) -> bool:
    """Whether hours would be counted from a day, not an hour, that a report told some sentences before."""
    last = next((a for a in reversed(memory.read) if f"expression:{a.index}" == anchor), None)
    if last is None or memory.narrative or "T" in last.value:
        return False
    return sentences_between(memory.text, last.expression.span.end, expression.span.start) > 1


def clock_of(anchor: str, memory: Memory) -> str | None:
    """The time of day, as 13:45, of the expression counted from, where it names one."""
    index = anchor.removeprefix("expression:")
    last = next((a for a in reversed(memory.read) if str(a.index) == index), None)
    time = (last.value.partition("T")[2] if last else "")[:5]
    return time if time[:2].isdecimal() and len(time) == 5 and time < "24" else None


def hour_beside(anchor: str, seen: str, memory: Memory) -> tuple[str, str]:
    """The hour named with the day counted from: "at 9:50 a.m. (0650 GMT) Wednesday he left; half an hour later ..."."""
    index = int(anchor.removeprefix("expression:")) if anchor.startswith("expression:") else -1
    near = [(a, day_behind(a.expression, memory)) for a in memory.read[-_HOURS_BESIDE:] if index >= 0]
    hours = [a for a, day in near if day is not None and memory.position(day) == index]
    return (f"expression:{hours[0].index}", said(hours[0])) if hours else (anchor, seen)
