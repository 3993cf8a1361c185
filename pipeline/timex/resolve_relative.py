"""Resolvers of expressions that count from another time: publication, an expression before, an event."""

from __future__ import annotations

import datetime as dt

from pipeline.calendar.granularity import MANY, of_unit
from pipeline.calendar.operators import add_days, nearest_weekday, shift
from pipeline.calendar.operators import weekday_of_week as in_week
from pipeline.calendar.timex3 import clip, granularity_of, interval_of, narrow, value_at
from pipeline.model import LocalExpression
from pipeline.settings import DAYS_AFTER_EVENT
from pipeline.timex.outcome import Antecedent, Memory, Outcome, fixed, open_ended
from pipeline.timex.resolve_dates import calendar

NO_PUBLICATION = "it counts from the publication date, which is not known"
NO_ANTECEDENT = "it counts from another date, and there is none before it"


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
    elif expression.tense == "future" and day.isoweekday() != number:
        found, why = nearest_weekday(day, number, 1), "the words look ahead, so the next one after"
    else:
        found, why = nearest_weekday(day, number, 0), _looking_back(expression, day, number)
    if found is None:
        return open_ended(expression.local_value, "it would lie outside the calendar")
    return fixed(
        found.isoformat() + clock, expression, f"{why} {memory.day_words()}", anchor="published", moves="by whole weeks"
    )


def _looking_back(expression: LocalExpression, day: dt.date, number: int) -> str:
    name = f"{dt.date(2024, 1, number):%A}"
    if day.isoweekday() == number:
        return f"it is the {name} of"
    if expression.tense == "past":
        return f"the verb is past, so the last {name} before"
    return f"news looks back unless it says otherwise, so the last {name} before"


def _weekday_of_story(expression: LocalExpression, memory: Memory, number: int, clock: str) -> Outcome:
    last = memory.antecedent("day") or memory.antecedent("week")
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
    return fixed(found.isoformat() + clock, expression, f"the next one {side} {_said(last)}" if side == "from" else
                 f"the last one before {_said(last)}", anchor=f"expression:{last.index}")  # fmt: skip


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


def deictic(expression: LocalExpression, memory: Memory) -> Outcome:
    """Today, yesterday, last night; the next morning counts from the date before it."""
    clock, amount = expression.clock or "", round(expression.amount or 0)
    if expression.relative_to == "previous":
        last = memory.antecedent("day")
        if last is not None:
            found = add_days(last.first_day, amount)
            if found:
                return fixed(
                    found.isoformat() + clock,
                    expression,
                    f"counted from {_said(last)}",
                    anchor=f"expression:{last.index}",
                )
        if memory.published is None or memory.narrative:
            return open_ended(f"XXXX-XX-XX{clock}", NO_ANTECEDENT)
    if memory.published is None:
        return open_ended(f"XXXX-XX-XX{clock}", NO_PUBLICATION)
    found = add_days(memory.published, amount)
    if found is None:
        return open_ended(f"XXXX-XX-XX{clock}", "it would lie outside the calendar")
    how = {0: "the same day as", -1: "the day before", 1: "the day after"}.get(amount, f"{amount:+} days from")
    return fixed(
        found.isoformat() + clock, expression, f"{how} {memory.day_words()}", anchor="published", moves="by whole days"
    )


def unit(expression: LocalExpression, memory: Memory) -> Outcome:
    """Last month, this year, the following week, that day, the weekend."""
    name, amount = expression.unit or "year", expression.amount or 0.0
    base = _base(expression, memory, name)
    if base is None:
        missing = NO_PUBLICATION if expression.relative_to == "published" else NO_ANTECEDENT
        return open_ended(_open_value(name), missing)
    day, anchor, seen = base
    if name == "weekend":
        return _weekend(expression, day, anchor, seen)
    moved = shift(day, name, amount)
    if moved is None:
        return open_ended(_open_value(name), "it would lie outside the calendar")
    value = value_at(name, moved)
    how = "the one that holds" if amount == 0 else f"{abs(amount):g} {name} {'before' if amount < 0 else 'after'}"
    moves = f"by whole {name}s" if anchor == "published" and name != "century" else None
    if anchor == "published" and name == "century":
        moves = "by whole centuries"
    outcome = fixed(value, expression, f"{how} {seen}", anchor=anchor, moves=moves)
    return _sideways(expression, outcome, day) if expression.side else outcome


def _sideways(expression: LocalExpression, outcome: Outcome, day: dt.date) -> Outcome:
    """Earlier this month: from its first day to the day it is said."""
    whole = interval_of(outcome.value)
    at = day.toordinal()
    if whole is None or whole.start is None or whole.end is None or not whole.start <= at < whole.end:
        return outcome
    days = clip(whole.start, at + 1) if expression.side == "earlier" else clip(at, whole.end)
    return Outcome(outcome.value, days, f"{outcome.because}, {expression.side} than that day", outcome.anchor,
                   moves=outcome.moves)  # fmt: skip


