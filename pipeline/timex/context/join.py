"""One outcome of all that an expression means on the days that may be the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import granularity_of
from pipeline.model import Document
from pipeline.timex.context.outcome import Outcome


def join(outcomes: Sequence[Outcome], document: Document) -> Outcome:
    """One outcome for all possible publication days: the hull of their days."""
    first = outcomes[0]
    if all(o.value == first.value and o.interval == first.interval for o in outcomes):
        # Every possible publication day gives the same: it does not hang on which one it was.
        return first if len(outcomes) == 1 else Outcome(
            first.value, first.interval, first.because, first.anchor, first.uncertain, None, first.granularity
        )  # fmt: skip
    intervals = [o.interval for o in outcomes]
    whole: Interval | None = intervals[0]
    for interval in intervals[1:]:
        whole = whole.hull(interval) if whole and interval else None
    start, end = document.published.iso() if document.published else (None, None)
    known = f"the publication day is only known to lie between {start} and {end}, so this moves with it"
    because = f"{first.because.split(' (')[0]}; {known}"
    moves = next((o.moves for o in outcomes if o.moves), "with the publication date")
    return Outcome(_shared([o.value for o in outcomes]), whole, because, first.anchor, first.uncertain, moves,
                   granularity_of(first.value) if first.granularity is None else first.granularity)  # fmt: skip


def _shared(values: Sequence[str]) -> str:
    """What all values agree on, X from the first character that differs: 2022-07-05, 2022-07-26 -> 2022-07-XX."""
    first = values[0]
    if any(len(value) != len(first) for value in values):
        return "XXXX"
    agree = next((i for i in range(len(first)) if any(value[i] != first[i] for value in values)), len(first))
    # A part of the date is known whole or not at all.
    agree = first.rfind("-", 0, agree + 1) + 1 if agree >= 4 else 0
    return first[:agree] + "".join("X" if c.isdigit() else c for c in first[agree:])
