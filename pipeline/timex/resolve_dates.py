"""Resolvers of calendar dates: those that name their year, and those that leave it to the text."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.operators import add_months, month_length, nth_weekday
from pipeline.calendar.operators import make as make_date
from pipeline.calendar.timex3 import interval_of, narrow, value_at
from pipeline.model import LocalExpression
from pipeline.settings import SHORT_YEAR_AHEAD
from pipeline.timex import named
from pipeline.timex.dates import MONTH_NAMES, impossible
from pipeline.timex.outcome import Memory, Outcome, fixed, open_ended
from pipeline.timex.years import choose_year

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ON_ITS_OWN = "the words name it in full"


def calendar(expression: LocalExpression, memory: Memory) -> Outcome:
    """A date, month, season or year; the year from the text around where the words leave it out."""
    local = expression.local_value
    if expression.note == "ambiguous":
        return _ambiguous(expression, memory)
    if expression.note:
        return open_ended(local, f"{expression.note}; it is reported, not moved to another day")
    if local.startswith("BC"):
        return open_ended(local, "years before Christ are kept as written; the calendar here begins with year 1")
    if local.startswith("XXXX-XX-"):
        return _day_only(expression, memory)
    if local.startswith("XXXX"):
        return _without_year(local[4:], expression, memory)
    if local.startswith("XX"):
        return _short_year(local, expression, memory)
    return _checked(local + (expression.clock or ""), expression, ON_ITS_OWN, None)


def _ambiguous(expression: LocalExpression, memory: Memory) -> Outcome:
    year, first, second = re.split(r"[-/]", expression.local_value)
    order = memory.date_order
    if order and expression.year is not None:
        month, day = (second, first) if order == "dmy" else (first, second)
        why = "day comes before month" if order == "dmy" else "month comes before day"
        value = f"{year}-{month}-{day}"
        if impossible(int(year), int(month), int(day)) is None:
            return fixed(value, expression, f"{why} in the other dates of this text, or at this outlet")
    return open_ended(f"{year}-XX-XX", f"it can mean {year}-{first}-{second} or {year}-{second}-{first}, and neither the "
                                       "text nor the outlet tells which")  # fmt: skip


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
    return _checked(value + ("" if "T" in value else clock), expression, why, anchor, moves)


def _day_only(expression: LocalExpression, memory: Memory) -> Outcome:
    """the 15th: of the month spoken of in a history, else the nearest such day that the verb allows."""
    number = expression.day or 1
    last = memory.antecedent("month")
    if memory.narrative or memory.published is None:
        day = make_date(last.first_day.year, last.first_day.month, number) if last else None
        if last is None or day is None:
            return open_ended(expression.local_value, "the words leave out the month, and nothing in the text tells it")
        return fixed(day.isoformat(), expression, f"the month of “{last.expression.text}” ({last.value})",
                     anchor=f"expression:{last.index}")  # fmt: skip
    at = memory.published
    months = [add_months(at.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [d for m in months if m and (d := make_date(m.year, m.month, number))]
    ahead = [d for d in days if d >= at]
    behind = [d for d in days if d <= at]
    future = expression.tense in {"future", "present"}
    chosen = (ahead[:1] if future else behind[-1:]) or ahead[:1] or behind[-1:]
    if not chosen:
        return open_ended(expression.local_value, "no month near has such a day")
    why = "the words look ahead, so the next one from" if future else "the last one up to"
    return fixed(chosen[0].isoformat(), expression, f"{why} {memory.day_words()}", anchor="published", moves="by whole months")


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
        return fixed(best.isoformat() + clock, expression, why, anchor="published", moves="by whole years")

    def in_year(year: int) -> str | None:
        return f"{year:04}{rest}" if make_date(year, month, day) else None

    chosen = choose_year(in_year, expression, memory)
    if chosen is None:
        return open_ended(f"XXXX{rest}", "the words leave out the year, and nothing in the text tells it")
    return _checked(chosen[0] + clock, expression, chosen[1], chosen[2], "by whole years")


def _short_year(local: str, expression: LocalExpression, memory: Memory) -> Outcome:
    if memory.published is None:
        return open_ended(local, "the words leave out the century, and the publication date is not known")
    century = memory.published.year // 100 * 100
    year = century + int(local[2:4])
    year -= 100 if year > memory.published.year + SHORT_YEAR_AHEAD.number else 0
    note = impossible(year, expression.month, expression.day)
    if note:
        return open_ended(local, f"{note}; it is reported, not moved to another day")
    why = f"a year of two digits is the last such year before {memory.day_words()}, or shortly after"
    return _checked(f"{year:04}{local[4:]}", expression, why, "published", "by whole centuries")


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
    return Outcome(f"{first}/{last}", begin.hull(end), why, anchor, moves=moves)


def decade(expression: LocalExpression, memory: Memory) -> Outcome:
    """The 1930s; a decade without a century is the last one before publication."""
    local = expression.local_value
    if local.startswith("XX"):
        base = memory.published or (last.first_day if (last := memory.antecedent("year")) else None)
        if base is None:
            return open_ended(local, "the words leave out the century, and nothing in the text tells it")
        start = base.year // 100 * 10 + int(local[2])
        start -= 10 if start * 10 > base.year else 0
        return fixed(f"{start:03}", expression, f"the last such decade before {base.year}", anchor="published",
                     moves="by whole centuries")  # fmt: skip
    return fixed(local, expression, ON_ITS_OWN)


def century(expression: LocalExpression, _memory: Memory) -> Outcome:
    """The 20th century: 1900 to 1999, as TIMEX3 counts centuries."""
    if expression.local_value.startswith("BC"):
        return open_ended(expression.local_value, "centuries before Christ are kept as written")
    return fixed(expression.local_value, expression, ON_ITS_OWN)


def week(expression: LocalExpression, memory: Memory) -> Outcome:
    """A numbered week, the week of a date, the first week or last Sunday of a month."""
    local = expression.local_value
    if expression.month is None:
        if expression.year is None:
            return open_ended(local, "the words leave out the year")
        return fixed(local, expression, ON_ITS_OWN)
    rest = f"-{expression.month:02}" + (f"-{expression.day:02}" if expression.day else "")
    why: str
    anchor: str | None
    if expression.year is not None:
        value, why, anchor = f"{expression.year:04}{rest}", ON_ITS_OWN, None
    else:
        chosen = choose_year(lambda year: f"{year:04}{rest}", expression, memory)
        if chosen is None:
            return open_ended(local, "the words leave out the year, and nothing in the text tells it")
        value, why, anchor = chosen
    moves = "by whole years" if anchor == "published" else None
    if expression.day:
        days = interval_of(value)
        if days is None or days.first_day is None:
            return open_ended(local, "the calendar has no such date")
        return fixed(value_at("week", days.first_day), expression, why, anchor=anchor, moves=moves)
    year, nth = int(value[:4]), round(expression.amount or 1)
    if expression.weekday:
        day = nth_weekday(year, expression.month, expression.weekday, nth)
        if day is None or day.month != expression.month:
            return open_ended(local, "the month has no such day")
        return fixed(day.isoformat(), expression, why, anchor=anchor, moves=moves)
    return _nth_week(year, expression, nth, why, anchor, moves)


def _nth_week(
    year: int, expression: LocalExpression, nth: int, why: str, anchor: str | None, moves: str | None
) -> Outcome:
    from pipeline.calendar.interval import days

    month = expression.month or 1
    length = month_length(year, month)
    first = length - 6 if nth < 0 else 7 * (nth - 1) + 1
    if not 1 <= first <= length:
        return open_ended(expression.local_value, "the month has no such week")
    begin, end = dt.date(year, month, first), dt.date(year, month, min(first + 6, length))
    return Outcome(
        value_at("week", dt.date(year, month, (begin.day + end.day) // 2)), days(begin, end), why, anchor, moves=moves
    )


def named_day(expression: LocalExpression, memory: Memory) -> Outcome:
    """Victory Day, Orthodox Easter: the year from the words or from the text around."""
    row = named.choose((expression.named_day or "").split("|"), memory.text)
    if row is None:
        return open_ended(expression.local_value, "several countries have a day of this name on different dates, and the text "
                                                  "does not tell which is meant")  # fmt: skip
    chosen_row = row

    def in_year(year: int) -> str | None:
        day = named.on(chosen_row, year) if 1 <= year <= 9999 else None
        return day.isoformat() if day else None

    if expression.year is not None:
        value = in_year(expression.year)
        if value is None:
            return open_ended(expression.local_value, f"{row.name} was not kept in {expression.year}")
        return fixed(value, expression, f"{row.name} falls on that day in {expression.year} ({row.source})")
    if expression.amount and memory.published:
        step = 1 if expression.amount > 0 else -1
        years = [memory.published.year + step * k for k in range(3)]
        days = [d for y in years if (d := in_year(y)) and (d > memory.published.isoformat()) == (step > 0)]
        if days:
            return fixed(days[0], expression, f"the {expression.text.split()[0]} one seen from {memory.day_words()}",
                         anchor="published", moves="by whole years")  # fmt: skip
    chosen = choose_year(in_year, expression, memory)
    if chosen is None:
        return open_ended(expression.local_value, "nothing in the text tells the year")
    value, why, anchor = chosen
    return fixed(value, expression, f"{row.name} ({row.source}); {why}", anchor=anchor,
                 moves="by whole years" if anchor == "published" else None)  # fmt: skip


def quarter(expression: LocalExpression, memory: Memory) -> Outcome:
    """The third quarter, the first half of 2022, next year's first quarter."""
    part = expression.part or "Q1"
    if expression.year is not None:
        return fixed(f"{expression.year:04}-{part}", expression, ON_ITS_OWN)
    if expression.relative_to:
        base = memory.published
        if base is None:
            return open_ended(expression.local_value, "the publication date is not known")
        year = base.year + round(expression.amount or 0)
        return fixed(f"{year:04}-{part}", expression, f"counted from {memory.day_words()}", anchor="published",
                     moves="by whole years")  # fmt: skip
    if memory.narrative or memory.published is None:
        last = memory.antecedent("year")
        if last is None:
            return open_ended(expression.local_value, "nothing in the text tells the year")
        return fixed(f"{last.first_day.year:04}-{part}", expression, f"the year of “{last.expression.text}”",
                     anchor=f"expression:{last.index}")  # fmt: skip
    day = memory.published
    year = day.year
    days = interval_of(f"{year:04}-{part}")
    soon = add_months(day, 3)
    if days and days.start and soon and expression.tense != "future" and days.start > soon.toordinal():
        year -= 1
    return fixed(f"{year:04}-{part}", expression, f"the nearest such period to {memory.day_words()}", anchor="published",
                 moves="by whole years")  # fmt: skip


