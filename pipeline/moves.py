"""Two tellings of the same articles side by side: which events have other days in the one than in the other. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Event


@dataclass(frozen=True, slots=True)
class Move:
    """An event before and after: `before` or `after` is None where there is none on that side."""

    before: Event | None
    after: Event | None

    @property
    def event(self) -> Event:
        """The event as it is now or, for one that only comes to be, as it would be."""
        found = self.before or self.after
        assert found  # noqa: S101 - a move has one of them
        return found

    @property
    def kind(self) -> Literal["dated", "undated", "moved", "parted", "joined"]:
        """What would happen: it gets a date, loses it, moves, splits off, or is joined to another event."""
        if self.before is None or self.after is None:
            return "parted" if self.before is None else "joined"
        if self.before.interval is None:
            return "dated"
        return "moved" if self.after.interval is not None else "undated"


@dataclass(frozen=True, slots=True)
class Supposition:
    """What another publication date would change: moves by date, and how many events stay where they are."""

    moves: tuple[Move, ...]
    unmoved: int
    """Events told in the article that would keep their date."""
    compared: int
    """Articles that were clustered for the answer."""
    whole: bool
    """Whether these were all articles of the store."""


def moves(before: Sequence[Event], after: Sequence[Event]) -> tuple[Move, ...]:
    """The events whose days differ, matched by the mentions they share, in order of time."""
    return tuple(sorted(_moves(before, after), key=_when))


def _moves(before: Sequence[Event], after: Sequence[Event]) -> Iterator[Move]:
    """Events whose days differ, matched by the mentions they share: each with the one it shares most with."""
    later, earlier = _by_mention(after), _by_mention(before)
    matched: set[str] = set()
    for event in before:
        found = _most(event, later)
        if found is None or _most(found, earlier) is not event:
            yield Move(event, None)
            continue
        matched.add(found.event_id)
        if found.interval != event.interval:
            yield Move(event, found)
    yield from (Move(None, event) for event in after if event.event_id not in matched)


def _by_mention(events: Sequence[Event]) -> dict[str, Event]:
    return {mention: event for event in events for mention in event.mention_ids}


def _most(event: Event, others: Mapping[str, Event]) -> Event | None:
    """The event of `others` that shares most mentions; of several, the first."""
    shared = [others[mention] for mention in event.mention_ids if mention in others]
    counts = Counter(other.event_id for other in shared)
    return max(shared, key=lambda other: counts[other.event_id], default=None)


def _when(move: Move) -> tuple[int, str]:
    interval = move.event.interval
    return (interval.start or interval.end or 0) if interval else 10**7, move.event.event_id
