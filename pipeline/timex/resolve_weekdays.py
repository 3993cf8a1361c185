"""Resolvers of days of the week: by tense in news, after the date before them in a history."""

from __future__ import annotations

import datetime as dt

from pipeline.calendar.operators import add_days, nearest_weekday
from pipeline.calendar.operators import weekday_of_week as in_week
from pipeline.model import LocalExpression
from pipeline.timex.narrative import tells_history
from pipeline.timex.outcome import NO_ANTECEDENT, NO_PUBLICATION, Memory, Outcome, fixed, open_ended, said


def weekday(expression: LocalExpression, memory: Memory) -> Outcome:
    """A day of the week: by tense in news, after the date before it in a history."""
    number, clock = expression.weekday or 1, expression.clock or ""
    if expression.type == "SET":
        return Outcome(expression.local_value, None, "it is repeated, so it names no single day")
    if expression.relative_to == "previous" or memory.narrative or memory.published is None:
        return _weekday_of_story(expression, memory, number, clock)
    day = memory.published
    if expression.relative_to == "published":
        direction = {-1: -1, 0: 0 if expression.tense == "past" else 2, 1: 1}[round(expression.amount or 0)]
        why = {-1: "the last one before", 0: "the one nearest to", 2: "the next one from", 1: "the next one after"}[
            direction
        ]
        found = (
            nearest_weekday(day, number, direction)
            if direction < 2
            else nearest_weekday(day - dt.timedelta(1), number, 1)
        )
    elif (expression.tense == "future" or _jotted(expression)) and day.isoweekday() != number:
        found, why = nearest_weekday(day, number, 1), "the words look ahead, so the next one after"
    else:
        found, why = nearest_weekday(day, number, 0), _looking_back(expression, day, number)
    if found is None:
        return open_ended(expression.local_value, "it would lie outside the calendar")
    return fixed(
        found.isoformat() + clock, expression, f"{why} {memory.day_words()}", anchor="published", moves="by whole weeks"
    )


def _jotted(expression: LocalExpression) -> bool:
    """Whether the day is written small, as in a note or message and no verb looks back: it is the next one."""
    text = expression.text
    return text.isascii() and text == text.lower() and expression.tense in {"none", "present"}


def _looking_back(expression: LocalExpression, day: dt.date, number: int) -> str:
    name = f"{dt.date(2024, 1, number):%A}"
    if day.isoweekday() == number:
        return f"it is the {name} of"
    if expression.tense == "past":
        return f"the verb is past, so the last {name} before"
    return f"news looks back unless it says otherwise, so the last {name} before"


def _weekday_of_story(expression: LocalExpression, memory: Memory, number: int, clock: str) -> Outcome:
    last = memory.antecedent("day") or memory.antecedent("week")
    if memory.published is None and expression.relative_to != "previous" and not tells_history(memory.expressions):
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
