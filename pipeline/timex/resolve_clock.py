"""Resolver of times of day: on the day the words name, on one spoken of, or on the day of publication."""

from __future__ import annotations

from pipeline.calendar.operators import add_days
from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.frames import opens_sentence, sentences_between
from pipeline.timex.outcome import NO_PUBLICATION, Antecedent, Memory, Outcome, fixed, open_ended, said
from pipeline.timex.resolve_dates import calendar
from pipeline.timex.resolve_deictic import deictic
from pipeline.timex.resolve_weekdays import weekday

_SMALL_HOURS = "08"
_BACK = 4
"""Dates looked at for the one that opens a sentence."""


def clock(expression: LocalExpression, memory: Memory) -> Outcome:
    """A time of day, on the day the words or the text around them name."""
    if expression.day or expression.note:
        return calendar(expression, memory)
    if expression.weekday:
        return weekday(expression, memory)
    if expression.relative_to == "published" or expression.local_value.startswith("previous"):
        return deictic(expression, memory)
    return _in_month(expression, memory) or _on_the_day(expression, memory)


def _on_the_day(expression: LocalExpression, memory: Memory) -> Outcome:
    # "This weekend" is as fine as a day, and none.
    last = memory.antecedent("day", leave_out=lambda date, _text: date.value.endswith("WE"))
    if last is not None and last.value.endswith("WE"):
        last = None
    other_end = last is not None and last.expression.range_with == expression.span
    ahead = expression.tense == "future" and not other_end
    if last is not None and memory.published and ahead and last.first_day < memory.published:
        # "They voted on Sunday. The Senate is due back at 2 p.m.": what lies ahead is on no day gone by.
        last = None
    time = expression.clock or ""
    if last is not None and (memory.published is None or memory.narrative or _close(last, expression, memory)):
        day = last.value.split("T")[0]
        if last.value.endswith("TNI") and time[1:3] < _SMALL_HOURS:
            # "They struck overnight; the first came at 3 a.m.": a night ends on the day after the one that names it.
            following = add_days(last.first_day, 1)
            day = following.isoformat() if following else day
        return fixed(day + time, expression, f"on the day spoken of: {said(last)}",
                     anchor=f"expression:{last.index}")  # fmt: skip
    if memory.published is None:
        return open_ended(f"XXXX-XX-XX{time}", NO_PUBLICATION)
    why = f"no other day is named near, so {memory.day_words()}"
    return fixed(memory.published.isoformat() + time, expression, why, anchor="published", moves="by whole days")


def _in_month(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """An hour in a sentence that a month opens, in a history: it is of no day told before that."""
    for last in reversed(memory.read[-_BACK:] if memory.narrative else ()):
        if sentences_between(memory.text, last.expression.span.end, expression.span.start):
            return None
        if _fine(last):
            return None
        if granularity_of(last.value) == "month" and opens_sentence(last.expression, memory.text):
            return Outcome(f"{last.value}-XX{expression.clock or ''}", last.interval,
                           f"on a day of {said(last)} that is not named", f"expression:{last.index}",
                           granularity="month")  # fmt: skip
    return None


def _fine(date: Antecedent) -> bool:
    return granularity_of(date.value) in {"day", "minute"}


def _close(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    between = memory.text[last.expression.span.end : expression.span.start]
    return "\n\n" not in between and _fine(last)
