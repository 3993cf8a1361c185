"""What an export says about itself: its filters, its count, and how many events it left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

EventRow = dict[str, Any]
"""A row of the event table: the columns of data/schema/events.csv."""


@dataclass(frozen=True, slots=True)
class Statement:
    """`filters` in plain words, none for everything; `left_out` as (reason, count), most first."""

    filters: tuple[str, ...]
    exported: int
    undated: int
    """How many of the exported events have no date."""
    left_out: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Events exported and left out together."""
        return self.exported + sum(count for _, count in self.left_out)

    @property
    def sentence(self) -> str:
        """The statement on one line."""
        filters = "; ".join(self.filters) or "none"
        left_out = ", ".join(f"{count} {reason}" for reason, count in self.left_out) or "none"
        undated = f" ({self.undated} without a date)" if self.undated else ""
        return f"{self.exported} of {self.total} events{undated}; filters: {filters}; left out: {left_out}"

    @property
    def record(self) -> dict[str, object]:
        """The statement as a JSON object."""
        return {
            "exported": self.exported,
            "undated": self.undated,
            "total": self.total,
            "filters": list(self.filters),
            "left_out": dict(self.left_out),
        }


def select(
    events: Iterable[EventRow], *, filters: Sequence[str], needs_date: bool, off_timeline: bool
) -> tuple[list[EventRow], Statement]:
    """The events that go out, by date then id with the undated last, and the statement about them.

    Args:
        events: those that pass the filters.
        filters: what was filtered, in words; the caller has applied them.
        needs_date: leave out events without a date, for formats that cannot hold one.
        off_timeline: keep also the events that an analyst would not plot.
    """
    kept: list[EventRow] = []
    reasons: Counter[str] = Counter()
    for event in events:
        if not off_timeline and not event["on_timeline"]:
            reasons["not on the timeline"] += 1
        elif needs_date and _undated(event):
            reasons["without a date"] += 1
        else:
            kept.append(event)
    kept.sort(key=_when)
    left_out = tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
    return kept, Statement(tuple(filters), len(kept), sum(map(_undated, kept)), left_out)


def _undated(event: EventRow) -> bool:
    return event["date_start"] is None and event["date_end"] is None


def _when(event: EventRow) -> tuple[bool, str, str]:
    day = event["date_start"] or event["date_end"]
    return (day is None, str(day), str(event["event_id"]))
