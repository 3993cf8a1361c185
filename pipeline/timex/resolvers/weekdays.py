"""Resolvers of days of the week: by tense in news, after the date before them in a history."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.calendar.operators import add_days, nearest_weekday, weekday_from
from pipeline.calendar.operators import weekday_of_week as in_week
from pipeline.calendar.timex3 import interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import (
    NO_ANTECEDENT,
    NO_PUBLICATION,
    Antecedent,
    Memory,
    Outcome,
    fixed,
    open_ended,
    said,
)
from pipeline.timex.resolvers.beside_weekday import date_it_tells_of, due_that_day
from pipeline.timex.resolvers.bidden import is_ahead, is_bidden
from pipeline.timex.resolvers.in_lists import weekday_in_list
from pipeline.timex.resolvers.week_told import in_week_told

_TOO_SOON_FOR_NEXT = 1
"""Days: tomorrow has a name of its own."""
_STILL_THIS = 3
"""Days that a day of last week may lie back and still be "this Saturday"."""
_LOOK_BACK = 4
"""Dates among which "the previous Friday" finds the Friday it counts from."""
_SPOKEN_OF = 12
"""Dates among which the same weekday was named last."""
_NEXT = ("next", "nxt", "nx")


def weekday(expression: LocalExpression, memory: Memory) -> Outcome:
    """A day of the week: by tense in news, after the date before it in a history."""
    if expression.type == "SET":
        return Outcome(expression.local_value, None, "it is repeated, so it names no single day")
    return date_it_tells_of(expression, memory) or _reckoned(expression, memory)


def _reckoned(expression: LocalExpression, memory: Memory) -> Outcome:
    number, clock = expression.weekday or 1, expression.clock or ""
    if expression.relative_to == "previous" or memory.narrative or memory.published is None:
        return _weekday_of_story(expression, memory, number, clock)
    day = memory.published
    if expression.unit == "week":
        return _weeks_off(expression, memory, day)
    if expression.relative_to == "published":
        return _told(expression, memory, day)
    told = weekday_in_list(expression, memory) or in_week_told(expression, memory) or due_that_day(expression, memory)
    told = told or _named_ahead(expression, memory, day)
    if told is not None:
        return told
    ahead = expression.tense == "future" or _jotted(expression)
    ahead = ahead or is_bidden(expression, memory) or is_ahead(expression, memory)
    if ahead and (day.isoweekday() != number or _jotted(expression)):
        found, why = nearest_weekday(day, number, 1), "the words look ahead, so the next one after"
    else:
        found, why = nearest_weekday(day, number, 0), _looking_back(expression, day, number)
    return _of_week(found, why, expression, memory)


def _named_ahead(expression: LocalExpression, memory: Memory, day: dt.date) -> Outcome | None:
    """Will meet on Wednesday. Wednesday's meeting may bring a vote: the one to come that the text named last."""
    if expression.tense == "past":
        return None
    same = (a for a in reversed(memory.read[-_SPOKEN_OF:]) if a.expression.weekday == expression.weekday)
    last = next(same, None)
    if last is None or last.first_day <= day or not last.interval.is_day:
        return None
    value = last.first_day.isoformat() + (expression.clock or "")
    return fixed(value, expression, f"that of {said(last)}, which is still to come", anchor=f"expression:{last.index}")


def _told(expression: LocalExpression, memory: Memory, day: dt.date) -> Outcome:
    """Last, this or next Friday."""
    number, step = expression.weekday or 1, round(expression.amount or 0)
    if step < 0:
        return _of_week(nearest_weekday(day, number, -1), "the last one before", expression, memory)
    if step == 0 and expression.tense == "past" and _is_of_this_week(day, number):
        return _of_week(nearest_weekday(day, number, 0), "the one nearest to", expression, memory)
    if step == 0:
        return _of_week(weekday_from(day, number), "the next one from", expression, memory)
    found = nearest_weekday(day, number, 1)
    soon = 0 < number - day.isoweekday() <= _TOO_SOON_FOR_NEXT
    if soon and expression.text.lower().startswith(_NEXT):
        # On Wednesday nobody calls the day after "next Thursday".
        return _of_week(found and add_days(found, 7), "the one of the week after", expression, memory)
    return _of_week(found, "the next one after", expression, memory)


def _is_of_this_week(day: dt.date, number: int) -> bool:
    """Whether the last such day began this week or lies close: on a Friday nobody calls the Saturday before "this"."""
    return number <= day.isoweekday() or day.isoweekday() + 7 - number <= _STILL_THIS


def _of_week(found: dt.date | None, why: str, expression: LocalExpression, memory: Memory) -> Outcome:
    if found is None:
        return open_ended(expression.local_value, "it would lie outside the calendar")
    value = found.isoformat() + (expression.clock or "")
    return fixed(value, expression, f"{why} {memory.day_words()}", anchor="published", moves="by whole weeks")


