"""Resolver of units that are pointed at: last month, this year, the following week, that day, the weekend."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.calendar.granularity import of_unit
from pipeline.calendar.operators import add_days, nearest_weekday, shift, weekday_from
from pipeline.calendar.timex3 import clip, granularity_of, interval_of, narrow, value_at
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import opens_sentence, passed_over, sentences_between
from pipeline.timex.context.lines import head_of_line
from pipeline.timex.context.moved_past import left_behind, moved_past
from pipeline.timex.context.outcome import (
    NO_ANTECEDENT,
    NO_PUBLICATION,
    Memory,
    Outcome,
    fixed,
    open_ended,
    said,
)
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.resolvers.relative import Base, base_of, open_value

_PAST = ("the past ", "this past ", "past ")
_BESIDE = 12
"""Characters beside "this year" in which "so far" stands."""
_BARE = "unit-the"
"""Rule of "the month" and nothing more."""
_NEW_YEAR = "unit-new-year"
"""Rule of "the new year", the one to come."""
_YOUNG = 3
"""Months in which a year is still new to what looks back."""
_NEAR = 2
"""Ends of sentences from the date that tells which month "by the end of the month" means."""


def unit(expression: LocalExpression, memory: Memory) -> Outcome:
    """Last month, this year, the following week, that day, the weekend."""
    name, amount = expression.unit or "year", expression.amount or 0.0
    base = base_of(expression, memory, name)
    behind = left_behind(expression, memory, base and base[1]) if expression.relative_to == "previous" else None
    if behind is not None or base is None:
        missing = NO_PUBLICATION if expression.relative_to == "published" else NO_ANTECEDENT
        return behind or open_ended(open_value(name), missing)
    told = _of_the_story(expression, memory, base) or _of_the_month_told(expression, memory, base)
    day, anchor, seen = told or _of_the_item(expression, memory, base) or base
    known = _weekend(expression, day, anchor, seen) or _from_the_story(expression, day, anchor, memory)
    if known is not None:
        return known
    if expression.rule_id == _NEW_YEAR and anchor == "published" and _has_begun(expression, day):
        amount = 0.0
    moved = shift(day, name, amount)
    if moved is None:
        return open_ended(open_value(name), "it would lie outside the calendar")
    value = value_at(name, moved)
    how = "the one that holds" if amount == 0 else f"{abs(amount):g} {name} {'before' if amount < 0 else 'after'}"
    moves = f"by whole {name}s" if anchor == "published" and name != "century" else None
    if anchor == "published" and name == "century":
        moves = "by whole centuries"
    outcome = fixed(value, expression, f"{how} {seen}", anchor=anchor, moves=moves)
    if amount == -1 and anchor == "published" and expression.text.lower().startswith(_PAST):
        return _up_to(day, moved, outcome, seen)
    if anchor == "published" and amount == 0 and _so_far(expression, memory):
        return _sideways(replace(expression, side="earlier"), outcome, day)
    return _sideways(expression, outcome, day) if expression.side else outcome


def _has_begun(expression: LocalExpression, day: dt.date) -> bool:
    """Was silent until days before the New Year: told in February, the one that has begun."""
    return day.month <= _YOUNG and expression.tense == "past"


def _of_the_story(expression: LocalExpression, memory: Memory, base: Base) -> Base | None:
    """By the end of the month they were camped there: that of the story, as the one of publication is not over."""
    day, anchor, _ = base
    now = anchor == "published" and expression.amount == 0 and expression.mod == "END" and expression.tense == "past"
    if not now or not expression.unit or not opens_sentence(expression, memory.text, "DEADLINE"):
        return None
    here = narrow(value_at(expression.unit, day), "END")
    last = memory.antecedent(of_unit(expression.unit), leave_out=passed_over(expression, memory))
    if last is None or here is None or here.end is None or here.end <= day.toordinal() + 1:
        return None
    near = sentences_between(memory.text, last.expression.span.end, expression.span.start) <= _NEAR
    return (last.first_day, f"expression:{last.index}", said(last)) if near else None


def _of_the_month_told(expression: LocalExpression, memory: Memory, base: Base) -> Base | None:
    """Inflation rose in April; prices grew 4 percent in the month: April, where the month named last is one."""
    bare = expression.rule_id == _BARE and expression.unit == "month" and expression.mod is None
    if not bare or base[1] != "published" or expression.tense != "past":
        return None
    told = [a for a in memory.read if granularity_of(a.value) == "month"]
    if not told:
        return None
    near = sentences_between(memory.text, told[-1].expression.span.end, expression.span.start) <= _NEAR
    return (told[-1].first_day, f"expression:{told[-1].index}", said(told[-1])) if near else None


def _of_the_item(expression: LocalExpression, memory: Memory, base: Base) -> Base | None:
    """Earlier in the month, in an item of a dated list: the month of the day that heads it, and up to that day."""
    here = expression.definite and base[1] == "published" and expression.amount == 0
    head = head_of_line(expression, memory) if here else None
    return (head.first_day, f"expression:{head.index}", said(head)) if head is not None else None


def _same_quarter(expression: LocalExpression, anchor: str, memory: Memory) -> Outcome | None:
    """That quarter: the one spoken of, with the days that the firm gives it."""
    last = next((a for a in memory.read if anchor == f"expression:{a.index}"), None)
    if expression.unit != "quarter" or expression.amount or last is None or granularity_of(last.value) != "quarter":
        return None
    return Outcome(last.value, last.interval, f"the one spoken of: {said(last)}", anchor)


def _so_far(expression: LocalExpression, memory: Memory) -> bool:
    """So far this year, this year to date: no further than the day on which it is said."""
    around = memory.text[max(0, expression.span.start - _BESIDE) : expression.span.start].lower().rstrip(" ,")
    behind = memory.text[expression.span.end : expression.span.end + _BESIDE].lower().lstrip(" ,")
    words = words_of("SO_FAR")
    return around.endswith(tuple(words)) or behind.startswith(tuple(words))


def _up_to(day: dt.date, first: dt.date, outcome: Outcome, seen: str) -> Outcome:
    """The past year, told on a day, is the one that ends on that day, though TIMEX3 names the calendar year before."""
    days = clip(first.toordinal(), day.toordinal() + 1)
    return replace(outcome, interval=days, because=f"the one that ends with {seen}", moves="by whole days")


def _sideways(expression: LocalExpression, outcome: Outcome, day: dt.date) -> Outcome:
    """Earlier this month: from its first day to the day it is said."""
    whole = interval_of(outcome.value)
    at = day.toordinal()
    if whole is None or whole.start is None or whole.end is None or not whole.start <= at < whole.end:
        return outcome
    days = clip(whole.start, at + 1) if expression.side == "earlier" else clip(at, whole.end)
    return Outcome(outcome.value, days, f"{outcome.because}, {expression.side} than that day", outcome.anchor,
                   moves=outcome.moves)  # fmt: skip


def _from_the_story(expression: LocalExpression, day: dt.date, anchor: str, memory: Memory) -> Outcome | None:
    if expression.amount:
        return moved_past(day, expression.unit or "year", anchor, memory)
    return _same_quarter(expression, anchor, memory)


def _weekend(expression: LocalExpression, day: dt.date, anchor: str, seen: str) -> Outcome | None:
    if expression.unit != "weekend":
        return None
    step = round(expression.amount or 0)
    # "Over the weekend" and "this weekend" under a past verb look back to the last one begun, else they look ahead.
    pointed = step == 0 and not expression.definite and expression.tense != "past"
    ahead = day.isoweekday() >= 5 or expression.tense == "future" or pointed
    ahead = ahead and not (expression.definite and day.isoweekday() <= 3 and expression.tense != "future")
    saturday = nearest_weekday(day, 6, 0) if not ahead else weekday_from(day, 6)
    if ahead and day.isoweekday() == 7 and step == 0:
        saturday = add_days(day, -1)
    if step:
        monday = add_days(day, 1 - day.isoweekday())
        nearest = monday and (nearest_weekday(monday, 6, -1) if step < 0 else add_days(monday, 12))
        saturday = add_days(nearest, 7 * (step - (1 if step > 0 else -1))) if nearest else None
    if saturday is None:
        return open_ended("XXXX-WXX-WE", "it would lie outside the calendar")
    side = "next" if ahead or step > 0 else "last"
    return fixed(value_at("weekend", saturday), expression, f"the {side} weekend seen from {seen}", anchor=anchor,
                 moves="by whole weeks")  # fmt: skip