def _weekend(expression: LocalExpression, day: dt.date, anchor: str, seen: str) -> Outcome:
    step = round(expression.amount or 0)
    # "Over the weekend" looks back to the last one begun; "this weekend" and "next weekend" look ahead.
    ahead = day.isoweekday() >= 5 or expression.tense == "future" or (step == 0 and not expression.definite)
    ahead = ahead and not (expression.definite and day.isoweekday() <= 3)
    saturday = nearest_weekday(day, 6, 0) if not ahead else nearest_weekday(day - dt.timedelta(1), 6, 1)
    if ahead and day.isoweekday() == 7 and step == 0:
        saturday = add_days(day, -1)
    if step < 0:
        saturday = nearest_weekday(day - dt.timedelta(day.isoweekday() - 1), 6, -1)
    elif step > 0:
        saturday = nearest_weekday(day, 6, 1)
    if saturday is None:
        return open_ended("XXXX-WXX-WE", "it would lie outside the calendar")
    side = "next" if ahead or step > 0 else "last"
    return fixed(value_at("weekend", saturday), expression, f"the {side} weekend seen from {seen}", anchor=anchor,
                 moves="by whole weeks")  # fmt: skip


def _base(expression: LocalExpression, memory: Memory, name: str) -> tuple[dt.date, str, str] | None:
    """The day to count from, what it is, and how to say it."""
    previous = expression.relative_to == "previous" or (expression.definite and memory.narrative)
    if previous or memory.narrative or memory.published is None:
        last = _spoken_of(expression, memory, of_unit(MANY.get(name, (name, 1))[0]))
        if last is not None and (previous or memory.narrative):
            return last.first_day, f"expression:{last.index}", _said(last)
        if memory.published is None or (memory.narrative and previous):
            return None
    return memory.published, "published", memory.day_words()


def _spoken_of(expression: LocalExpression, memory: Memory, name: str) -> Antecedent | None:
    """What "that quarter" or "two days later" hangs on: a date of the same kind first, where the words point at one."""
    if expression.operator == "unit" and expression.amount == 0:
        alike = [a for a in memory.read if granularity_of(a.value) == name]
        if alike:
            return alike[-1]
    return memory.antecedent(name, main_line=expression.operator == "later")


def _open_value(name: str) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
            "decade": "XXX", "century": "XX"}.get(name, "XXXX")  # fmt: skip


def period(expression: LocalExpression, memory: Memory) -> Outcome:
    """The quarter, the latest period: the one spoken of, else the last one completed before publication."""
    if expression.unit == "year":
        return unit(expression, memory)
    last = memory.last_period()
    if expression.year is not None:
        base = (
            last.value[5:] if last else value_at("quarter", _quarter_before(memory))[5:] if memory.published else None
        )
        if base is None:
            return open_ended(f"{expression.year:04}-QX", NO_ANTECEDENT)
        return fixed(f"{expression.year:04}-{base}", expression, "the same quarter as spoken of before")
    if last is not None and "latest" in expression.text and memory.published and _ongoing(last, memory.published):
        last = None
    if last is not None:
        return fixed(last.value, expression, f"the one spoken of: {_said(last)}", anchor=f"expression:{last.index}")
    if memory.published is None:
        return open_ended("XXXX-QX", NO_PUBLICATION)
    return fixed(value_at("quarter", _quarter_before(memory)), expression, f"the last one completed before {memory.day_words()}",
                 anchor="published", moves="by whole quarters")  # fmt: skip


def _ongoing(last: Antecedent, day: dt.date) -> bool:
    return last.interval.end is not None and last.interval.end > day.toordinal()


def _quarter_before(memory: Memory) -> dt.date:
    assert memory.published is not None
    return shift(memory.published, "quarter", -1) or memory.published


def year_ago(expression: LocalExpression, memory: Memory) -> Outcome:
    """The year-ago quarter: the period spoken of, a year before."""
    last = memory.in_period()
    if last is None and ("quarter" in expression.text or "period" in expression.text):
        last = memory.last_period()
    if last is not None:
        value = f"{int(last.value[:4]) - 1:04}-{expression.part or last.value[5:]}"
        return fixed(value, expression, f"a year before {_said(last)}", anchor=f"expression:{last.index}")
    if memory.published is None:
        return open_ended("XXXX-QX", NO_PUBLICATION)
    quarterly = expression.part or "quarter" in expression.text.lower() or "period" in expression.text.lower()
    moved = shift(_quarter_before(memory), "year", -1)
    if quarterly and moved:
        part = expression.part or value_at("quarter", moved)[5:]
        return fixed(f"{moved.year:04}-{part}", expression, f"a year before the last quarter completed before {memory.day_words()}",
                     anchor="published", moves="by whole quarters")  # fmt: skip
    return fixed(f"{memory.published.year - 1:04}", expression, f"a year before {memory.day_words()}", anchor="published",
                 moves="by whole years")  # fmt: skip