def within(expression: LocalExpression, memory: Memory) -> Outcome:
    """June last year, last June, this spring."""
    inner = expression.part or f"{expression.month or 1:02}" + (f"-{expression.day:02}" if expression.day else "")
    step = round(expression.amount or 0)
    day, anchor, seen = memory.published, "published", ""
    if expression.relative_to == "previous" or day is None or memory.narrative:
        last = memory.antecedent("year")
        if last is None and (day is None or expression.relative_to == "previous"):
            return open_ended(expression.local_value, "there is no date before it to count from")
        if last is not None:
            day, anchor, seen = last.first_day, f"expression:{last.index}", f"“{last.expression.text}” ({last.value})"
    assert day is not None
    seen = seen or memory.day_words()
    moves = "by whole years" if anchor == "published" else None
    if expression.unit == "year":
        return fixed(
            f"{day.year + step:04}-{inner}", expression, f"the year is counted from {seen}", anchor=anchor, moves=moves
        )
    value = _nearest_inner(inner, day, step)
    words = {-1: "the last one begun before", 0: "the one in the year of", 1: "the first one after"}[step]
    return fixed(value, expression, f"{words} {seen}", anchor=anchor, moves=moves)


def _nearest_inner(inner: str, day: dt.date, step: int) -> str:
    year, at = day.year, day.toordinal()
    if step == 0:
        if inner == "WI" and day.month <= 2:
            year -= 1
        return f"{year:04}-{inner}"
    years = range(year + 1, year - 3, -1) if step < 0 else range(year - 1, year + 3)
    for candidate in years:
        days = interval_of(f"{candidate:04}-{inner}")
        if days and days.start and days.end and (days.end <= at if step < 0 else days.start > at):
            return f"{candidate:04}-{inner}"
    return f"{year + step:04}-{inner}"


def year_end(expression: LocalExpression, memory: Memory) -> Outcome:
    """Year-end is its last day; "year end" and "year's end" the end of the year."""
    if memory.published is None:
        return open_ended("XXXX-12", "the publication date is not known")
    year = memory.published.year
    if expression.tense == "past" and memory.published.month < 7:
        year -= 1
    why = f"the year of {memory.day_words()}"
    if "-" in expression.text:
        value = f"{year:04}-12-31"
        return Outcome(value, interval_of(value), why, "published", moves="by whole years")
    return Outcome(f"{year:04}", narrow(f"{year:04}", "END"), why, "published", moves="by whole years")
