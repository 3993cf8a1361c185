"""Resolvers of expressions that count from another time: publication, an expression before, an event."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.granularity import MANY, of_unit
from pipeline.calendar.operators import add_days, shift
from pipeline.calendar.timex3 import clip, granularity_of, narrow, value_at
from pipeline.model import LocalExpression
from pipeline.settings.timex import DAYS_AFTER_EVENT
from pipeline.timex.context.frames import passed_over, sentences_between
from pipeline.timex.context.hindsight import LOOKS_BACK
from pipeline.timex.context.moved_past import from_a_month, left_behind, moved_past
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
from pipeline.timex.resolvers.accounts import year_ago
from pipeline.timex.resolvers.hours import HOURS, by_clock, clock_of, hour_beside, is_far
from pipeline.timex.resolvers.nights import night_told
from pipeline.timex.resolvers.restated import counted_from, stands_beside, stated_after

_THE_YEAR_BEFORE = "units-before-stop"
"""Counts from a year that was named, never from an accounting period."""
_OLD_DAYS, _SIGHT = 60, 4
"""Days before publication, and sentences back, beyond which a day is out of sight."""
_JOINED = re.compile(r",?\s+(?:and|or)\s+(?:in\s+)?", re.I)


Base = tuple[dt.date, str, str]
"""The day to count from, what it is ("published", "expression:3"), and how to say it."""


def base_of(expression: LocalExpression, memory: Memory, name: str) -> Base | None:
    """What `expression` counts from, None where that is not known."""
    previous = expression.relative_to == "previous" or (expression.definite and memory.narrative)
    if previous or memory.narrative or memory.published is None:
        last = _spoken_of(expression, memory, of_unit(MANY.get(name, (name, 1))[0]))
        if last is not None and (previous or memory.narrative):
            return last.first_day, f"expression:{last.index}", said(last)
        if memory.published is None or (memory.narrative and previous) or _pointed_back(expression):
            return None
    return memory.published, "published", memory.day_words()


def _pointed_back(expression: LocalExpression) -> bool:
    """That day, the same week: one that was told of, and never that of publication."""
    return expression.operator == "unit" and expression.relative_to == "previous" and not expression.amount


def _spoken_of(expression: LocalExpression, memory: Memory, name: str) -> Antecedent | None:
    """What "that quarter" or "two days later" hangs on; a quarter is spoken of as such, also when days came between."""
    if expression.operator == "unit" and expression.amount == 0 and name == "quarter":
        alike = [a for a in memory.read if granularity_of(a.value) == name]
        if alike:
            return alike[-1]
    joined = memory.antecedent(name) if expression.operator == "later" else None
    if joined and _JOINED.fullmatch(memory.text[joined.expression.span.end : expression.span.start]):
        return joined
    last = memory.antecedent(name, main_line=expression.operator == "later", leave_out=passed_over(expression, memory))
    if last is None or _out_of_sight(last, expression, memory) or _open_between(last, expression, memory):
        return None
    return last


def _open_between(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a day whose year nothing tells stands between: "two days later" counts from that one."""
    if expression.unit not in {"day", "night", "week"}:
        return False
    read = {date.index for date in memory.read}
    between = range(last.index + 1, memory.position(expression))
    days = (memory.expressions[at] for at in between if at not in read)
    return any(e.operator == "calendar" and e.month and e.day and e.main_line and e.tense != "future" for e in days)


