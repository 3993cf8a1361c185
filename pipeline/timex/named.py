"""Named days: the rule of a row of data/knowledge/named_days.csv worked out for a year."""

from __future__ import annotations

import datetime as dt
import functools
import re

from pipeline.calendar.operators import add_days, easter, make, nth_weekday, orthodox_easter
from pipeline.knowledge import NamedDay, named_days
from pipeline.resources import ResourceError

_WEEKDAYS = {"MON": 1, "TUE": 2, "WED": 3, "THU": 4, "FRI": 5, "SAT": 6, "SUN": 7}


@functools.cache
def by_id() -> dict[str, NamedDay]:
    """day_id -> row."""
    return {row.day_id: row for row in named_days()}


def on(row: NamedDay, year: int) -> dt.date | None:
    """The day in `year`, or None in a year when it was not kept.

    Raises:
        ResourceError: when the rule is none of MM-DD, easter+N, orthodox-easter+N, MM-WEEKDAY-N.
    """
    if not (row.first_year or 1) <= year <= (row.last_year or 9999):
        return None
    if found := re.fullmatch(r"(\d\d)-(\d\d)", row.rule):
        return make(year, int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(orthodox-)?easter([+-]\d+)", row.rule):
        return add_days(orthodox_easter(year) if found[1] else easter(year), int(found[2]))
    if found := re.fullmatch(r"(\d\d)-([A-Z]{3})-(-?\d)", row.rule):
        return nth_weekday(year, int(found[1]), _WEEKDAYS[found[2]], int(found[3]))
    raise ResourceError(f"data/knowledge/named_days.csv: {row.day_id}: rule {row.rule!r} is not understood")


@functools.lru_cache(maxsize=256)
def choose(ids: tuple[str, ...], text: str) -> NamedDay | None:
    """The row meant, when several days share a name: the one whose country the text speaks of most; None on a tie."""
    rows = [by_id()[name] for name in ids]
    if len(rows) == 1 or len({row.rule for row in rows}) == 1:
        return rows[0]
    counts = [sum(text.count(word) for word in _country_words(row.country)) for row in rows]
    best = max(counts)
    return rows[counts.index(best)] if counts.count(best) == 1 else None


def _country_words(countries: str) -> tuple[str, ...]:
    from pipeline.knowledge import demonyms

    names = {row.country: row.name for row in demonyms()}
    return tuple(names[code] for code in countries.split("|") if code in names)
