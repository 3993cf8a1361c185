"""A story that has moved past the day its next words count from: "In September they landed. Six days later, ..." """

from __future__ import annotations

import datetime as dt

from pipeline.calendar.timex3 import granularity_of
from pipeline.timex.context.outcome import Memory, Outcome, said

_FINE = {"day": "day", "night": "day", "week": "week", "fortnight": "week"}
"""Unit that is counted -> how fine the date counted from would have to be."""
_LEFT_OPEN = {"week": "-X", "month": "-XX", "season": "", "year": "-XX-XX"}


def moved_past(day: dt.date, unit: str, anchor: str, memory: Memory) -> Outcome | None:
    """Some day of the month, season or year that the story has reached, where it names no day to count from.

    `day` is the last day named, `anchor` what gave it. None when the story is no history, or still at that day.
    """
    if not memory.narrative or unit not in _FINE or not anchor.startswith("expression:"):
        return None
    last = memory.read[-1]
    granularity = granularity_of(last.value)
    reached = last.interval.start is not None and last.interval.start > day.toordinal()
    # "In May 1943 ... In September 1939 it burned. A fortnight later": a month told last may lie before the day, too.
    looks_back = granularity != "year" and last.interval.end is not None and last.interval.end <= day.toordinal()
    if granularity not in _LEFT_OPEN or not (reached or looks_back):
        return None
    return Outcome(
        last.value + _LEFT_OPEN[granularity],
        last.interval,
        f"the story has reached {said(last)}, and no day in it is named to count from",
        f"expression:{last.index}",
        granularity=granularity,
    )
