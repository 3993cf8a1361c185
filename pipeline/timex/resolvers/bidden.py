"""A weekday of what is still to come: "ordered the firm on Wednesday to pay on Friday", "ahead of the vote on Sunday",
"called off Sunday's march".

"Ordered the firm to pay on Friday" may tell when it was ordered too: what lies nearer to publication decides.
"""

from __future__ import annotations

import functools
import re

from pipeline.calendar.operators import nearest_weekday
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory
from pipeline.timex.recognition.lexicon import any_of, words_of

_REACH = 160
"""Characters before a weekday in which the order stands."""
_JUST_OVER = 2
"""Days since a weekday that a report still tells of as what something came ahead of."""
_POSSESSIVES = ("'s", "’s")
_SOON = 3
"""Days ahead up to which a weekday is nearer than the last one."""


def is_bidden(expression: LocalExpression, memory: Memory) -> bool:
    """Whether the weekday is the coming one, on which somebody is to do what he was told."""
    start = expression.span.start
    told = _told().search(memory.text, max(0, start - _REACH), start)
    if told is None or memory.published is None or expression.clock:
        return False
    words = memory.text[told.end("to") : told.start("lead")].lower().split()
    if any(word in words_of("CLAUSE") | words_of("AFTER") for word in words):
        return False
    dated = any(told.start() <= a.expression.span.start < told.end("to") for a in memory.read[-2:])
    ahead = nearest_weekday(memory.published, expression.weekday or 1, 1)
    soon = ahead is not None and (ahead - memory.published).days <= _SOON
    return dated or soon or told["lead"].lower() in words_of("DEADLINE")


def is_ahead(expression: LocalExpression, memory: Memory) -> bool:
    """Whether something was done ahead of what is on that weekday, which no report of a day or two after it tells."""
    start = expression.span.start
    owns = memory.text.startswith(_POSSESSIVES, expression.span.end)
    ahead = _ahead_of().search(memory.text, max(0, start - _REACH), start)
    ahead = ahead or (_calls_off().search(memory.text, max(0, start - _REACH), start) if owns else None)
    if memory.published is None or ahead is None:
        return False
    last = nearest_weekday(memory.published, expression.weekday or 1, 0)
    return last is not None and (memory.published - last).days > _JUST_OVER


@functools.cache
def _ahead_of() -> re.Pattern[str]:
    words = any_of("AHEAD_OF")
    return re.compile(rf"\b(?:{words})\s+(?:[^\s,.;:!?]+\s+){{0,6}}?(?:on\s+)?\Z", re.I)


@functools.cache
def _calls_off() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('CALLS_OFF')})\s+(?:the\s+)?\Z", re.I)


@functools.cache
def _told() -> re.Pattern[str]:
    words = any_of("DIRECTIVE")
    return re.compile(
        rf"\b(?:{words})\s+(?:[^\s,.;:!?]+\s+){{0,8}}?(?P<to>to)\s+[a-z]+(?:\s+[^\s,.;:!?]+){{0,9}}?\s+(?P<lead>[a-z]+)\s+\Z"
    )
