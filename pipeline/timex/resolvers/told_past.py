"""The year of a date that news tells as seen from a time gone by: what was then to come, and what is told again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import (
    is_background,
    names_an_event,
    opens_sentence,
    sentence_of,
    sentences_between,
)
from pipeline.timex.context.in_passing import stands_before_noun
from pipeline.timex.context.outcome import Antecedent, Memory, said
from pipeline.timex.resolvers.story_years import Choice, InYear

_THEN_AHEAD = re.compile(r"\b(?:was|were|would)\b(?:\s+(?:then|due|supposed|meant|expected))?(?:\s+to)?\s+[a-z]+", re.I)
_LONG_AGO = 3
"""Calendar years back from which a date of that year is told again: one of last year may be meant without its year."""
_AND_ON = re.compile(r",?\s+and(?:\s+then)?,?\s+on\s+", re.I)
_WEEKS_ON = 62
"""Days after a day of an earlier year within which a date that leaves the year out goes on with it."""
_LATELY = 2
"""Months back within which a day without its year may be of the month lately gone."""
_RECAP = 2
"""Dates before one that a recap tells in the present."""
_SENTENCE = 60
"""Characters back in which a sentence begins that a year opens."""
_NEAR = 3
"""Ends of sentences over which an account of another year goes on."""


def seen_from_then(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """Under a deal of October last year the debt was to be paid by May 20: the first one after that October."""
    last = memory.read[-1] if memory.read else None
    if expression.tense != "future" or last is None or granularity_of(last.value) == "quarter":
        return None
    between = memory.text[last.expression.span.end : expression.span.start]
    if sentences_between(memory.text, last.expression.span.end, expression.span.start) or "\n" in between:
        return None
    day = memory.published
    if (
        day is None
        or last.interval.end is None
        or last.interval.end > day.toordinal()
        or not _THEN_AHEAD.search(between)
    ):
        return None
    first = next(_from(last, in_year), None)
    return (
        (first, f"what was then to come, so the first one after {said(last)}", f"expression:{last.index}")
        if first
        else None
    )


def told_again(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """On this day in 1991 the accord was signed. Gorbachev resigned on December 25: of that year, as the verb is past
    and the day that nearness finds is not over."""
    last = memory.read[-1] if memory.read else None
    if expression.tense != "past" or last is None or granularity_of(last.value) not in {"year", "month", "day"}:
        return None
    if sentences_between(memory.text, last.expression.span.end, expression.span.start) > _NEAR:
        return None
    first = next(_from(last, in_year), None)
    year = memory.published.year if memory.published else 0
    if first is None or first[:4] != f"{last.first_day.year:04}":
        return None
    if last.first_day.year > year - _long_ago(last) and not _states_its_year(last, expression, memory.text, 1):
        return None
    return first, f"the verb is past, and {said(last)} before it tells of another year", f"expression:{last.index}"


def named_in_full(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """A riot on 19 December 2010, those held for the December 19 riot: the day before a noun was named in full."""
    if not stands_before_noun(expression, memory.text):
        return None
    return day_told(in_year, expression, memory)


def day_told(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The day of the year in which the text named it in full before."""
    for last in reversed(memory.read):
        day = last.expression
        if day.year and day.day and (day.month, day.day) == (expression.month, expression.day):
            value, because = in_year(day.year), f"{said(last)} before it names the day in full"
            return (value, because, f"expression:{last.index}") if value else None
    return None