def _out_of_sight(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a report named that day long ago, and far back: nobody counts days or weeks from it."""
    if memory.narrative or memory.published is None or expression.unit not in {"day", "week"}:
        return False
    old = (memory.published - last.first_day).days > _OLD_DAYS
    return old and sentences_between(memory.text, last.expression.span.end, expression.span.start) > _SIGHT


def open_value(name: str) -> str:
    """What TIMEX3 writes for some day, week, year … that is not known."""
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
            "decade": "XXX", "century": "XX", **dict.fromkeys(HOURS, "XXXX-XX-XX")}.get(name, "XXXX")  # fmt: skip


def counted(expression: LocalExpression, memory: Memory) -> Outcome:
    """Three weeks ago, two weeks from now, a day earlier: N units from publication or from the date before."""
    name = expression.unit or "day"
    if expression.rule_id == _THE_YEAR_BEFORE:
        return _counted(name, expression, memory)
    last_year = name == "year" and abs(expression.amount or 0) == 1 and expression.side == "earlier"
    if last_year and expression.mod is None and memory.in_period():
        return year_ago(expression, memory)
    if name == "year" and expression.amount == -1 and memory.periods and memory.published and not memory.narrative:
        why = f"the period spoken of is no quarter; a year before {memory.day_words()}"
        return fixed(f"{memory.published.year - 1:04}", expression, why, anchor="published", moves="by whole years")
    return _restated(name, expression, memory) or _counted(name, expression, memory)


def _restated(name: str, expression: LocalExpression, memory: Memory) -> Outcome | None:
    """What says again how far the date beside it lies."""
    stated = stated_after(expression, memory)
    if stated is not None:
        day, how = stated
        value = value_at(_told_in(name, expression), day)
        return fixed(value, expression, how.because, anchor=how.anchor, moves=how.moves, uncertain=how.uncertain)
    again = counted_from(expression, memory)
    beside = memory.read[-1] if again else stands_beside(expression, memory)
    if beside is None:
        return None
    why = f"it stands beside {said(beside)} and says how much later that was"
    if again is not None:
        why = f"it says how long after {said(again)} the date beside it, {said(beside)}, was"
    return fixed(value_at(_told_in(name, expression), beside.first_day), expression, why,
                 anchor=f"expression:{beside.index}")  # fmt: skip


def _base(name: str, expression: LocalExpression, memory: Memory) -> Base | None:
    base = night_told(expression, memory) or base_of(expression, memory, _needed(name, expression))
    if base is not None and base[1] == "published" and _lies_behind(expression):
        # "It fell two weeks later", with no date told before: that lies behind publication, not ahead of it.
        base = None
    looks_back = expression.operator == "later" and expression.side == "earlier" and not memory.narrative
    if base is None and looks_back and memory.published is not None:
        base = memory.published, "published", memory.day_words()
    return base


def _counted(name: str, expression: LocalExpression, memory: Memory) -> Outcome:
    base = _base(name, expression, memory)
    behind = left_behind(expression, memory, base[1]) if base and expression.operator == "later" else None
    of_month = from_a_month(expression, memory, here=base is not None and behind is None)
    if of_month is not None:
        return of_month
    if base is None:
        missing = NO_PUBLICATION if expression.relative_to == "published" else NO_ANTECEDENT
        return open_ended(open_value(name), missing)
    found = behind or moved_past(base[0], name, base[1], memory) or _from_base(name, expression, base, memory)
    if _beyond_its_verb(found, expression, memory):
        return open_ended(
            open_value(_told_in(name, expression)),
            f"{found.because}: that lies after publication, and no word looks ahead",
        )
    return found


def _beyond_its_verb(found: Outcome, expression: LocalExpression, memory: Memory) -> bool:
    """Whether "two decades later" leads beyond the day of a report whose verb does not look ahead."""
    counts = expression.operator == "later" and expression.side == "later" and expression.tense != "future"
    start = found.interval.start if found.interval else None
    return counts and not memory.narrative and bool(memory.published and start and start > memory.published.toordinal())


def _from_base(name: str, expression: LocalExpression, base: Base, memory: Memory) -> Outcome:
    day, anchor, seen = base
    if expression.operator in {"ahead", "ago"} and expression.note:
        day = add_days(day, int(expression.note)) or day
    if expression.amount is None:
        return _some(expression, name, day, anchor, seen)
    if name in HOURS:
        if is_far(anchor, expression, memory):
            return open_ended(open_value(name), "no hour or day is told near enough to count from")
        anchor, seen = hour_beside(anchor, seen, memory)
        return by_clock(expression, day, anchor, seen, clock_of(anchor, memory))
    return _whole_units(expression, name, day, anchor, seen)


def _lies_behind(expression: LocalExpression) -> bool:
    behind = expression.tense == "past" or expression.rule_id in LOOKS_BACK
    return expression.operator == "later" and expression.side == "later" and behind


def _whole_units(expression: LocalExpression, name: str, day: dt.date, anchor: str, seen: str) -> Outcome:
    amount = expression.amount or 0.0
    moved = shift(day, name, amount)
    if moved is None:
        return open_ended(open_value(name), "it would lie outside the calendar")
    unit_name = _told_in(name, expression)
    how = f"{abs(amount):g} {name}{'' if abs(amount) == 1 else 's'}"
    side = "before" if amount < 0 else "after"
    moves = f"by whole {unit_name}s" if anchor == "published" else None
    return fixed(value_at(unit_name, moved), expression, f"{how} {side} {seen}", anchor=anchor, moves=moves)


def _told_in(name: str, expression: LocalExpression) -> str:
    """The unit of the date that so many of these units lead to."""
    coarse = {"decade": "year", "century": "year", "fortnight": "week", "night": "day"}
    return expression.part or coarse.get(name, name)


def _needed(name: str, expression: LocalExpression) -> str:
    """How fine the date counted from must be: "a day earlier" needs a day, "a year earlier" only a year."""
    return name if expression.operator == "later" and name not in HOURS else "day"


def _some(expression: LocalExpression, name: str, day: dt.date, anchor: str, seen: str) -> Outcome:
    reference = "PAST_REF" if expression.side == "earlier" else "FUTURE_REF"
    if name != "day" or anchor == "published":
        return Outcome(reference, None, f"nobody says how many {name}s from {seen}", anchor)
    reach, at = round(DAYS_AFTER_EVENT.number), day.toordinal()
    days = clip(at + 1, at + 1 + reach) if expression.side == "later" else clip(at - reach, at)
    return Outcome(reference, days, f"within two weeks of {seen}", anchor, granularity="week")


def same(_expression: LocalExpression, memory: Memory) -> Outcome:
    """Then, back then: the time spoken of."""
    last = memory.read[-1] if memory.read else None
    if last is None:
        return Outcome("PAST_REF", None, NO_ANTECEDENT)
    return Outcome(last.value, narrow(last.value, last.expression.mod), f"the time spoken of: {said(last)}",
                   f"expression:{last.index}")  # fmt: skip
