"""From a time word and the known days of the event it dates, back to the days on which such words are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from pipeline.calendar.interval import Interval, days
from pipeline.calendar.operators import add_months, make
from pipeline.model import LocalExpression
from pipeline.settings.publication import PUBLICATION_AGO_SLACK

_WEEK, _SATURDAY = 7, 6
_FEW_DAYS = 3
"""Days of an event within which a weekday names one of them: a mutiny, a vote that lasts from Friday to Sunday."""
_SAME_YEAR = 330
"""Days after a month within which it is named without its year."""

Counting = Callable[[LocalExpression, Interval], Interval | None]
"""From a time word and the days of the event it dates to the days of publication."""


def _unit(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "Last month", "in February last year": publication lies in the month or year that the words count from."""
    first, shift = event.first_day, _whole(expression.amount)
    if first is None or shift is None:
        return None
    if expression.month is not None and expression.month != first.month:
        return None
    if expression.unit in {"year", "month"}:
        return _year(first.year - shift) if expression.unit == "year" else _month(first, -shift)
    if expression.unit == "weekend":
        return _weekend(first) if not shift else None
    if expression.unit == "week":
        # Some begin the week on Sunday, so the Sunday before counts too.
        monday = first.toordinal() - first.weekday() - _WEEK * shift
        return Interval(max(monday - 1, first.toordinal()), monday + _WEEK)
    return None


def _weekend(day: dt.date) -> Interval | None:
    """ "The weekend election" is told in the week after it."""
    first = day.toordinal()
    return Interval(first, first - day.isoweekday() + 2 * _WEEK + 1) if day.isoweekday() >= _SATURDAY else None


def _within(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "February last year": as with the unit; "last February" alone lies within a year."""
    return _unit(expression, event) if expression.unit == "year" else None


def _ago(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "Three years ago": so many units later, give or take, as people count; of a war from any day of it."""
    first, last, shift = event.first_day, event.last_day, _whole(expression.amount)
    size = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}.get(expression.unit or "")
    if first is None or last is None or shift is None or size is None:
        return None
    off, slack = -round(shift * size), round(size * PUBLICATION_AGO_SLACK.number)
    return Interval(max(first.toordinal() + off - slack, first.toordinal()), last.toordinal() + off + slack + 1)


def _deictic(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "Yesterday", "today": publication is that many days off."""
    shift = _whole(expression.amount)
    if expression.unit != "day" or shift is None or not event.is_day or event.start is None:
        return None
    return Interval(event.start - shift, event.start - shift + 1)


def _weekday(expression: LocalExpression, event: Interval) -> Interval | None:
    """A bare weekday that is the event's own: publication follows within the week."""
    first, width = event.start, event.width
    if first is None or width is None or width > _FEW_DAYS or (expression.amount or 0) > 0:
        return None
    days = (first + step for step in range(width))
    own = next((day for day in days if (day - 1) % _WEEK + 1 == expression.weekday), None)
    if own is None:
        return None
    first = own
    return Interval(first, first + (2 * _WEEK if expression.amount else _WEEK))


def with_offset(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "A day after the crash", opening a report: the report follows that day within the week."""
    size = {"hour": 0, "day": 1, "week": 7}.get(expression.unit or "")
    last, amount = event.last_day, expression.amount
    if size is None or last is None:
        return None
    if amount is None or size == 0:
        return Interval(last.toordinal(), last.toordinal() + (_WEEK if size < _WEEK else 8 * _WEEK))
    day = last.toordinal() + round(amount * size)
    return Interval(day, day + _WEEK)


def _calendar(expression: LocalExpression, event: Interval) -> Interval | None:
    """ "In September", "on Dec. 13": nobody leaves the year out when the same month has come again."""
    first, last = event.first_day, event.last_day
    if first is None or last is None or expression.year is not None or expression.month != first.month:
        return None
    if expression.day not in {None, first.day, last.day}:
        return None
    return Interval(first.toordinal(), first.toordinal() + _SAME_YEAR)


BY_OPERATOR: Mapping[str, Counting] = {
    "unit": _unit,
    "within": _within,
    "ago": _ago,
    "deictic": _deictic,
    "weekday": _weekday,
    "calendar": _calendar,
}


def _whole(amount: float | None) -> int | None:
    return int(amount) if amount is not None and amount == int(amount) else None


def _year(year: int) -> Interval | None:
    first, last = make(year, 1, 1), make(year, 12, 31)
    return days(first, last) if first and last else None


def _month(day: dt.date, shift: int) -> Interval | None:
    first = add_months(day.replace(day=1), shift)
    after = None if first is None else add_months(first, 1)
    return Interval(first.toordinal(), after.toordinal()) if first and after else None