def in_year_told(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """Two years ago they met on 9 August; last year they met on 24 February: that year, where it opens the sentence."""
    last, day = memory.read[-1] if memory.read else None, memory.published
    if last is None or day is None or expression.tense != "past" or not expression.month:
        return None
    year, span = last.expression, last.expression.span
    counted = year.operator in {"ago", "unit"} and year.unit == "year" and year.relative_to == "published"
    if not counted or not year.amount or year.amount > 0 or granularity_of(last.value) != "year":
        return None
    start, _ = sentence_of(memory.text, span.start, span.end, _SENTENCE)
    opens = not memory.text[start : span.start].strip(' \n"“‘(')
    if not opens or sentences_between(memory.text, span.end, expression.span.start):
        return None
    then = shift(day, "year", year.amount)
    # A year ago, told in January, was the December of the year before that.
    near = [last.first_day.year] if year.operator == "unit" or then is None else [then.year + n for n in (-1, 0, 1)]
    found = [(value, days) for each in near if (value := in_year(each)) and (days := interval_of(value))]
    at = (then or last.first_day).toordinal()
    value = min(found, key=lambda pair: abs((pair[1].start or 0) - at), default=("", None))[0]
    return (value, f"{said(last)} opens its sentence", f"expression:{last.index}") if value else None


def goes_on(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """They met on May 3, 2020. On May 12 they signed: weeks after a day of an earlier year that the text has named."""
    last = memory.read[-1] if memory.read else None
    if last is None or memory.published is None or last.first_day.year >= memory.published.year:
        return None
    text, stated = memory.text, _stated(memory, expression)
    if expression.tense != "past" or not expression.month or stated is None:
        return None
    between = text[last.expression.span.end : expression.span.start]
    leads = opens_sentence(expression, text) or _AND_ON.fullmatch(between) is not None
    if not leads or any(is_background(each, text) or names_an_event(each, text) for each in (stated, last)):
        return None
    return _weeks_on(in_year, last, f"{said(last)}, told just before, is of that year")


def within_its_month(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """In custody since March 2021; they raided his home on March 25: of that March, where no March is lately gone."""
    last, day = memory.read[-1] if memory.read else None, memory.published
    if last is None or expression.tense != "past" or not expression.day:
        return None
    whole = last.expression.year is not None and granularity_of(last.value) == "month"
    value = in_year(last.first_day.year)
    days = interval_of(value) if value else None
    if value is None or days is None or not whole or not last.interval.contains(days):
        return None
    far = day is None or (day.month - last.first_day.month) % 12 > _LATELY
    near = sentences_between(memory.text, last.expression.span.end, expression.span.start) <= 1
    because = f"{said(last)}, told just before, is its month with the year"
    return (value, because, f"expression:{last.index}") if far and near else None


def in_recap(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """On September 7 he wakes. He leaves after he is released on September 22: days gone by, told in the present."""
    last = memory.read[-1] if memory.read else None
    if last is None or memory.published is None or expression.tense not in {"present", "future"} or not expression.day:
        return None
    told = [a.expression for a in memory.read[-2 * _RECAP :] if a.expression.operator == "calendar"]
    gone = (memory.published - last.first_day).days > _WEEKS_ON and not any(e.tense in {"past", "future"} for e in told)
    if not gone or len(told) < _RECAP or not any(e.tense == "present" for e in told):
        return None
    return _weeks_on(in_year, last, f"days gone by are told in the present, and {said(last)} is the one before it")


def _weeks_on(in_year: InYear, last: Antecedent, why: str) -> Choice | None:
    value = in_year(last.first_day.year)
    days = interval_of(value) if value else None
    begin, end, start = last.interval.start or 0, last.interval.end or 0, days.start if days else None
    if value is None or start is None or start <= begin or start - end > _WEEKS_ON:
        return None
    return value, why, f"expression:{last.index}"


def _stated(memory: Memory, expression: LocalExpression) -> Antecedent | None:
    """The day with its year that this paragraph, or the one before, goes on from: the dates since are of that year."""
    year = memory.read[-1].first_day.year
    for date in reversed(memory.read):
        between = memory.text[date.expression.span.end : expression.span.start]
        if between.count("\n\n") > 1 or date.first_day.year != year:
            return None
        if date.expression.year is not None:
            return date if granularity_of(date.value) == "day" else None
    return None


def _states_its_year(last: Antecedent, expression: LocalExpression, text: str, most: int) -> bool:
    """Whether the date before is a day named with its year, `most` ends of sentences back at most."""
    whole = last.expression.year is not None and granularity_of(last.value) == "day"
    return whole and sentences_between(text, last.expression.span.end, expression.span.start) <= most


def _long_ago(last: Antecedent) -> int:
    """Years back from which a date goes on with the one before it: after a day that states its year, two."""
    return _LONG_AGO - 1 if granularity_of(last.value) in {"day", "month"} else _LONG_AGO


def _from(last: Antecedent, in_year: InYear) -> Iterator[str]:
    """The values of the year of `last` and of the one after that do not begin before it."""
    for year in (last.first_day.year, last.first_day.year + 1):
        value = in_year(year)
        days = interval_of(value) if value else None
        if value and days and days.start is not None and days.start >= (last.interval.start or 0):
            yield value
