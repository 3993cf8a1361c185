"""Resolver of a day without its month: "the 15th"."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.operators import add_months
from pipeline.calendar.operators import make as make_date
from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, open_ended, said

_ON_THE_DAY = re.compile(r",?\s+on\s+")
_OF_THAT_MONTH = "date-day-of-that-month"
"""Rule whose words count the day in the month spoken of."""
_ENDS = 3
"""Dates among which the other end of a range told last is looked for."""
_MUCH_NEARER = 2
"""Times as near a day ahead must lie for a line without a verb to mean it."""


def day_of_month(expression: LocalExpression, memory: Memory) -> Outcome:
    """the 15th: of the month spoken of in a history, else the nearest such day that the verb allows."""
    number, clock = expression.day or 1, expression.clock or ""
    last = memory.antecedent("month")
    if memory.narrative or memory.published is None:
        last = _in_its_range(last, expression, memory) if last else None
        day = _in_story(last, expression) if last else None
        if last is None or day is None:
            return open_ended(expression.local_value, "the words leave out the month, and nothing in the text tells it")
        return fixed(day.isoformat() + clock, expression, f"the month of “{last.expression.text}” ({last.value})",
                     anchor=f"expression:{last.index}", uncertain=not _fits(day, expression))  # fmt: skip
    if last is not None and (_just_named(last, expression, memory) or _goes_on(last, expression, memory)):
        day = make_date(last.first_day.year, last.first_day.month, number)
        over = day is not None and day < memory.published and expression.tense == "future"
        # "We moved in in January, the party is on the 31st": what is still to come is of no month gone by.
        if day is not None and _fits(day, expression) and not over:
            return fixed(day.isoformat() + clock, expression, f"the month of the date just before, {said(last)}",
                         anchor=f"expression:{last.index}")  # fmt: skip
    at = memory.published
    months = [add_months(at.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [d for m in months if m and (d := make_date(m.year, m.month, number))]
    days = [d for d in days if _fits(d, expression)] or days
    ahead = [d for d in days if d >= at]
    behind = [d for d in days if d <= at]
    # "Parade on the 9th": nobody names so the day of last month where that of this one is nearer and to come.
    near = expression.tense == "none" and ahead and behind and (ahead[0] - at) * _MUCH_NEARER < at - behind[-1]
    future = expression.tense in {"future", "present"} or near
    chosen = (ahead[:1] if future else behind[-1:]) or ahead[:1] or behind[-1:]
    if not chosen:
        return open_ended(expression.local_value, "no month near has such a day")
    why = (
        "the nearest one to"
        if near
        else "the words look ahead, so the next one from"
        if future
        else "the last one up to"
    )
    return fixed(chosen[0].isoformat() + clock, expression, f"{why} {memory.day_words()}", anchor="published",
                 moves="by whole months")  # fmt: skip


def _fits(day: dt.date, expression: LocalExpression) -> bool:
    """Whether it is the day of the week that the words name, if they name one: "Sunday the 22nd"."""
    return expression.weekday is None or day.isoweekday() == expression.weekday


def _in_story(last: Antecedent, expression: LocalExpression) -> dt.date | None:
    """The day in the month spoken of, or in the next one where only there it has the weekday of the words."""
    months = (last.first_day.replace(day=1), add_months(last.first_day.replace(day=1), 1))
    days = [make_date(month.year, month.month, expression.day or 1) for month in months if month]
    fitting = [day for day in days if day and _fits(day, expression)]
    return fitting[0] if fitting else days[0]


def _in_its_range(last: Antecedent, expression: LocalExpression, memory: Memory) -> Antecedent:
    """The first end of the range told last where only in its month the day lies inside: "from 20 June to 14 August
    1900. On the 22nd"."""
    opening = next((a for a in memory.read[-_ENDS:] if a.expression.span == last.expression.range_with), None)
    if opening is None or not (opening.interval.is_day and last.interval.is_day) or opening.first_day > last.first_day:
        return last
    number = expression.day or 1
    return opening if number > last.first_day.day and number >= opening.first_day.day else last


def _just_named(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a month was named last, right before or in the same sentence: "last month on the 2nd", "That August some
    200,000 came out on the 15th", or the words say so: "the 16th of that month"."""
    if granularity_of(last.value) != "month":
        return False
    between = memory.text[last.expression.span.end : expression.span.start]
    told = expression.rule_id == _OF_THAT_MONTH or _ON_THE_DAY.fullmatch(between) is not None
    return told or sentences_between(memory.text, last.expression.span.end, expression.span.start) == 0


def _goes_on(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a day that states its year stands before, in this sentence or the last: "9 August 2020 ... the 10th"; or
    in this one a day to come: "off on the 2nd, back on the 16th"."""
    if last.expression.day is None or (expression.day or 0) <= last.expression.day:
        return False
    bare = last.expression.month is None and last.expression.weekday is None
    ahead = bare and memory.published is not None and last.first_day > memory.published and expression.tense != "past"
    if last.expression.year is None and not ahead:
        return False
    back = sentences_between(memory.text, last.expression.span.end, expression.span.start)
    return back == 0 or (back == 1 and last.expression.year is not None)
