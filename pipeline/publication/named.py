"""Named days by name, and the day on which one falls in a year."""

from __future__ import annotations

import datetime as dt
import functools
import re

from pipeline.calendar.operators import add_days, easter, make, nth_weekday, orthodox_easter
from pipeline.knowledge import NamedDay, named_days
from pipeline.resources import split

_EASTER = re.compile(r"(orthodox-)?easter([+-]\d+)?")
_NTH = re.compile(r"(\d\d)-([A-Z]{3})-(-?\d)")
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


@functools.cache
def named_day(name: str | None) -> NamedDay | None:
    """The day with this identifier, name or alias, in any case; None where there is none."""
    if name is None:
        return None
    wanted = name.casefold()
    return next((day for day in named_days() if wanted in _spellings(day)), None)


def _spellings(day: NamedDay) -> set[str]:
    return {day.day_id, *map(str.casefold, (day.name, *split(day.aliases)))}


def date_of(day: NamedDay, year: int) -> dt.date | None:
    """When `day` falls in `year`; None when it was not kept then."""
    if (day.first_year and year < day.first_year) or (day.last_year and year > day.last_year):
        return None
    if match := _EASTER.fullmatch(day.rule):
        return add_days((orthodox_easter if match[1] else easter)(year), int(match[2] or 0))
    if match := _NTH.fullmatch(day.rule):
        return nth_weekday(year, int(match[1]), _WEEKDAYS.index(match[2]) + 1, int(match[3]))
    month, _, number = day.rule.partition("-")
    return make(year, int(month), int(number))
