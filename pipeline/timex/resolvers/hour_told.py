"""A bare "2:47" beside a stated "2:50 p.m. Monday" is of that day and half: a report tells one moment twice."""

from __future__ import annotations

import re

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory, Outcome, fixed, said

_HALF = re.compile(r"[ap]\.?\s?m\b", re.I)
_NEAR = 60
"""Minutes by which two hours of one moment differ."""
_HALF_DAY = 720
"""Minutes."""


def same_hour(expression: LocalExpression, time: str, memory: Memory) -> Outcome | None:
    """The bare hour on the day, and in its half, of an hour near it; None when none is told, or it says its own."""
    minutes = _minutes(time)
    if minutes is None or not 0 < minutes < _HALF_DAY + _NEAR or _HALF.search(expression.text):
        return None
    if time[1] == "0" and expression.text.lstrip().startswith("0"):
        return None  # "02:47" is of a clock of twenty-four hours.
    for told in reversed(memory.read):
        stated = _minutes(told.value[10:]) if _HALF.search(told.expression.text) and told.interval.is_day else None
        if stated is None:
            continue
        for here in (minutes, (minutes + _HALF_DAY) % (2 * _HALF_DAY)):
            if abs(stated - here) <= _NEAR:
                value = f"{told.value[:10]}T{here // 60:02}:{here % 60:02}"
                why = f"the hour and the day are those of {said(told)}, near which it lies"
                return fixed(value, expression, why, anchor=f"expression:{told.index}")
    return None


def _minutes(time: str) -> int | None:
    found = re.fullmatch(r"T(\d\d):(\d\d)", time[:6])
    return int(found[1]) * 60 + int(found[2]) if found else None
