"""What happened: all its mentions, over all articles."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.model.trace import Trace
from pipeline.vocabulary import Agreement, Dating, Factuality, Granularity


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several datings of an event, and the mentions that give it."""

    interval: Interval | None
    mention_ids: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inheritance:
    """A mention that has its date from the event it belongs to, not from its own words."""

    mention_id: str
    dating: Dating
    because: str


@dataclass(frozen=True, slots=True)
class Event:
    """One real event over all articles. Disagreeing dates stay side by side in `candidates`."""

    event_id: str
    mention_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]
    title: str
    event_type: str
    mode: str | None
    interval: Interval | None
    edtf: str | None
    granularity: Granularity
    dating: Dating
    agreement: Agreement
    candidates: tuple[Candidate, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    locations: tuple[str, ...]
    claimants: tuple[str, ...]
    factuality: Factuality
    outlets: tuple[str, ...]
    importance: float
    on_timeline: bool
    trace: Trace
    inherited: tuple[Inheritance, ...] = ()
    lacks_only_date: bool = False
    """Whether nothing but a date keeps it off the timeline."""
    origins: int = 1
    """How many of its articles are no copies of one another."""
