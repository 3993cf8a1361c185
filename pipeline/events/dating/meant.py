"""The days that an expression means beside an event: "less than two weeks ago", "recent days"."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.calendar.interval import Interval, day
from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import interval_of
from pipeline.events import lexicon
from pipeline.events.cardinals import cardinal
from pipeline.model import TemporalExpression
from pipeline.resources import Row, table

MONTH = 30
"""Days from which on a vague span is told in months."""

_ABOUT_THEN = "back-then"
"""Rule of "at that time" and "back then"."""
_YEAR, _SLACK = 12, 3
"""Months of a year, and those that "about a year" may be shorter or longer."""
A_YEAR_AGO = re.compile(r"\b(?:a|one) year ago$")
EXACTLY = re.compile(r"(?:exactly|precisely) (?P<count>\w+) (?P<unit>week|month|year)s? ago")


def meant_days(expression: TemporalExpression, published: Interval | None) -> Interval | None:
    """Its days: "less than two weeks ago" reaches up to publication, "more than a year ago" further back."""
    days = expression.interval
    if days is None or days.start is None or days.width is None:
        return days
    if expression.rule_id == _ABOUT_THEN and days.is_day:
        return _whole_month(days.start)
    return _seen_from(published, expression, days)


def _seen_from(published: Interval | None, expression: TemporalExpression, days: Interval) -> Interval:
    """The days of what counts from publication."""
    text = expression.text.lower()
    if published is None or published.end is None or days.start is None or days.width is None:
        return days
    around = _about_a_year_ago(text, published.end) if expression.mod == "APPROX" else None
    if (exact := _to_the_day(text, published) or around) is not None:
        return exact
    if expression.mod == "LESS_THAN" and text.startswith("less than") and days.start < published.end:
        return Interval(days.start, published.end)
    if expression.mod == "START" and expression.anchor == "published" and text.startswith("earlier in "):
        return _earlier(expression, days, published.end)
    if expression.mod == "MORE_THAN" and text.endswith("ago"):
        return Interval(days.start - days.width, days.end)
    return days


def _about_a_year_ago(text: str, end: int) -> Interval | None:
    """About a year ago, told in January: some months to either side of the last one, and not all of last year."""
    if not A_YEAR_AGO.search(text):
        return None
    then = dt.date.fromordinal(end - 1)
    first, last = shift(then, "month", -_YEAR - _SLACK), shift(then, "month", -_YEAR + _SLACK + 1)
    if first is None or last is None:
        return None
    return Interval(first.replace(day=1).toordinal(), last.replace(day=1).toordinal())


def _earlier(expression: TemporalExpression, days: Interval, end: int) -> Interval:
    """Earlier in March, told in March: from its first day up to publication; in April, some time in March."""
    whole = interval_of(expression.value)
    if whole is None or whole.start is None or whole.end is None or not whole.start < end:
        return days
    return Interval(whole.start, min(end, whole.end))


def _to_the_day(text: str, published: Interval) -> Interval | None:
    """Exactly a year ago: the very day, where the article's own is known."""
    found = EXACTLY.fullmatch(text)
    count = cardinal(found["count"]) if found is not None else None
    if found is None or count is None or not published.is_day or published.start is None:
        return None
    then = shift(dt.date.fromordinal(published.start), found["unit"], -count)
    return None if then is None else day(then)


def vague_days(expression: TemporalExpression, published: Interval | None) -> Interval | None:
    """Recent days, recently: from so many days before publication, or their month, up to it. None for other words."""
    if published is None or published.end is None or published.start is None:
        return None
    text = expression.text.lower()
    row = next((row for row in _vague_spans() if row.phrase in text), None)
    if row is None:
        return None
    start = published.start - row.days_before
    return Interval(_month_of(start) if row.days_before >= MONTH else start, published.end)


def _whole_month(day: int) -> Interval:
    """The month of a day: what was "at that time" was about then, and on no one day."""
    first = dt.date.fromordinal(day).replace(day=1)
    following = shift(first, "month", 1)
    return Interval(first.toordinal(), following.toordinal() if following else None)


def _month_of(day: int) -> int:
    """The first of its month: what is told in months begins with one, a day inside would be finer than the words."""
    return dt.date.fromordinal(day).replace(day=1).toordinal()


class VagueSpan(Row):
    """How far back a vague reference reaches: recent days, recently."""

    phrase: str
    days_before: int
    example: str
    counterexample: str = ""


def _vague_spans() -> tuple[VagueSpan, ...]:
    """Rows of vague_spans.csv, longest phrase first."""
    return tuple(sorted(table(lexicon.FOLDER + "vague_spans.csv", VagueSpan), key=lambda r: -len(r.phrase)))
