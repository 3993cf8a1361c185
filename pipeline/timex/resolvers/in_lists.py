"""The year of a date, or the day of the week, that heads an item of a dated list: the list goes on in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.calendar.operators import add_days, nearest_weekday
from pipeline.calendar.timex3 import interval_of
from pipeline.model import LocalExpression
from pipeline.timex.context.lines import head_of_line, item_before, items_before, year_above, year_of_item
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, fixed, said
from pipeline.timex.resolvers.story_years import Choice, InYear

_NEXT_ITEM = 60
"""Days from one item of a list without years to the next."""


def year_in_list(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value in the year above its list, else next to that of the item before, after it in a list that rises.

    None when it heads no such item.
    """
    year = year_above(expression, memory)
    headed = in_year(year.first_day.year) if year is not None else None
    if year is not None and headed is not None:
        return headed, f"it heads an item under {said(year)}", f"expression:{year.index}"
    under = year_of_item(expression, memory)
    below = in_year(under.first_day.year) if under is not None else None
    if under is not None and below is not None:
        return below, f"it goes on the item that {said(under)} heads", f"expression:{under.index}"
    head = head_of_line(expression, memory)
    if head is not None and (head.expression.year or year_above(head.expression, memory)):
        return _nearest(in_year, head)
    items = items_before(expression, memory)
    if not items:
        return None
    last = items[-1]
    at = last.first_day.toordinal()
    allowed = [(start, value) for start, value in _years(in_year, last) if _keeps_order(start, items)]
    if not any(item.expression.year for item in items):
        # A list that states no year is dated as any other text is, but for one of days gone by, told in the present.
        gone = memory.published.toordinal() if memory.published else 0
        allowed = [each for each in allowed if each[0] <= gone and at <= each[0] <= at + _NEXT_ITEM]
    if not allowed:
        return None
    value = min(allowed, key=lambda each: abs(each[0] - at))[1]
    return value, f"it goes on a list in order of time, after {said(last)}", f"expression:{last.index}"


def weekday_in_list(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """The weekday that heads an item, as the next one from the item before; one told in an item, as the last until it.

    None where it stands in no list that names its first day, or the day would lie ahead of publication.
    """
    number, before = expression.weekday or 1, item_before(expression, memory)
    head = before or (head_of_line(expression, memory) if expression.tense != "future" else None)
    if head is None:
        return None
    eve = add_days(head.first_day, -1) if before is not None else head.first_day
    found = nearest_weekday(eve, number, 1 if before is not None else 0) if eve else None
    if found is None or (memory.published is not None and found > memory.published):
        return None
    why = f"it goes on a list in order of time, the next one from {said(head)}"
    why = why if before is not None else f"told in the item that {said(head)} heads, so the last one until then"
    return fixed(found.isoformat() + (expression.clock or ""), expression, why, anchor=f"expression:{head.index}")


def _nearest(in_year: InYear, head: Antecedent) -> Choice | None:
    """Of an item headed by 14 April 2001, "her election in March" was in that March."""
    at = head.first_day.toordinal()
    value = min(_years(in_year, head), key=lambda each: abs(each[0] - at), default=(0, ""))[1]
    return (
        (value, f"the one nearest to {said(head)}, the head of the item", f"expression:{head.index}") if value else None
    )


def _years(in_year: InYear, last: Antecedent) -> Iterator[tuple[int, str]]:
    for year in range(last.first_day.year - 1, last.first_day.year + 2):
        value = in_year(year)
        days = interval_of(value) if value else None
        if value and days and days.start is not None:
            yield days.start, value


def _keeps_order(start: int, items: Sequence[Antecedent]) -> bool:
    """Whether a day continues the list as it has run: upwards, downwards, or either after one item."""
    at = items[-1].first_day.toordinal()
    before = items[-2].first_day.toordinal() if len(items) > 1 else at
    return start >= at if before < at else start <= at if before > at else True
