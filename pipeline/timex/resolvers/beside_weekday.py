"""A weekday told of the date in front of it: "It was on Aug. 8, a Sunday, that they came".

The weekday names that date, and helps to find its year; it is no Sunday counted from publication.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.calendar.operators import nearest_weekday
from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, said
from pipeline.timex.recognition.lexicon import any_of
from pipeline.timex.recognition.tense_cues import cues

_TOLD_OF = re.compile(r",?\s+(?:\(|which (?:was|is|falls on|fell on)\s+)?(?:also\s+)?an?\s+$|\s*\(\s*an?\s+$")
_CLOSES = re.compile(r"\s*(?:[,.;:)]|[–—]|$)")
_LEAD = 30
"""Characters before a weekday in which it says what was due then."""
_SAID_AGAIN = re.compile(r",\s+|\s+\(")
_LATE = 2
"""Days after it was written that a report may appear."""
_REACH = 24
"""Characters between a date and the weekday told of it."""


def with_its_weekday(expression: LocalExpression, memory: Memory) -> LocalExpression:
    """The date with the weekday that is told of it behind, where it names none itself."""
    if not expression.day or not expression.month or expression.weekday:
        return expression
    following = next(memory.expressions_from(expression.span.end), None)
    if following is None or not _is_told_of(following, expression, memory):
        return expression
    return replace(expression, weekday=following.weekday)


def date_it_tells_of(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The day of the date in front, None where the weekday stands beside none."""
    before: Antecedent | None = memory.read[-1] if memory.read else None
    if before is None or not before.interval.is_day or not _is_told_of(expression, before.expression, memory):
        return None
    off = before.first_day.isoweekday() != expression.weekday
    doubt = f"; but that day is a {before.first_day:%A}, so it is marked uncertain" if off else ""
    why = f"it says which day of the week {said(before)} is{doubt}"
    return Outcome(before.value, before.interval, why, f"expression:{before.index}", uncertain=off)


@functools.cache
def _due() -> re.Pattern[str]:
    words = any_of("DUE")
    return re.compile(rf"\b(\w+)\s+(?:{words})\s+(?:on|for)\s+$", re.I)


def due_that_day(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """It shot down the jet on Wednesday. He cancelled a trip due on Wednesday: the day of that name told before."""
    start = expression.span.start
    due = _due().search(memory.text[max(0, start - _LEAD) : start])
    if expression.clock or due is None or _is_auxiliary(due[1].lower()):
        return None
    last = next((a for a in reversed(memory.read) if a.expression.weekday == expression.weekday), None)
    if last is None or not last.interval.is_day or "\n" in memory.text[last.expression.span.end : start]:
        return None
    why = f"that of {said(last)}, told just before"
    return Outcome(last.value[:10], last.interval, why, f"expression:{last.index}")


def day_of_writing(expressions: Sequence[LocalExpression], text: str, published: dt.date) -> dt.date | None:
    """This evening, Saturday: the day on which a report was written, where it appeared a day or two later; else None.

    All that the report counts from "today" counts from that day.
    """
    for today, named in itertools.pairwise(expressions):
        from_now = today.operator == "deictic" and today.relative_to == "published" and not today.amount
        plain = named.operator == "weekday" and named.relative_to is None and not named.clock and not named.day
        if not from_now or not plain or named.weekday is None or today.block not in ARTICLE_BLOCKS:
            continue
        beside = _SAID_AGAIN.fullmatch(text[today.span.end : named.span.start]) and _CLOSES.match(text, named.span.end)
        written = nearest_weekday(published, named.weekday, 0) if beside else None
        if written is not None and 0 < (published - written).days <= _LATE:
            return written
    return None


def _is_auxiliary(word: str) -> bool:
    """Whether a word is one with which "due" looks ahead itself: the talks are due on Wednesday."""
    cue = cues().get(word)
    return cue is not None and not (cue.needs or cue.unless)


def _is_told_of(weekday: LocalExpression, date: LocalExpression, memory: Memory) -> bool:
    plain = weekday.operator == "weekday" and weekday.relative_to is None and not weekday.clock
    start, end = date.span.end, weekday.span.start
    if not plain or date.operator != "calendar" or not 0 < end - start <= _REACH:
        return False
    return bool(_TOLD_OF.fullmatch(memory.text[start:end]) and _CLOSES.match(memory.text, weekday.span.end))
