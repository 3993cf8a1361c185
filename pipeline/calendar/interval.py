"""Half-open intervals of whole days, with open ends, and the one conversion to inclusive ISO days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

FIRST_DAY = dt.date.min.toordinal()
LAST_DAY = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` up to, not including, `end`.

    Both are proleptic Gregorian ordinals (`date.toordinal()`); None means unknown or open on that side.
    Ordinals rather than dates, because the day after 9999-12-31 has no `datetime.date`.

    Raises:
        ValueError: when `start >= end`, or a bound lies outside the years 1 to 9999.
    """

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        if self.start is not None and not FIRST_DAY <= self.start <= LAST_DAY:
            raise ValueError(f"start {self.start} lies outside the years 1 to 9999")
        if self.end is not None and not FIRST_DAY < self.end <= LAST_DAY + 1:
            raise ValueError(f"end {self.end} lies outside the years 1 to 9999")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"empty interval: {self.start} is not before {self.end}")

    @property
    def first_day(self) -> dt.date | None:
        """The first day inside, or None where the start is open."""
        return None if self.start is None else dt.date.fromordinal(self.start)

    @property
    def last_day(self) -> dt.date | None:
        """The last day inside (inclusive), or None where the end is open."""
        return None if self.end is None else dt.date.fromordinal(self.end - 1)

    @property
    def width(self) -> int | None:
        """Number of days inside, or None where a side is open."""
        return None if self.start is None or self.end is None else self.end - self.start

    @property
    def is_day(self) -> bool:
        """Whether this is exactly one day."""
        return self.width == 1

    def overlaps(self, other: Interval) -> bool:
        """Whether some day could lie in both; an open side reaches without limit."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def contains(self, other: Interval) -> bool:
        """Whether every day of `other` lies in this interval."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def intersect(self, other: Interval) -> Interval | None:
        """The days in both, or None when there are none."""
        if not self.overlaps(other):
            return None
        starts = [x for x in (self.start, other.start) if x is not None]
        ends = [x for x in (self.end, other.end) if x is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(start, end)

    def iso(self) -> tuple[str | None, str | None]:
        """Inclusive ISO days, the form of tables, exports and the command line."""
        first, last = self.first_day, self.last_day
        return (first.isoformat() if first else None, last.isoformat() if last else None)


def _before(start: int | None, end: int | None) -> bool:
    return start is None or end is None or start < end


def day(date: dt.date) -> Interval:
    """The interval of one calendar day."""
    return Interval(date.toordinal(), date.toordinal() + 1)


def days(first: dt.date | None, last: dt.date | None) -> Interval:
    """The interval from `first` to `last`, both inclusive; None leaves that side open."""
    return Interval(first.toordinal() if first else None, last.toordinal() + 1 if last else None)


def from_iso(first: str | None, last: str | None) -> Interval | None:
    """Inclusive ISO days back to an interval; None when both are None.

    Raises:
        ValueError: when a day is not an ISO date of the years 1 to 9999.
    """
    if first is None and last is None:
        return None
    return days(dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None)
