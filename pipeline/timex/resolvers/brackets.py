"""What stands behind a bracket belongs to what stands before it.

"10:35 a.m. (0735 GMT) Friday", "7 November (25 October O.S.) 1917".
"""

from __future__ import annotations

import re

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory

_BRACKET = re.compile(r"\s*(?:[(\[][^()\[\]\n]{1,30}[)\]]|[)\]]),?\s*(?:(?:on|of)\s+)?", re.I)
"""A bracket, or the end of the one that the expression itself stands in."""
_OPENS = re.compile(r"\s*\(")
_REACH = 45
"""Characters that such a bracket takes."""
_NAMES_A_DAY = {"weekday", "calendar", "deictic"}


def day_behind(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The date behind a bracket that an hour is of."""
    found = _behind(expression, memory)
    return found if found and found.operator in _NAMES_A_DAY and found.type == "DATE" else None


def year_behind(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The year behind a bracket that a day and month are of."""
    found = _behind(expression, memory)
    bare = found and found.operator == "calendar" and found.year and not found.month and not found.part
    return found if bare else None


def hour_elsewhere(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The same moment as another zone counts it, with its day: "4:40 a.m. (2040 GMT Thursday)"."""
    following = next(memory.expressions_from(expression.span.end), None)
    if following is None or following.clock is None or not (following.weekday or following.day):
        return None
    return following if _OPENS.fullmatch(memory.text[expression.span.end : following.span.start]) else None


def hour_before_bracket(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The hour that stands right before the bracket in which the expression tells it again, without a day."""
    before = memory.read[-1] if memory.read else None
    if before is None or before.expression.clock is None or not before.interval.is_day or expression.weekday:
        return None
    return before if _OPENS.fullmatch(memory.text[before.expression.span.end : expression.span.start]) else None


def _behind(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    end = expression.span.end
    if memory.text[end : end + _REACH].lstrip()[:1] not in {"(", "[", ")", "]"}:
        return None
    for following in memory.expressions_from(end):
        if following.span.start > end + _REACH:
            return None
        if _BRACKET.fullmatch(memory.text[end : following.span.start]):
            return following
    return None
