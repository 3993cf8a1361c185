"""What a format asks of an event, and the reason given for those that cannot be held."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from pipeline import knowledge
from pipeline.export.statement import EventRow


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on an event; `missing` completes "3 events left out: 3 …"."""

    missing: str
    met: Callable[[EventRow], bool]


def has_date(event: EventRow) -> bool:
    """Whether anything is known of when it happened."""
    return event["date_start"] is not None or event["date_end"] is not None


def located(event: EventRow) -> list[knowledge.Place]:
    """The places of an event whose coordinates are known, in its own order."""
    known = _places()
    return [known[name] for name in event["locations"] if name in known]


@functools.cache
def _places() -> dict[str, knowledge.Place]:
    return {
        place.name: place
        for place in reversed(knowledge.places())
        if place.latitude is not None and place.longitude is not None
    }


DATE = Need("without a date", has_date)
PLACE = Need("without a place of known position", lambda event: bool(located(event)))
