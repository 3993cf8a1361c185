"""Dates with their year that lie ahead of the text: it was published before them, and not long before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import Document
from pipeline.publication.ahead import is_limit, looks_ahead
from pipeline.publication.bounds import Bound
from pipeline.publication.clues import Clue
from pipeline.settings.publication import PUBLICATION_FORESIGHT, PUBLICATION_FORESIGHT_YEARS

_NAMED = re.compile(r"\b[A-Z][^\W\d_]+-((?:19|20)\d\d)\b")
"""Zapad-2025, Expo-2017: drills, games and fairs are named with their year, which dates no event by itself."""


def coming_dates(document: Document, clues: Sequence[Clue]) -> Iterator[Bound]:
    """For each date that its verb puts ahead: published in the year before it, some years before a bare year.

    "By 2030" and "until 2030" are aims and limits, which reach as far as anybody likes.
    """
    for clue in clues:
        ahead = clue.expression.tense == "future" and not clue.quoted
        days = interval_of(clue.day_words) if clue.explicit is not None and ahead else None
        if days is None or days.start is None or is_limit(document.text, clue.expression.span.start):
            continue
        years = granularity_of(clue.day_words) == "year"
        before = PUBLICATION_FORESIGHT_YEARS.number * 366 if years else PUBLICATION_FORESIGHT.number
        yield Bound(Interval(days.start - int(before), days.end), f"‘{clue.text}’ lies ahead", told=True, usual=True)


def coming_names(document: Document) -> Iterator[Bound]:
    """For each name with a year that lies ahead: published in that year at the latest, and not long before it."""
    for match in _NAMED.finditer(document.text):
        if looks_ahead(document.text, match.start(), match.end()):
            year = int(match[1])
            first, after = dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal()
            before = int(PUBLICATION_FORESIGHT_YEARS.number * 366)
            yield Bound(Interval(first - before, after), f"‘{match[0]}’ lies ahead", told=True, usual=True)
