"""Resolvers of calendar dates: those that name their year, and those that leave it to the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import add_days, style_gap
from pipeline.calendar.operators import make as make_date
from pipeline.calendar.timex3 import interval_of
from pipeline.model import LocalExpression
from pipeline.settings.timex import SHORT_YEAR_AHEAD
from pipeline.timex.context.frames import rival
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, open_ended, said
from pipeline.timex.recognition.dates import MONTH_NAMES, impossible
from pipeline.timex.resolvers.before_christ import KEPT
from pipeline.timex.resolvers.beside_weekday import with_its_weekday
from pipeline.timex.resolvers.days_of_month import day_of_month
from pipeline.timex.resolvers.years import choose_year, is_doubtful

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SLASHED = re.compile(r"\d/\d")
_ONE_STYLE = 1924
"""From this year on no state of Europe dated by the Julian calendar."""
ON_ITS_OWN = "the words name it in full"
_THIS_DAY = "date-this-day-in-year"
"""Rule of "this day in 1991"."""


def calendar(expression: LocalExpression, memory: Memory) -> Outcome:
    """A date, month, season or year; the year from the text around where the words leave it out."""
    if expression.rule_id == _THIS_DAY and memory.published and not memory.narrative:
        return _same_day_of(expression, memory, memory.published)
    outcome = _calendar(with_its_weekday(expression, memory), memory)
    if expression.unit == "day" and expression.amount:
        return _days_off(outcome, expression)
    return replace(outcome, interval=_half_of_month(outcome.interval, expression.side)) if expression.side else outcome


def _same_day_of(expression: LocalExpression, memory: Memory, day: dt.date) -> Outcome:
    """On this day in 1991."""
    found = make_date(expression.year or day.year, day.month, day.day)
    if found is None:
        return open_ended(expression.local_value, "that year has no such day")
    why = f"the day and month of {memory.day_words()}"
    return fixed(found.isoformat(), expression, why, anchor="published", moves="by whole days")


def _days_off(outcome: Outcome, expression: LocalExpression) -> Outcome:
    """The eve of May 9: so many days from the date named."""
    day = outcome.interval.first_day if outcome.interval and outcome.interval.is_day else None
    amount = round(expression.amount or 0)
    moved = add_days(day, amount) if day else None
    if day is None or moved is None:
        return open_ended(f"{outcome.value[:4]}-XX-XX", outcome.because)
    why = f"{abs(amount)} day{'' if abs(amount) == 1 else 's'} {'before' if amount < 0 else 'after'} {day.isoformat()}"
    interval = Interval(moved.toordinal(), moved.toordinal() + 1)
    value = moved.isoformat() + (expression.clock or "")
    return replace(outcome, value=value, interval=interval, because=f"{why}: {outcome.because}")


def _half_of_month(days: Interval | None, side: str | None) -> Interval | None:
    """Up to the fifteenth, or from the sixteenth on."""
    if days is None or days.start is None:
        return days
    middle = days.start + 15
    return Interval(days.start, middle) if side == "earlier" else Interval(middle, days.end)


def _calendar(expression: LocalExpression, memory: Memory) -> Outcome:
    local = expression.local_value
    if expression.note == "ambiguous":
        return _ambiguous(expression, memory)
    if expression.note or local.startswith("BC"):
        why = f"{expression.note}; it is reported, not moved to another day" if expression.note else KEPT
        return open_ended(local, why)
    if local.startswith("XXXX-XX-"):
        return day_of_month(expression, memory)
    if local.startswith("XXXX"):
        return _without_year(local[4:], expression, memory)
    if local.startswith("XX"):
        return _short_year(local, expression, memory)
    return _checked(local.split("T", 1)[0] + (expression.clock or ""), expression, ON_ITS_OWN, None)


def _ambiguous(expression: LocalExpression, memory: Memory) -> Outcome:
    year, first, second = re.split(r"[-/]", expression.local_value.partition("T")[0])
    order = memory.date_order
    if order and expression.year is not None:
        month, day = (second, first) if order == "dmy" else (first, second)
        why = "day comes before month" if order == "dmy" else "month comes before day"
        value = f"{year}-{month}-{day}"
        if impossible(int(year), int(month), int(day)) is None:
            why = f"{why} in the other dates of this text, or at this outlet"
            return fixed(value + (expression.clock or ""), expression, why)
    both = f"{year}-{first}-{second} or {year}-{second}-{first}"
    return open_ended(f"{year}-XX-XX", f"it can mean {both}, and neither the text nor the outlet tells which")


def _without_year(rest: str, expression: LocalExpression, memory: Memory) -> Outcome:
    def in_year(year: int) -> str | None:
        if not 1 <= year <= 9999:
            return None
        value = f"{year:04}{rest}"
        return value if interval_of(value) is not None else None

    clock = expression.clock or ""
    plain = rest.split("T", 1)[0]
    if expression.weekday and memory.published and expression.month and expression.day and not memory.narrative:
        return _by_weekday(plain, expression, memory, memory.published.year)
    chosen = choose_year(in_year, expression, memory)
    if chosen is None:
        return open_ended(f"XXXX{rest}", "the words leave out the year, and nothing in the text tells it")
    value, why, anchor = chosen
    moves = "by whole years" if anchor == "published" else None
    outcome = _checked(value + ("" if "T" in value else clock), expression, why, anchor, moves)
    if anchor != "published":
        return outcome
    if _ahead_of_its_verb(expression, outcome, memory) and (named := _month_named(rest, memory)) is not None:
        again = in_year(int(named.value[:4])) or value
        return _checked(again + clock, expression, f"of {said(named)}", f"expression:{named.index}", None)
    doubt = _doubt(in_year, value, outcome, expression, memory)
    return replace(outcome, because=f"{outcome.because}; {doubt}", uncertain=True) if doubt else outcome


def _doubt(
    in_year: Callable[[int], str | None], value: str, outcome: Outcome, expression: LocalExpression, memory: Memory
) -> str:
    """What speaks against the year nearest to publication; "" where nothing does."""
    if _ahead_of_its_verb(expression, outcome, memory):
        return "but the verb is past and these days lie ahead, so the year is marked uncertain"
    if memory.published and is_doubtful(in_year, value, memory.published):
        return "but the same day of another year lies much nearer, so the year is marked uncertain"
    other = rival(expression, memory)
    if other is None or other.value == value[:4]:
        return ""
    return f"{said(other)} stands in the same sentence, so the year is marked uncertain"


def _month_named(rest: str, memory: Memory) -> Antecedent | None:
    """The month of a year that the text has named by now, in which the day stands: April 2011. The April 11 attack."""
    same = (a for a in reversed(memory.read) if len(a.value) == len("2011-04") and a.value.endswith(rest[:3]))
    return next((a for a in same if memory.published is None or a.first_day < memory.published), None)


def _ahead_of_its_verb(expression: LocalExpression, outcome: Outcome, memory: Memory) -> bool:
    start = outcome.interval.start if outcome.interval else None
    published = memory.published.toordinal() if memory.published else None
    return expression.tense == "past" and start is not None and published is not None and start > published


def _by_weekday(rest: str, expression: LocalExpression, memory: Memory, year: int) -> Outcome:
    month, day, clock = expression.month or 1, expression.day or 1, expression.clock or ""
    near = [d for y in (year, year - 1, year + 1) if (d := make_date(y, month, day))]
    fitting = [d for d in near if d.isoweekday() == expression.weekday]
    name = _DAY_NAMES[(expression.weekday or 1) - 1]
    if fitting and memory.published is not None:
        best = min(fitting, key=lambda d: abs((d - (memory.published or d)).days))
        why = (
            f"{day} {MONTH_NAMES[month - 1]} is a {name} in {best.year}, the nearest such year to {memory.day_words()}"
        )
        outcome = fixed(best.isoformat() + clock, expression, why, anchor="published", moves="by whole years")
        if not _ahead_of_its_verb(expression, outcome, memory):
            return outcome
        doubt = f"{why}; but the verb is past and that day lies ahead, so it is marked uncertain"
        return replace(outcome, because=doubt, uncertain=True)

    def in_year(year: int) -> str | None:
        return f"{year:04}{rest}" if make_date(year, month, day) else None

    chosen = choose_year(in_year, expression, memory)
    if chosen is None:
        return open_ended(f"XXXX{rest}", "the words leave out the year, and nothing in the text tells it")
    return _checked(chosen[0] + clock, expression, chosen[1], chosen[2], "by whole years")


def _short_year(local: str, expression: LocalExpression, memory: Memory) -> Outcome:
    last = memory.antecedent("year") if memory.narrative else None
    if last is not None:
        year = last.first_day.year + (int(local[2:4]) - last.first_day.year + 50) % 100 - 50
        why, anchor, moves = (
            f"a year of two digits is the one nearest to {said(last)}",
            f"expression:{last.index}",
            None,
        )
    elif memory.published is None:
        return open_ended(local, "the words leave out the century, and the publication date is not known")
    else:
        year = memory.published.year // 100 * 100 + int(local[2:4])
        year -= 100 if year > memory.published.year + SHORT_YEAR_AHEAD.number else 0
        why = f"a year of two digits is the last such year before {memory.day_words()}, or shortly after"
        anchor, moves = "published", "by whole centuries"
    note = impossible(year, expression.month, expression.day)
    if note:
        return open_ended(local, f"{note}; it is reported, not moved to another day")
    return _checked(f"{year:04}{local[4:]}", expression, why, anchor, moves)


def _checked(
    value: str, expression: LocalExpression, why: str, anchor: str | None, moves: str | None = None
) -> Outcome:
    """The date, marked uncertain when the weekday beside it contradicts it."""
    days = interval_of(value)
    if days is None:
        return open_ended(value, "the calendar has no such date")
    if expression.weekday and expression.day and days.first_day and days.first_day.isoweekday() != expression.weekday:
        real, said = _DAY_NAMES[days.first_day.isoweekday() - 1], _DAY_NAMES[expression.weekday - 1]
        why = f"{why}; but that day is a {real}, not the {said} of the words, so it is marked uncertain"
        return fixed(value, expression, why, anchor=anchor, moves=moves, uncertain=True)
    return fixed(value, expression, why, anchor=anchor, moves=moves)


def span(expression: LocalExpression, memory: Memory) -> Outcome:
    """May 3-7, 1941-45: from the first day of the one end to the last of the other."""
    if expression.note:
        return open_ended(expression.local_value, f"{expression.note}; it is reported, not moved to another day")
    first, last = expression.local_value.split("/")
    if first.startswith("BC"):
        return open_ended(expression.local_value, KEPT)
    why, anchor = ON_ITS_OWN, None
    if first.startswith("X"):
        open_year = first.index("-")
        rest = first[open_year:]
        chosen = choose_year(lambda year: f"{year:04}{rest}", expression, memory)
        if chosen is None:
            return open_ended(expression.local_value, "the words leave out the year, and nothing in the text tells it")
        value, why, anchor = chosen
        first, last = value, value[:4] + last[last.index("-") :]
    begin, end = interval_of(first), interval_of(last)
    if begin is None or end is None:
        return open_ended(expression.local_value, "the calendar has no such dates")
    moves = "by whole years" if anchor == "published" else None
    if _SLASHED.search(expression.text) and _in_both_styles(begin, end):
        return fixed(last, expression, f"{why}; the day stands in the Old and the New Style", anchor=anchor)
    return Outcome(f"{first}/{last}", begin.hull(end), why, anchor, moves=moves)


def _in_both_styles(begin: Interval, end: Interval) -> bool:
    """Whether "10/22 June" of a year before 1924 names one day, in the Julian calendar and in the Gregorian."""
    first, last = begin.first_day, end.first_day
    return (
        first is not None
        and last is not None
        and last.year < _ONE_STYLE
        and (last - first).days == style_gap(last.year)
    )
