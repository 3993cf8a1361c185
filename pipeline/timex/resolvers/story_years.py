"""The year of a date in a history, where the dates around it tell more than that a story moves on.

A day named before with its year is that day again; after "lasted from May 1775 to March 1776" the story begins with
the first of the two; and a date that fits between the last one and the next full one lies there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import sentence_of, sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory, said
from pipeline.timex.recognition.lexicon import words_of

InYear = Callable[[int], str | None]
"""Year -> TIMEX3 value in it, None where that year has none (29 February)."""
Choice = tuple[str, str, str]
"""Value, why, and what it hangs on ("published", "expression:3")."""
_RECENT = 400
"""Days before the last date within which a day may be named again without its year."""
_YEAR = 366
"""Days that two dates may lie apart for one without a year to be between them in one way only."""
_AHEAD = 12
"""Dates after one among which the next full one is looked for."""
_DATES = 4
"""Dates back to the one with which a span begins."""
_ROUNDED = 2
"""Words between the ends of a range: "from around May 3, 1915 to around July 5, 1915"."""
_PRELUDE = 60
"""Days before a span within which a story may begin what led up to it."""
_LATE = 0.75
"""Part of a span after which no story of it begins."""
_SENTENCE = 400
"""Characters of a sentence that are looked at."""
_LONGEST = 2200
"""Days that a range may span for its first year to be the one a story begins with."""


def in_story(in_year: InYear, last: Antecedent, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value with its year, or None where nothing but the order of the story tells it."""
    if expression.month is None:
        return _within_range(in_year, last, memory) if expression.part else None
    return (
        _named_before(in_year, last, expression, memory)
        or _within_range(in_year, last, memory)
        or _on_the_way(in_year, last, expression, memory)
        or _before_it_ended(in_year, last, memory)
    )


def _named_before(in_year: InYear, last: Antecedent, expression: LocalExpression, memory: Memory) -> Choice | None:
    if expression.day is None:
        return None
    for date in reversed(memory.read):
        same = (date.expression.month, date.expression.day) == (expression.month, expression.day)
        if same and date.expression.year and 0 <= (last.first_day - date.first_day).days <= _RECENT:
            value = in_year(date.expression.year)
            return (value, f"{said(date)} names the same day", f"expression:{date.index}") if value else None
    return None


def _within_range(in_year: InYear, last: Antecedent, memory: Memory) -> Choice | None:
    if not memory.read or last is not memory.read[-1]:
        return None
    first = next((date for date in memory.read[-_DATES:-1] if _spans(date, last, memory.text)), None)
    if first is None:
        return None
    whole = Interval(first.interval.start, last.interval.end)
    if (whole.width or 0) > _LONGEST:
        return None
    memory.told = whole
    span, anchor = f"the time from {said(first)} to {said(last)}", f"expression:{first.index}"
    around = list(_values(in_year, first.first_day.year - 1, last.first_day.year))
    for value, days in around:
        inside = days.intersect(whole)
        if inside == days or (inside and granularity_of(value) == "season"):
            late = _start(days) - _start(whole) > _LATE * (whole.width or 0)
            chosen = (value, f"the first such date in {span}", anchor)
            # A story of a siege from October to September begins with the September before.
            return (_shortly_before(whole, around, span, anchor) if late else None) or chosen
    return _shortly_before(whole, around, span, anchor)


def _before_it_ended(in_year: InYear, last: Antecedent, memory: Memory) -> Choice | None:
    """In a siege that lasted from July to February, after 23 August 31 January is of the next year."""
    if memory.told is None or granularity_of(last.value) in {"year", "decade"}:
        return None
    values = dict(_values(in_year, last.first_day.year, last.first_day.year + 1))
    back = [v for v, days in values.items() if _start(days) < _start(last.interval) and not days.intersect(memory.told)]
    on = [v for v, days in values.items() if _start(days) > _start(last.interval) and days.intersect(memory.told)]
    if not back or len(on) != 1:
        return None
    why = f"after {said(last)}, and before the end that the text has told"
    return on[0], why, f"expression:{last.index}"


def _shortly_before(whole: Interval, around: Sequence[tuple[str, Interval]], span: str, anchor: str) -> Choice | None:
    value = next((v for v, days in around if 0 < _start(whole) - _start(days) <= _PRELUDE), "")
    return (value, f"shortly before {span}", anchor) if value else None


def _spans(first: Antecedent, last: Antecedent, text: str) -> bool:
    """Whether two dates say from when to when something lasted: from May to July, began in May and ended in July."""
    if first.expression.range_with == last.expression.span:
        return True
    begin, end = first.expression.span.end, last.expression.span.start
    if (
        first.expression.year is None
        or last.expression.year is None
        or not _start(first.interval) < _start(last.interval)
    ):
        return False
    if sentences_between(text, begin, end):
        return False
    start, _ = sentence_of(text, first.expression.span.start, begin, _SENTENCE)
    before, between = _words(text[start : first.expression.span.start]), _words(text[begin:end])
    ranged = between & words_of("RANGE_CLOSES") and len(between) <= _ROUNDED and before & words_of("RANGE_OPENS")
    return bool(ranged) or bool(words_of("BEGINS") & before and words_of("ENDS") & between)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _on_the_way(in_year: InYear, last: Antecedent, expression: LocalExpression, memory: Memory) -> Choice | None:
    ahead = _next_full(expression, memory)
    if ahead is None or granularity_of(last.value) in {"year", "decade"}:
        return None
    if not 0 < _start(ahead[0]) - _start(last.interval) <= _YEAR:
        return None
    year = last.first_day.year
    for value, days in _values(in_year, year, year + 1):
        if _start(last.interval) <= _start(days) < _start(ahead[0]):
            why = f"it lies between {said(last)} before it and “{ahead[1].text}” after it"
            return value, why, f"expression:{last.index}"
    return None


def _next_full(expression: LocalExpression, memory: Memory) -> tuple[Interval, LocalExpression] | None:
    """The next date that names its year and month, if it comes soon."""
    for count, date in enumerate(memory.expressions_from(expression.span.end)):
        if date.year is not None and date.month is not None and date.operator == "calendar":
            day = make(date.year, date.month, date.day or 1)
            return (Interval(day.toordinal(), day.toordinal() + 1), date) if day else None
        if count >= _AHEAD:
            break
    return None


def _values(in_year: InYear, first: int, last: int) -> Iterator[tuple[str, Interval]]:
    for year in range(first, last + 1):
        value = in_year(year)
        days = interval_of(value) if value else None
        if value and days:
            yield value, days


def _start(days: Interval) -> int:
    return days.start or 0
