"""What an export says about itself: its filters, its count, and how many events it left out and why."""

from __future__ import annotations

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
    corrected: int = 0
    """How many of them a reader corrected or marked by hand; their column `corrections` says what and why."""

    @property
    def total(self) -> int:
        """Events exported and left out together."""
        return self.exported + sum(count for _, count in self.left_out)

    @property
    def of_them(self) -> str:
        """What is to be known of some of the exported events; nothing when there is nothing."""
        told = ((self.undated, "without a date"), (self.corrected, "corrected or marked by hand"))
        return ", ".join(f"{count:,} {what}" for count, what in told if count)

    @property
    def sentence(self) -> str:
        """The statement on one line."""
        filters = "; ".join(self.filters) or "none"
        left_out = ", ".join(f"{count:,} {reason}" for reason, count in self.left_out) or "none"
        beside = f" ({self.of_them})" if self.of_them else ""
        return f"{self.exported:,} of {self.total:,} events{beside}; filters: {filters}; left out: {left_out}"

    @property
    def record(self) -> dict[str, object]:
        """The statement as a JSON object."""
        return {
            "exported": self.exported,
            "undated": self.undated,
            "corrected": self.corrected,
            "total": self.total,
            "filters": list(self.filters),
            "left_out": dict(self.left_out),
        }
