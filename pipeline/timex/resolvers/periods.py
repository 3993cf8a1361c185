"""Resolvers of weeks, named days, and dates told inside another period: "last June"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.calendar.interval import days
from pipeline.calendar.operators import SEASON_START, add_days, add_months, month_length, nth_weekday
from pipeline.calendar.operators import make as make_date
from pipeline.calendar.timex3 import granularity_of, interval_of, narrow, value_at
from pipeline.model import LocalExpression, Tense
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, open_ended, said
from pipeline.timex.recognition import named
from pipeline.timex.recognition.lexicon import meanings
from pipeline.timex.resolvers.calendar_dates import ON_ITS_OWN
from pipeline.timex.resolvers.restated import year_beside
from pipeline.timex.resolvers.years import choose_year

_BACK_IN_STORY = 3.5
"""A season that a story has left behind must be so many times as near as the one to come."""


def week(expression: LocalExpression, memory: Memory) -> Outcome:
    """A numbered week, the week of a date, the first week or last Sunday of a month."""
    local = expression.local_value
    if expression.month is None:
        if expression.year is None:
            return open_ended(local, "the words leave out the year")
        return fixed(local, expression, ON_ITS_OWN)
    rest = f"-{expression.month:02}" + (f"-{expression.day:02}" if expression.day else "")
    if expression.year is not None:
        return _in_month(f"{expression.year:04}{rest}", expression, ON_ITS_OWN, None)
    chosen = choose_year(lambda year: f"{year:04}{rest}", expression, memory)
    if chosen is None:
        return open_ended(local, "the words leave out the year, and nothing in the text tells it")
    return _in_month(*chosen[:1], expression, *chosen[1:])


def _in_month(value: str, expression: LocalExpression, why: str, anchor: str | None) -> Outcome:
    """The week of the day `value`, or the nth week or weekday of the month `value`."""
    moves = "by whole years" if anchor == "published" else None
    year, month, nth = int(value[:4]), expression.month or 1, round(expression.amount or 1)
    if expression.day:
        day = make_date(year, month, expression.day)
        found = value_at("week", day) if day else None
    elif expression.weekday:
        day = nth_weekday(year, month, expression.weekday, nth)
        found = day.isoformat() if day and day.month == month else None
    else:
        return _nth_week(year, month, nth, Outcome(expression.local_value, None, why, anchor, moves=moves))
    if found is None:
        return open_ended(expression.local_value, "the calendar has no such day")
    return fixed(found, expression, why, anchor=anchor, moves=moves)


def _nth_week(year: int, month: int, nth: int, outcome: Outcome) -> Outcome:
    length = month_length(year, month)
    first = length - 6 if nth < 0 else 7 * (nth - 1) + 1
    if not 1 <= first <= length:
        return open_ended(outcome.value, "the month has no such week")
    begin, end = dt.date(year, month, first), dt.date(year, month, min(first + 6, length))
    middle = dt.date(year, month, (begin.day + end.day) // 2)
    return replace(outcome, value=value_at("week", middle), interval=days(begin, end))


def named_day(expression: LocalExpression, memory: Memory) -> Outcome:
    """Victory Day, Orthodox Easter: the year from the words or from the text around."""
    kept = named.choose(tuple((expression.named_day or "").split("|")), memory.text, expression.part or "")
    if kept is None:
        why = "several countries have a day of this name on different dates, and the text does not tell which is meant"
        return open_ended(_open_day(None, expression), why)
    row = kept
    after = round(expression.amount or 0) if expression.unit == "day" else 0

    def in_year(year: int) -> str | None:
        day = row.on(year) if 1 <= year <= 9999 else None
        moved = add_days(day, after) if day and after else day
        return moved.isoformat() + (expression.clock or "") if moved else None

    counted = expression.unit == "year" and memory.published is not None
    counted_year = _year_from_now(expression, memory) if counted else None
    year = expression.year or row.only_year or counted_year or year_beside(in_year, expression, memory)
    if year is not None:
        value = in_year(year)
        if value is None:
            return open_ended(f"{year:04}-XX-XX", f"{row.name} is not known to be kept in {year}")
        return fixed(value, expression, f"{row.name} falls on that day in {year} ({row.source(year)})",
                     anchor="published" if counted else None, moves="by whole years" if counted else None)  # fmt: skip
    if expression.relative_to and expression.amount and memory.published:
        step = 1 if expression.amount > 0 else -1
        years = [memory.published.year + step * k for k in range(3)]
        days = [d for y in years if (d := in_year(y)) and (d > memory.published.isoformat()) == (step > 0)]
        if days:
            return fixed(days[0], expression, f"the {expression.text.split()[0]} one seen from {memory.day_words()}",
                         anchor="published", moves="by whole years")  # fmt: skip
    chosen = choose_year(in_year, expression, memory)
    if chosen is None:
        return open_ended(_open_day(row, expression), "nothing in the text tells the year")
    value, why, anchor = chosen
    return fixed(value, expression, f"{row.name} ({row.source(int(value[:4]))}); {why}", anchor=anchor,
                 moves="by whole years" if anchor == "published" else None)  # fmt: skip


def _year_from_now(expression: LocalExpression, memory: Memory) -> int | None:
    return memory.published.year + round(expression.amount or 0) if memory.published else None


def _open_day(kept: named.Kept | None, expression: LocalExpression) -> str:
    """What is known of a named day whose year or country is open: its month and day where they never change."""
    year = f"{expression.year:04}" if expression.year else "XXXX"
    return f"{year}-{(kept.month_day if kept else None) or 'XX-XX'}"


def within(expression: LocalExpression, memory: Memory) -> Outcome:
    """June last year, last June, this spring."""
    inner = expression.part or f"{expression.month or 1:02}" + (f"-{expression.day:02}" if expression.day else "")
    step = round(expression.amount or 0)
    day, anchor, seen = memory.published, "published", ""
    last: Antecedent | None = None
    if day is None and expression.relative_to == "published" and step and not memory.history:
        return open_ended(expression.local_value, "it counts from the publication date, which is not known")
    if expression.relative_to == "previous" or day is None or memory.narrative:
        last = memory.antecedent("year")
        if last is None and (day is None or expression.relative_to == "previous"):
            return open_ended(expression.local_value, "there is no date before it to count from")
        if last is not None:
            # "In 1410 ...; the following spring": what follows a year lies in the next one.
            begin = last.interval.last_day if step > 0 and expression.unit != "year" else None
            day, anchor, seen = (
                begin or last.first_day,
                f"expression:{last.index}",
                f"“{last.expression.text}” ({last.value})",
            )
    if day is None:
        return open_ended(expression.local_value, "the publication date is not known")
    seen = seen or memory.day_words()
    moves = "by whole years" if anchor == "published" else None
    if expression.unit == "year":
        return fixed(
            f"{day.year + step:04}-{inner}", expression, f"the year is counted from {seen}", anchor=anchor, moves=moves
        )
    if anchor == "published" and step < 0 and _is_last_month(expression, day):
        # In July nobody calls the month before "last June".
        value = f"{day.year - (1 if day.month > 1 else 2):04}-{inner}"
    elif last is not None and step == 0 and granularity_of(last.value) == "year":
        value = f"{day.year:04}-{inner}"
    elif last is not None and step == 0 and inner in SEASON_START:
        value = _season_of_story(inner, last.interval.last_day or day)
    else:
        value = _nearest_inner(inner, day, step, expression.tense)
    if anchor == "published" and step < 0 and _is_last_month(expression, day):
        why = f"the month before {seen} would be called last month, so the one a year before that"
        return fixed(value, expression, why, anchor=anchor, moves=moves, uncertain=True)
    words = {-1: "the last one begun before", 0: "the one in the year of", 1: "the first one after"}[step]
    return fixed(value, expression, f"{words} {seen}", anchor=anchor, moves=moves)


def _is_last_month(expression: LocalExpression, day: dt.date) -> bool:
    before = add_months(day.replace(day=1), -1)
    whole_month = expression.day is None and expression.part is None
    return whole_month and before is not None and before.month == expression.month


def _distance(value: str, at: int) -> int:
    whole = interval_of(value)
    if whole is None or whole.start is None or whole.end is None:
        return at
    return max(whole.start - at, at - whole.end + 1, 0)


def _season_of_story(inner: str, day: dt.date) -> str:
    """That winter, told after a day in May: the one to come, as a story moves on; in April the one just over."""
    values = [value for y in (day.year, day.year + 1, day.year - 1) if interval_of(value := f"{y:04}-{inner}")]
    at = day.toordinal()

    def off(value: str) -> float:
        whole = interval_of(value)
        over = whole is not None and whole.end is not None and whole.end <= at
        return _distance(value, at) * (_BACK_IN_STORY if over else 1)

    return min(values, key=off)


def _nearest_inner(inner: str, day: dt.date, step: int, tense: Tense) -> str:
    year, at = day.year, day.toordinal()
    if step == 0 and inner not in SEASON_START:
        return f"{year:04}-{inner}"
    if step == 0:
        # In December "this spring" is the one to come, in July the one just over: the nearest.
        values = [value for y in (year, year + 1, year - 1) if interval_of(value := f"{y:04}-{inner}")]
        # In February what "will stop this fall" stops in the year's own.
        fitting = [value for value in values if tense != "future" or value >= f"{year:04}"]
        return min(fitting, key=lambda value: _distance(value, at))
    years = range(year + 1, year - 3, -1) if step < 0 else range(year - 1, year + 3)
    for candidate in years:
        days = interval_of(f"{candidate:04}-{inner}")
        if days and days.start and days.end and (days.end <= at if step < 0 else days.start > at):
            return f"{candidate:04}-{inner}"
    return f"{year + step:04}-{inner}"


def year_end(expression: LocalExpression, memory: Memory) -> Outcome:
    """Year-end is its last day; "year end" and "year's end" the end of the year."""
    last = memory.antecedent("year") if memory.narrative else None
    if last is None and memory.published is None:
        return open_ended("XXXX-12", "the publication date is not known")
    if last is not None:
        year, why = last.first_day.year, f"the year of {said(last)}"
    elif memory.published is not None:
        year, why = memory.published.year, f"the year of {memory.day_words()}"
        year -= 1 if expression.tense == "past" and (memory.published.month < 7 or _since(expression, memory)) else 0
    anchor, moves = (f"expression:{last.index}", None) if last else ("published", "by whole years")
    if "-" in expression.text:
        value = f"{year:04}-12-31"
        return Outcome(value, interval_of(value), why, anchor, moves=moves)
    return Outcome(f"{year:04}", narrow(f"{year:04}", "END"), why, anchor, moves=moves)


def _since(expression: LocalExpression, memory: Memory) -> bool:
    """Whether something has gone on from then: "up 4 percent since year-end" looks back even in October."""
    start = expression.span.start
    last_word = memory.text[max(0, start - 12) : start].lower().split()[-1:]
    return bool(last_word) and ("BACKGROUND", last_word[0]) in meanings()
