"""Dates that metadata write in words of other languages, "12 июля 2022": the only home of dateparser.

Never used to find expressions in a text, and never with today's date: what hangs on a day that is not written in it
("yesterday", "12 May") is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import interval_of, value_at

LANGUAGES = ("en", "ru", "be", "uk", "pl", "lt", "lv", "et", "de", "fr")
"""Of the outlets that write of the region; each more makes it likelier that a word is taken for a month."""
_BASES = (dt.date(2001, 3, 5), dt.date(2010, 11, 18))
"""Two bases that share neither year, month, day nor weekday: a string that gives the same for both needs no base."""
_LONGEST = 100
"""Characters; a longer string is a text, not a date."""
_YEAR_AND_WORD = re.compile(r"(?=.*(?<!\d)\d{4}(?!\d))(?=.*[^\W\d_]{3})", re.DOTALL)
_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
"""A day in figures may read two ways: it is read elsewhere, by the order of its outlet."""


@lru_cache(maxsize=4096)
def written_date(text: str) -> Interval | None:
    """The days that a whole string names, a month or a year as the whole of it; None when it is no full date."""
    text = " ".join(text.split())
    if len(text) > _LONGEST or not _YEAR_AND_WORD.match(text) or _FIGURES.search(text):
        return None
    one, other = (_parse(text, each) for each in _BASES)
    return one if one == other else None


def _parse(text: str, base: dt.date) -> Interval | None:
    # Imported when first needed: it takes a third of a second, and most documents carry ISO dates.
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=list(LANGUAGES),
        settings={
            "RELATIVE_BASE": dt.datetime.combine(base, dt.time()),
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "STRICT_PARSING": False,
        },
    )
    found = parser.get_date_data(text)
    if found.date_obj is None:
        return None
    unit = found.period if found.period in {"month", "year", "week"} else "day"
    return interval_of(value_at(unit, found.date_obj.date()))
