"""Days that are counted from a beginning: "Day 300 of the war", "the 10th day of the siege", "D-Day plus three"."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.operators import add_days
from pipeline.chronology import interval_of, known_events_in
from pipeline.knowledge import KnownEvent, chronology
from pipeline.model import LocalExpression
from pipeline.settings.timex import DAY_COUNT_SLACK
from pipeline.timex.context.dated_events import known_day
from pipeline.timex.context.frames import sentence_of, sentences_between
from pipeline.timex.context.outcome import Memory, Outcome, fixed, open_ended, said
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.resolvers.calendar_dates import calendar
from pipeline.timex.resolvers.periods import named_day

_D_DAY = "d_day"
_OF_WHAT_BEGAN = "nth-day"
"""Rule of "on the sixth day", which names no event."""
_NEAR = 2
"""Ends of sentences between a beginning and a day counted from it."""
_NAMED_AFTER = 80
"""Characters after "day 300 of the war" in which the war may be named: "... in Ukraine"."""


def numbered_day(expression: LocalExpression, memory: Memory) -> Outcome:
    """Day N of a war or siege whose first day is known: that day is day 1."""
    nth = round(expression.amount or 1)
    if expression.rule_id == _OF_WHAT_BEGAN:
        beginnings = _begun_here(expression, memory)
    else:
        beginnings = [*_dated_here(expression, memory), *_known(expression, memory, nth)]
    for first, seen, anchor in beginnings:
        day = add_days(first, nth - 1)
        if day is not None:
            return fixed(day.isoformat(), expression, f"day {nth}, counted from {seen} as day 1", anchor=anchor)
    return open_ended("XXXX-XX-XX", "it counts the days from a beginning that is not known here")


_Beginning = tuple[dt.date, str, str]


def _dated_here(expression: LocalExpression, memory: Memory) -> list[_Beginning]:
    """The beginning as the document itself dates it: "the siege of 3 May"."""
    dated = known_day(expression.text.split()[-1].lower(), memory, but_after=expression.span.end)
    outcome = calendar(dated, memory) if dated is not None else None
    days = outcome.interval if outcome else None
    if dated is None or outcome is None or days is None or not days.is_day or days.first_day is None:
        return []
    return [(days.first_day, f"“{dated.text}” ({outcome.value})", f"expression:{memory.position(dated)}")]


def _begun_here(expression: LocalExpression, memory: Memory) -> list[_Beginning]:
    """The date before "the sixth day", where its sentence says that something began: "the siege began on 3 May"."""
    last = memory.antecedent("day")
    if last is None or not last.interval.is_day or last.expression.tense == "future":
        return []
    span = last.expression.span
    if sentences_between(memory.text, span.end, expression.span.start) > _NEAR:
        return []
    start, _ = sentence_of(memory.text, span.start, span.end, _NAMED_AFTER)
    words = set(re.findall(r"[a-z]+", memory.text[start : span.start].lower()))
    return [(last.first_day, said(last), f"expression:{last.index}")] if words & words_of("BEGINS") else []


def _known(expression: LocalExpression, memory: Memory, nth: int) -> list[_Beginning]:
    """A known event that the words name, or one still going on of which publication is about that day."""
    words = memory.text[expression.span.start : expression.span.end + _NAMED_AFTER]
    named = [match.event for match in known_events_in(words) if match.event.event_type == "ATTACK"]
    going_on = [event for event in chronology() if event.lasts == "yes"]
    events = named[:1] or [event for event in going_on if _about_now(event, nth, memory)]
    found = []
    for event in events:
        first = interval_of(event.date).first_day
        if first is not None:
            found.append((first, f"{event.title}: {event.date} ({event.source})", f"event:{event.event_id}"))
    return found


def _about_now(event: KnownEvent, nth: int, memory: Memory) -> bool:
    first = interval_of(event.date).first_day
    day = add_days(first, nth - 1) if first else None
    if day is None or memory.published is None:
        return False
    return abs((day - memory.published).days) <= DAY_COUNT_SLACK.number


def operation_day(expression: LocalExpression, memory: Memory) -> Outcome:
    """D+8: counted from the day that the text gives the landing or assault, else from D-Day if that is named."""
    nouns = sorted(words_of("OPERATION"))
    stated = (known_day(noun, memory, but_after=expression.span.end) for noun in nouns)
    dated = next((each for each in stated if each), None)
    dated = dated or next((e for e in memory.expressions if (e.named_day or "") == _D_DAY), None)
    event = (named_day if dated.operator == "named_day" else calendar)(dated, memory) if dated else None
    first = event.interval.first_day if event and event.interval and event.interval.is_day else None
    day = add_days(first, round(expression.amount or 0)) if first else None
    if dated is None or event is None or day is None:
        return open_ended("XXXX-XX-XX", "it counts the days of an operation whose first day is not known here")
    why = f"counted from “{dated.text}” ({event.value}), the day the operation began"
    return fixed(day.isoformat(), expression, why, anchor=f"expression:{memory.position(dated)}")
