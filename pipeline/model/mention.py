"""One telling of an event, in one article."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.model.trace import Trace
from pipeline.span import Span
from pipeline.vocabulary import BlockKind, Certainty, Dating, Factuality, Granularity, Polarity, Tense


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place in one article that tells of an event."""

    mention_id: str
    doc_id: str
    passage: Span
    trigger: Span
    lemma: str
    title: str
    event_type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    locations: tuple[str, ...]
    actor_spans: tuple[Span, ...]
    timex_id: str | None
    timex_span: Span | None
    dating: Dating
    interval: Interval | None
    edtf: str | None
    granularity: Granularity
    claimant: str | None
    """Who says so; None for the article's author."""
    claim_chain: tuple[str, ...]
    claim_span: Span | None
    factuality: Factuality
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    importance: float
    on_timeline: bool
    block: BlockKind
    trace: Trace
    lacks_only_date: bool = False
    """Whether nothing but a date keeps it off the timeline: the tray of undated events shows it."""
