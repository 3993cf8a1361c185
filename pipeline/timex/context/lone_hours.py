"""The day that an hour standing alone is of: that of the sentence which tells of the same, as in "The board voted on
Tuesday. ... The vote came at 9 p.m."
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from pipeline.calendar.operators import add_days
from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.settings.timex import SENTENCE_CHARACTERS
from pipeline.timex.context.frames import is_background, sentence_of, sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory
from pipeline.timex.recognition.lexicon import meanings
from pipeline.timex.recognition.tense_cues import cues, reporting

_NAMES_A_DAY = {"weekday", "calendar", "deictic"}
_POSSESSIVE = {"'s", "’s"}
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAID = re.compile(r"\b([^\W\d_]+)(?:\son)?\s$")
_LEAD = 24
"""Characters before a day in which the verb of saying stands."""
_STEM = 4
"""Letters in which two forms of a word agree: vote, voted."""
_DAY, _WEST, _EAST = 24 * 60, -12 * 60, 14 * 60
"""Minutes: a day, and how far zones lie behind and ahead of another."""
_LEAD_SENTENCES, _LEAD_DAYS = 2, 7
"""Ends of sentences before the day that a report opens with, and how many days it lies back at most."""
_NEAR = 1
"""Sentences back in which one word shared is enough."""
_TOLD_SINCE = 4
"""Dates among which one that the text went on to is looked for."""
_COARSER = frozenset({"month", "week", "season"})
_NEEDED = 2
"""Words that a sentence further back must share."""


def offset_beside(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """What counts the hour's day from an event in the same sentence: "at 6 a.m. near his house, ten days before it"."""
    for following in memory.expressions_from(expression.span.end):
        if sentences_between(memory.text, expression.span.end, following.span.start):
            return None
        if following.operator == "event_offset":
            return following
    return None


def day_of_lead(memory: Memory) -> Antecedent | None:
    """The day of the past week that the first sentences of a report name: most of what it tells is of that day."""
    first = next((date for date in memory.read if not is_background(date, memory.text)), None)
    if first is None or memory.published is None or not first.interval.is_day:
        return None
    opens = sentences_between(memory.text, 0, first.expression.span.start) <= _LEAD_SENTENCES
    age = (memory.published - first.first_day).days
    return first if opens and 0 <= age <= _LEAD_DAYS else None


def day_ahead(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The day that the rest of the sentence names: "At 4 a.m. drones struck, officials said Wednesday"."""
    for following in memory.expressions_from(expression.span.end):
        if sentences_between(memory.text, expression.span.end, following.span.start):
            return None
        day = following.weekday or following.day or following.operator == "deictic"
        named_by_it = memory.text[following.span.end : following.span.end + 2] in _POSSESSIVE
        if day and following.type == "DATE" and not named_by_it and following.operator in _NAMES_A_DAY:
            return following
    return None


def moved_on(last: Antecedent, memory: Memory) -> bool:
    """Whether the text went on to a later month or week after the day it told last: "on 24 January ... in late April
    ... from 6 a.m.". A month to come is none that it went on to."""
    later = [a for a in memory.read[-_TOLD_SINCE:] if a.index > last.index and a.expression.type == "DATE"]
    return any(
        granularity_of(a.value) in _COARSER
        and a.first_day > last.first_day
        and (memory.published is None or a.first_day <= memory.published)
        and not is_background(a, memory.text)
        for a in later
    )


def only_says_when(date: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a day tells when something was said of what its sentence gives another day: "A bomb killed two on Sunday
    night, police said Monday. It went off at 7 p.m."
    """
    start = date.expression.span.start
    if expression.tense != "past" or not sentences_between(memory.text, start, expression.span.start):
        return False
    spoken = _SAID.search(memory.text[max(0, start - _LEAD) : start])
    if spoken is None or spoken[1].lower() not in reporting():
        return False
    told = (a for a in memory.read[-_TOLD_SINCE:] if a.index < date.index and _is_past_day(a, memory))
    return any(not sentences_between(memory.text, a.expression.span.end, start) for a in told)


def told_before(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day whose sentence tells of the same as that of `expression`: most words shared, the nearest of those."""
    days = [a for a in memory.read if _is_past_day(a, memory)]
    words = _words(memory.text, expression.span.start, expression.span.end)
    best, most = None, 0
    for date in reversed(days):
        shared = len(words & _words(memory.text, date.expression.span.start, date.expression.span.end))
        back = sentences_between(memory.text, date.expression.span.end, expression.span.start)
        needed = 1 if back <= _NEAR or date is days[0] else _NEEDED
        if shared >= needed and shared > most:
            best, most = date, shared
    return best


def day_here(time: str, other: dt.date, other_time: str) -> dt.date | None:
    """The day on which it is `time` here when it is `other_time` on the day `other` in another zone; None when no zones
    lie so far apart. Times as T04:40."""
    here, there = _minutes(time), _minutes(other_time)
    for step in (0, 1, -1):
        if _WEST <= here - there + step * _DAY <= _EAST:
            return add_days(other, step)
    return None


def _minutes(time: str) -> int:
    return int(time[1:3]) * 60 + int(time[4:6])


def _is_past_day(date: Antecedent, memory: Memory) -> bool:
    ahead = memory.published is not None and date.first_day > memory.published
    told = granularity_of(date.value) in {"day", "minute"} and date.interval.is_day and not ahead
    return told and not is_background(date, memory.text)


def _words(text: str, start: int, end: int) -> frozenset[str]:
    """The beginnings of the words of content in the sentence that holds `text[start:end]`."""
    first, last = sentence_of(text, start, end, round(SENTENCE_CHARACTERS.number))
    words = (word.lower() for word in _WORD.findall(text, first, last))
    return frozenset(word[:_STEM] for word in words if word not in _empty())


@functools.cache
def _empty() -> frozenset[str]:
    """Words that tell nothing of what is spoken of."""
    auxiliary = {word for word, cue in cues().items() if not (cue.needs or cue.unless)}
    return frozenset(word for _, word in meanings()) | auxiliary | reporting()
