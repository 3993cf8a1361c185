"""Whole date strings, as metadata carry them, in many languages: the only home of dateparser.

Never used to find expressions in a text, and never with today's date: a string that needs a base date and gets none is
not a date.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import interval_of, value_at

DateOrder = Literal["dmy", "mdy", "ymd"]
_BASES = (dt.date(2001, 3, 5), dt.date(2010, 11, 18))
"""Two bases that share neither year, month, day nor weekday: a string that gives the same for both needs no base."""
_LONGEST = 100
"""Characters; a longer string is a text, not a date."""


def parse_date(text: str, *, base: dt.date | None, order: DateOrder) -> Interval | None:
    """The days that a whole date string names, or None when it is none or hangs on a base date that is not given.

    A string that names only a month or a year gives the whole of it. `order` settles 01/02/2022.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST or (text.isdecimal() and len(text) != 4):
        return None
    if base is not None:
        return _parse(text, base, order)
    one, other = (_parse(text, each, order) for each in _BASES)
    return one if one == other else None


def _parse(text: str, base: dt.date, order: DateOrder) -> Interval | None:
    # Imported when first needed: it takes a third of a second, and most documents carry ISO dates.
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        settings={
            "DATE_ORDER": order.upper(),
            "RELATIVE_BASE": dt.datetime.combine(base, dt.time()),
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "STRICT_PARSING": False,
        }
    )
    found = parser.get_date_data(text)
    if found.date_obj is None:
        return None
    unit = found.period if found.period in {"month", "year", "week"} else "day"
    return interval_of(value_at(unit, found.date_obj.date()))
