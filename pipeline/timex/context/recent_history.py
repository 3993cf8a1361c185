"""Tells a history of the last year or two from a report that looks back on it.

Both name years gone by. A report goes on without a year to what is new, days before it was published; a history goes
from the date that it opens with to the ones that follow, "the next day", "that summer", and is over before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.calendar.operators import make
from pipeline.model import LocalExpression
from pipeline.settings.timex import STORY_LEAP

_NEW = 45
"""Days before publication in which a report has a day without a year."""
_OPEN, _STATED = 3, 2
"""Dates without a year, and with a past one, that a story takes."""
_FEW_OPEN = 2
"""Dates without a year that are enough where "the next day" or the like goes on from them."""
_SLACK = 31
"""Days that one date of a story may lie before the one told before it."""
_ASTRAY = 0.2
"""Share of dates that may go back further."""


def tells_recent_story(inside: Sequence[LocalExpression], published: dt.date) -> bool:
    """Whether dates of years gone by are followed by others in order, all well before `published`."""
    dates = [e for e in inside if e.operator in {"calendar", "span"} and (e.year or e.month)]
    if not dates or dates[0].year is None or dates[0].year >= published.year:
        return False
    stated = [e.year < published.year for e in dates if e.year is not None]
    carried_on = any(e.relative_to == "previous" for e in inside)
    open_ones = [e for e in dates if e.year is None]
    if len(open_ones) < _OPEN or not carried_on or sum(stated) < max(_STATED, len(stated) / 2 + 0.5):
        return False
    return not any(_is_new(e, published) for e in open_ones) and _goes_forward(dates, published)


def goes_on_from_its_opening(inside: Sequence[LocalExpression], published: dt.date) -> bool:
    """Whether a text that opens with a day long ago goes on from it without a year: "on 30 November 1939 ... on 7
    December ... by 8 January", and nothing of it can be of the weeks before `published`."""
    dates = [e for e in inside if e.operator in {"calendar", "span"} and (e.year or e.month)]
    open_ones = [e for e in dates if e.year is None]
    carried_on = any(e.relative_to == "previous" for e in inside)
    if len(open_ones) < (_FEW_OPEN if carried_on else _OPEN):
        return False
    return not any(_is_new(e, published) for e in open_ones) and _goes_forward(dates, published)


def _is_new(expression: LocalExpression, published: dt.date) -> bool:
    month, day = expression.month, expression.day
    if month is None or day is None:
        return False
    near = [make(year, month, day) for year in (published.year, published.year - 1)]
    return any(date is not None and 0 <= (published - date).days <= _NEW for date in near)


def _goes_forward(dates: Sequence[LocalExpression], published: dt.date) -> bool:
    """Whether the dates without a year lie before publication and, but for a few, not before what was told before."""
    placed = list(_placed(dates))
    steps = [(before, after) for (before, _), (after, is_open) in pairwise(placed) if is_open]
    back = sum((before - after).days > _SLACK for before, after in steps)
    return all(date < published for date, _ in placed) and back <= len(steps) * _ASTRAY


def _placed(dates: Sequence[LocalExpression]) -> Iterator[tuple[dt.date, bool]]:
    """The first day of each date, and whether its year is left open: then it lies after the one before."""
    last: dt.date | None = None
    for e in dates:
        year = e.year or (last.year if last else None)
        day = make(year, e.month or 1, e.day or 1) if year is not None else None
        if day is None:
            continue
        if e.year is None and last is not None and (last - day).days > STORY_LEAP.number:
            day = make(day.year + 1, day.month, day.day) or day
        last = day
        if e.month is not None:
            yield day, e.year is None