def counted(expression: LocalExpression, memory: Memory) -> Outcome:
    """Three weeks ago, two weeks from now, a day earlier: N units from publication or from the date before."""
    name = expression.unit or "day"
    if name == "year" and abs(expression.amount or 0) == 1 and expression.side == "earlier" and memory.in_period():
        return year_ago(expression, memory)
    if name == "year" and expression.amount == -1 and memory.periods and memory.published and not memory.narrative:
        why = f"the period spoken of is no quarter; a year before {memory.day_words()}"
        return fixed(f"{memory.published.year - 1:04}", expression, why, anchor="published", moves="by whole years")
    base = _base(expression, memory, _needed(name, expression))
    if base is None and expression.operator == "later" and not memory.narrative and memory.published is not None:
        base = (memory.published, "published", memory.day_words()) if expression.side == "earlier" else None
    if base is None:
        missing = NO_PUBLICATION if expression.relative_to == "published" else NO_ANTECEDENT
        return open_ended(_open_value(name), missing)
    day, anchor, seen = base
    if expression.operator == "ahead" and expression.note:
        day = add_days(day, int(expression.note)) or day
    if expression.amount is None:
        return _some(expression, name, day, anchor, seen)
    moved = shift(day, name, expression.amount)
    if moved is None:
        return open_ended(_open_value(name), "it would lie outside the calendar")
    unit_name = {"decade": "year", "century": "year", "fortnight": "week", "night": "day"}.get(name, name)
    value = value_at(unit_name, moved)
    how = f"{abs(expression.amount):g} {name}{'' if abs(expression.amount) == 1 else 's'}"
    side = "before" if expression.amount < 0 else "after"
    whole = "day" if unit_name in {"second", "minute", "hour"} else unit_name
    moves = f"by whole {whole}s" if anchor == "published" else None
    return fixed(value, expression, f"{how} {side} {seen}", anchor=anchor, moves=moves)


def _needed(name: str, expression: LocalExpression) -> str:
    """How fine the date counted from must be: "a day earlier" needs a day, "a year earlier" only a year."""
    return name if expression.operator == "later" else "day"


def _some(expression: LocalExpression, name: str, day: dt.date, anchor: str, seen: str) -> Outcome:
    reference = "PAST_REF" if expression.side == "earlier" else "FUTURE_REF"
    if name != "day" or anchor == "published":
        return Outcome(reference, None, f"nobody says how many {name}s from {seen}", anchor)
    reach, at = round(DAYS_AFTER_EVENT.number), day.toordinal()
    days = clip(at + 1, at + 1 + reach) if expression.side == "later" else clip(at - reach, at)
    return Outcome(reference, days, f"within two weeks of {seen}", anchor, granularity="week")


def same(expression: LocalExpression, memory: Memory) -> Outcome:
    """Then, back then: the time spoken of."""
    last = memory.read[-1] if memory.read else None
    if last is None:
        return Outcome("PAST_REF", None, NO_ANTECEDENT)
    return Outcome(last.value, narrow(last.value, last.expression.mod), f"the time spoken of: {_said(last)}",
                   f"expression:{last.index}")  # fmt: skip


def clock(expression: LocalExpression, memory: Memory) -> Outcome:
    """A time of day, on the day the words or the text around them name."""
    if expression.month:
        return calendar(expression, memory)
    if expression.weekday and not expression.month:
        return weekday(expression, memory)
    if expression.relative_to == "published":
        return deictic(expression, memory)
    last = memory.antecedent("day")
    time = expression.clock or ""
    if last is not None and (memory.published is None or memory.narrative or _close(last, expression, memory)):
        return fixed(last.value.split("T")[0] + time, expression, f"on the day spoken of: {_said(last)}",
                     anchor=f"expression:{last.index}")  # fmt: skip
    if memory.published is None:
        return open_ended(f"XXXX-XX-XX{time}", NO_PUBLICATION)
    return fixed(memory.published.isoformat() + time, expression, f"no other day is named near, so {memory.day_words()}",
                 anchor="published", moves="by whole days")  # fmt: skip


def _close(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    between = memory.text[last.expression.span.end : expression.span.start]
    return "\n\n" not in between and granularity_of(last.value) in {"day", "minute"}


def _said(last: Antecedent) -> str:
    return f"“{last.expression.text}” ({last.value})"
