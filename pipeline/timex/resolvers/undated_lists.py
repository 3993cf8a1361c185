"""The year of a dated list that never states one: "August 9. Polls close. ... September 23. He takes the oath."

A list looks back, in order: its last day is the last such day before publication. Where that would be in the year
before, as for a list that an anniversary prints, the text must say so somewhere by a date with its year.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from itertools import pairwise

from pipeline.calendar.operators import make as make_date
from pipeline.model import LocalExpression
from pipeline.timex.context.lines import heads_line
from pipeline.timex.context.outcome import Memory
from pipeline.timex.resolvers.story_years import Choice, InYear

_LEAST = 3
"""Items of a list; fewer may be days of any text."""
_REACH = 60
"""Expressions to either side among which the other items stand."""
_YEAR = 365
"""Days."""
_MONTH_AND_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


def year_of_list(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value in the year that its place in the list gives it; None where it heads no item of such a list."""
    if memory.published is None or not _is_head(expression, memory.text):
        return None
    at = bisect_left(memory.expressions, expression.span.start, key=lambda each: each.span.start)
    near = memory.expressions[max(0, at - _REACH) : at + _REACH]
    heads = [each for each in near if _is_head(each, memory.text)]
    years = _years(heads, memory) if len(heads) >= _LEAST else None
    value = in_year(years[heads.index(expression)]) if years and expression in heads else None
    if value is None:
        return None
    return value, f"it heads an item of a list in order of time that ends before {memory.day_words()}", "published"


def _is_head(expression: LocalExpression, text: str) -> bool:
    return _MONTH_AND_DAY.match(expression.local_value) is not None and heads_line(expression, text)


def _years(heads: list[LocalExpression], memory: Memory) -> list[int] | None:
    """A year for each item, in the order of the list; None where it has no order or nothing tells its year."""
    days = [found[1] + found[2] for each in heads if (found := _MONTH_AND_DAY.match(each.local_value))]
    falls = sum(one > other for one, other in pairwise(days))
    rises = sum(one < other for one, other in pairwise(days))
    if min(falls, rises) > 1 or falls == rises:
        return None
    steps = [0]
    for one, other in pairwise(days):
        steps.append(steps[-1] + (one > other if rises > falls else -(one < other)))
    last = max(zip(steps, days, strict=True))
    published = memory.published or dt.date.max
    day = _on(published.year, last[1])
    behind = day is not None and day <= published and not _may_lie_ahead(heads, (published - day).days)
    top = published.year if behind else published.year - 1
    years = [top - last[0] + step for step in steps]
    return years if behind or _is_stated(zip(years, days, strict=True), memory) else None


def _may_lie_ahead(heads: list[LocalExpression], gone: int) -> bool:
    """Whether most of a list that ended so many days ago looks ahead, and next year's days are as near."""
    return sum(each.tense == "future" for each in heads) * 2 > len(heads) and gone * 2 > _YEAR


def _on(year: int, day: str) -> dt.date | None:
    return make_date(year, int(day[:2]), int(day[2:]))


def _is_stated(days: zip[tuple[int, str]], memory: Memory) -> bool:
    """Whether the text names one of these days with its year."""
    stated = {(e.year, f"{e.month or 0:02}{e.day or 0:02}") for e in memory.expressions if e.year}
    return any(each in stated for each in days)
