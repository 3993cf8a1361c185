"""A stretch of a text, in Unicode code points; see pipeline/model for the records that carry one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether some character lies in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` lies inside."""
        return self.start <= offset < self.end


def overlapping(items: Sequence[Item], span: Span, *, of: Callable[[Item], Span]) -> Sequence[Item]:
    """Those that share a character with `span`, of items in order of the text that do not overlap one another."""
    first = bisect_right(items, span.start, key=lambda item: of(item).end)
    return items[first : bisect_left(items, span.end, lo=first, key=lambda item: of(item).start)]


def holding(items: Sequence[Item], offset: int, *, of: Callable[[Item], Span]) -> Item | None:
    """The one that holds the character at `offset`, of such items."""
    at = bisect_right(items, offset, key=lambda item: of(item).start) - 1
    return items[at] if at >= 0 and of(items[at]).holds(offset) else None
