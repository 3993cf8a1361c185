"""The months next to the end or beginning of a year: "at the end of 2006" is no third of it, as "late 2006" is."""

from __future__ import annotations

import datetime as dt

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import add_months
from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.recognition.lexicon import meanings

_LONGEST = 4
"""Words of "the tail end of"."""


def edge_of_year(days: Interval | None, value: str, expression: LocalExpression) -> Interval | None:
    """The months that the words mean of the year `value`, whose END or START `days` are; None for other words."""
    months = _months(expression.text) if expression.mod in {"START", "END"} else 0
    if not months or days is None or days.start is None or days.end is None or granularity_of(value) != "year":
        return None
    if expression.mod == "START":
        end = add_months(dt.date.fromordinal(days.start), months)
        return Interval(days.start, min(end.toordinal(), days.end)) if end else None
    start = add_months(dt.date.fromordinal(days.end), -months)
    return Interval(max(start.toordinal(), days.start), days.end) if start else None


def _months(text: str) -> int:
    """How many months "the end of", "the last days of" with which the words open mean; 0 for none of these."""
    words = text.lower().split()[:_LONGEST]
    openings = (("EDGE_OF", " ".join(words[:length])) for length in range(len(words), 1, -1))
    return next((int(meanings()[each]) for each in openings if each in meanings()), 0)
