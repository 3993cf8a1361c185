"""Resolvers of lengths, repeated times and vague references, and of lengths that count from an event."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import clip
from pipeline.chronology import KnownMatch, known_events_in
from pipeline.model import LocalExpression
from pipeline.settings.timex import DAYS_AFTER_EVENT, DAYS_BEFORE_REPORT, RECENT_DAYS
from pipeline.timex.context.dated_events import day_in_phrase, head_after, known_day
from pipeline.timex.context.outcome import Memory, Outcome, said
from pipeline.timex.resolvers.ended import length_ended
from pipeline.timex.resolvers.opening_and_close import edge_of_period
from pipeline.timex.resolvers.restated import apposed
from pipeline.timex.resolvers.units import unit

_MAIN_CLAUSE = re.compile(r",\s")
"""Where the main clause goes on: what is named behind it is another event than the one counted from."""

_AT_MOST = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
"""TIMEX3 modifiers of a length that is the most."""


def duration(expression: LocalExpression, memory: Memory) -> Outcome:
    """A length of time; "the past three years" also has days, back from the publication."""
    told = length_ended(expression, memory) or edge_of_period(expression, memory, unit)
    if told is not None:
        return told
    value = expression.local_value
    why = "it is a length of time"
    if expression.side and expression.amount and expression.unit and memory.published and not memory.narrative:
        back = expression.side == "earlier"
        moved = shift(memory.published, expression.unit, -expression.amount if back else expression.amount)
        if moved and moved != memory.published:
            ends = sorted((moved.toordinal(), memory.published.toordinal()))
            side = "back" if back else "ahead"
            why = f"{why}, {side} from {memory.day_words()}"
            return Outcome(value, Interval(ends[0], ends[1] + 1), why, "published", moves="by whole days")
    return Outcome(value, None, f"{why}; on its own it names no day")


def vague(expression: LocalExpression, memory: Memory) -> Outcome:
    """Now, recently, in recent days."""
    value = expression.local_value
    if value == "PAST_REF" and expression.unit == "day" and memory.published and not memory.narrative:
        end = memory.published.toordinal() + 1
        days = clip(end - round(RECENT_DAYS.number), end)
        why = f"the week that ends with {memory.day_words()}"
        return Outcome(value, days, why, "published", moves="by whole days")
    return Outcome(value, None, "it names no time that could be put on a calendar")


def repeated(expression: LocalExpression, _memory: Memory) -> Outcome:
    """Every week, daily."""
    return Outcome(expression.local_value, None, "it is repeated, so it names no single day")


def event_offset(expression: LocalExpression, memory: Memory) -> Outcome:
    """Two weeks after the vote: counted from a known event, or back from the day of the main clause."""
    beside = apposed(expression, memory) if expression.type == "DATE" else None
    if beside is not None:
        why = f"it says again when {said(beside)} was"
        return Outcome(beside.first_day.isoformat(), beside.interval, why, f"expression:{beside.index}")
    outcome = _event_offset(expression, memory)
    if expression.type != "DATE":
        return outcome
    # "The day after the vote" is a date, not a length: its value is the day, where that is known.
    days = outcome.interval
    exact = days is not None and days.is_day and days.first_day
    return replace(outcome, value=exact.isoformat() if exact else "XXXX-XX-XX")


def _event_offset(expression: LocalExpression, memory: Memory) -> Outcome:
    value = expression.local_value
    later = expression.side != "earlier" and not (expression.amount or 0) < 0
    clause = _clause(memory.text, expression.span.end)
    main = _main_clause_day(expression, memory)
    if main is not None and later:
        return _before_main(expression, value, main)
    dated = day_in_phrase(expression, memory)
    if dated is not None:
        return _from_date(expression, value, dated, memory)
    known = known_events_in(_MAIN_CLAUSE.split(clause)[0])
    if known:
        return _from_event(expression, value, known[0], later=later)
    noun, end = head_after(memory.text, expression.span.end), expression.span.end
    elsewhere = known_day(noun, memory, but_after=end)
    if elsewhere is not None:
        return _from_date(expression, value, elsewhere, memory)
    done = known_day(noun, memory, but_after=end, of_deeds=True)
    if done is not None:
        # That it is the same arrest is likely, and no more.
        return replace(_from_date(expression, value, done, memory), uncertain=True)
    return Outcome(value, None, "it counts from an event whose day is not known here")


def _clause(text: str, start: int) -> str:
    """The words after `start` up to the end of their sentence, at most 200 characters."""
    rest = text[start : start + 200]
    found = re.search(r"[.!?;](?:\s|$)|\n\s*\n", rest)
    return rest[: found.start()] if found else rest


def _from_date(expression: LocalExpression, value: str, dated: LocalExpression, memory: Memory) -> Outcome:
    """Counted from an event that the document dates."""
    from pipeline.timex.resolvers.calendar_dates import calendar
    from pipeline.timex.resolvers.periods import named_day, within

    resolvers = {"named_day": named_day, "within": within}
    event = resolvers.get(dated.operator, calendar)(dated, memory)
    days = event.interval
    if days is None or not days.is_day or days.first_day is None or expression.amount is None:
        return Outcome(value, None, "it counts from an event whose day is not known here")
    anchor = f"expression:{memory.position(dated)}"
    why = f"counted from “{dated.text}” ({event.value}), which dates the event named after these words"
    moved = _shifted(days.first_day, days.first_day, expression)
    return Outcome(value, moved, why, anchor, event.uncertain, event.moves, granularity=expression.unit)


def _from_event(expression: LocalExpression, value: str, known: KnownMatch, *, later: bool) -> Outcome:
    first, last = known.interval.first_day, known.interval.last_day
    if first is None or last is None:
        return Outcome(value, None, f"it counts from {known.event.title}, whose day is not known")
    anchor, why = f"event:{known.event.event_id}", f"{known.event.title}: {known.event.date} ({known.event.source})"
    if expression.amount is None:
        reach = round(DAYS_AFTER_EVENT.number)
        if expression.unit != "day":
            return Outcome(value, None, f"nobody says how many {expression.unit}s from {why}", anchor)
        at = last.toordinal() if later else first.toordinal()
        days = clip(at + 1, at + 1 + reach) if later else clip(at - reach, at)
        return Outcome(
            value, days, f"at most {reach} days {'after' if later else 'before'} {why}", anchor, granularity="week"
        )
    return Outcome(value, _shifted(first, last, expression), f"counted from {why}", anchor, granularity=expression.unit)


def _shifted(first: dt.date, last: dt.date, expression: LocalExpression) -> Interval | None:
    begin = shift(first, expression.unit or "day", expression.amount or 0)
    end = shift(last, expression.unit or "day", expression.amount or 0)
    if begin is None or end is None:
        return None
    # Words that count in weeks, months or years are no finer than that.
    slack = {"week": 3, "month": 15, "year": 182}.get(expression.unit or "day", 0)
    if expression.mod in _AT_MOST:
        ahead = begin > first
        return clip(first.toordinal(), end.toordinal() + 1) if ahead else clip(begin.toordinal(), last.toordinal() + 1)
    return clip(begin.toordinal() - slack, end.toordinal() + 1 + slack)


def _main_clause_day(expression: LocalExpression, memory: Memory) -> dt.date | None:
    """The day in the main clause of "Days after he vowed it, he acted on Friday"."""
    sentence = _clause(memory.text, expression.span.end)
    opens = re.search(r"(?:^|[.!?]\s|\n)\W*$", memory.text[max(0, expression.span.start - 3) : expression.span.start])
    comma = _MAIN_CLAUSE.search(sentence)
    if memory.published is None or not comma or not opens:
        return None
    start, end = expression.span.end + comma.end(), expression.span.end + len(sentence)
    near = itertools.takewhile(lambda e: e.span.start < end, memory.expressions_from(start))
    inside = [e for e in near if e.operator in {"weekday", "calendar"}]
    if not inside:
        return None
    from pipeline.timex.resolvers.calendar_dates import calendar
    from pipeline.timex.resolvers.weekdays import weekday

    outcome = (weekday if inside[0].operator == "weekday" else calendar)(inside[0], memory)
    return outcome.interval.first_day if outcome.interval and outcome.interval.is_day else None


def _before_main(expression: LocalExpression, value: str, main: dt.date) -> Outcome:
    why = f"the main clause is dated {main.isoformat()}, and the event named after these words came before it"
    at = main.toordinal()
    if expression.amount is None:
        if expression.unit != "day":
            return Outcome(value, None, "it counts from an event whose day is not known here")
        return Outcome(value, clip(at - round(DAYS_BEFORE_REPORT.number), at), why, "published", moves="by whole weeks",
                       granularity="week")  # fmt: skip
    why = f"the main clause is dated {main.isoformat()}, and these words count up to its day"
    return Outcome(value, clip(at, at + 1), why, "published", moves="by whole weeks", granularity="day")