def _weeks_off(expression: LocalExpression, memory: Memory, day: dt.date) -> Outcome:
    """A week from Sunday, two weeks ago on Tuesday: from the next such day on, or from the last one back."""
    number, weeks = expression.weekday or 1, round(expression.amount or 0)
    last = nearest_weekday(day, number, 0)
    first = last if last == day or weeks < 0 else nearest_weekday(day, number, 1)
    found = add_days(first, 7 * weeks) if first else None
    if found is None:
        return open_ended("XXXX-XX-XX", "it would lie outside the calendar")
    side = "before the last" if weeks < 0 else "after the next"
    why = f"{abs(weeks)} week{'' if abs(weeks) == 1 else 's'} {side} such day seen from {memory.day_words()}"
    return fixed(found.isoformat(), expression, why, anchor="published", moves="by whole weeks")


def _jotted(expression: LocalExpression) -> bool:
    """Whether the day is written small, as in a note or message and no verb looks back: it is the next one."""
    text = expression.text
    return text.isascii() and text == text.lower() and expression.tense in {"none", "present"}


def _looking_back(expression: LocalExpression, day: dt.date, number: int) -> str:
    name = f"{dt.date(2024, 1, number):%A}"
    if day.isoweekday() == number:
        return "it is"
    if expression.tense == "past":
        return f"the verb is past, so the last {name} before"
    return f"news looks back unless it says otherwise, so the last {name} before"


def _weekday_of_story(expression: LocalExpression, memory: Memory, number: int, clock: str) -> Outcome:
    last = _same_weekday(expression, memory, number) or memory.antecedent("day") or memory.antecedent("week")
    if memory.published is None and expression.relative_to != "previous" and not memory.history:
        # A report counts its weekdays from a day of publication that nobody knows, not from the date before them.
        return open_ended(expression.local_value, NO_PUBLICATION)
    if last is None:
        if expression.relative_to == "previous" and memory.published is not None:
            found = nearest_weekday(memory.published, number, -1)
            if found:
                return fixed(found.isoformat() + clock, expression, f"the last one before {memory.day_words()}",
                             anchor="published", moves="by whole weeks")  # fmt: skip
        return open_ended(expression.local_value, NO_PUBLICATION if memory.published is None else NO_ANTECEDENT)
    direction = round(expression.amount or 0) if expression.relative_to == "previous" else 2
    base = last.first_day
    if direction == 2:
        earlier = add_days(base, -1)
        found = nearest_weekday(earlier, number, 1) if earlier else None
    else:
        found = nearest_weekday(base, number, direction)
    if found is None:
        return open_ended(expression.local_value, "it would lie outside the calendar")
    side = "before" if direction < 0 else "from"
    return fixed(found.isoformat() + clock, expression, f"the next one {side} {said(last)}" if side == "from" else
                 f"the last one before {said(last)}", anchor=f"expression:{last.index}")  # fmt: skip


def _same_weekday(expression: LocalExpression, memory: Memory, number: int) -> Antecedent | None:
    """The Friday told of, that "the previous Friday" is one week before."""
    if expression.relative_to != "previous" or memory.narrative:
        return None
    told = [a for a in memory.read[-_LOOK_BACK:] if a.interval.is_day and a.first_day.isoweekday() == number]
    return told[-1] if told and expression.amount else None


def weekday_of_week(expression: LocalExpression, memory: Memory) -> Outcome:
    """Tuesday of last week."""
    if memory.published is None:
        return open_ended(expression.local_value, NO_PUBLICATION)
    base = add_days(memory.published, 7 * round(expression.amount or 0))
    found = in_week(base, expression.weekday or 1) if base else None
    if found is None:
        return open_ended(expression.local_value, "it would lie outside the calendar")
    return fixed(found.isoformat(), expression, f"the week is counted from {memory.day_words()}", anchor="published",
                 moves="by whole weeks")  # fmt: skip


def in_order(first: Outcome, second: Outcome, expression: LocalExpression) -> tuple[Outcome, Outcome]:
    """The ends of "from Monday to Wednesday" so that the second follows the first; `expression` is the second."""
    one, other = first.interval, second.interval
    weekdays = first.anchor == second.anchor == "published" and one and other and one.is_day and other.is_day
    if not weekdays or not one or not other or not one.start or not other.start or one.start < other.start:
        return first, second
    if expression.tense in {"future", "present"}:
        return first, _week_on(second, 7, "the first such day after the one the range begins with")
    return _week_on(first, -7, "the last such day before the one the range ends with"), second


def _week_on(outcome: Outcome, days: int, why: str) -> Outcome:
    day = outcome.interval.first_day if outcome.interval else None
    moved = add_days(day, days) if day else None
    if moved is None:
        return outcome
    value = moved.isoformat() + outcome.value[10:]
    return replace(outcome, value=value, interval=interval_of(value), because=why)
