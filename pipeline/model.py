"""The frozen records that stages add to a document. Spans are half-open, in Unicode code points of `Document.text`.

Records flow one way: Document -> Sentence -> LocalExpression -> TemporalExpression -> EventMention -> Event.
Terms are those of TimeML (temporal expressions) and PLOVER (events); see docs/terms.md.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.span import Span as Span, holding
from pipeline.vocabulary import (
    ARTICLE_BLOCKS as ARTICLE_BLOCKS,
    Agreement as Agreement,
    BlockKind as BlockKind,
    Certainty as Certainty,
    Dating as Dating,
    Factuality as Factuality,
    Granularity as Granularity,
    Polarity as Polarity,
    PublishedBasis as PublishedBasis,
    Reliability as Reliability,
    Severity as Severity,
    Tense as Tense,
    TimexType as TimexType,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in plain English: which stage, what it chose, and why. Shown to readers under "Why this date?"."""

    stage: str
    choice: str
    because: str


Trace = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that is one kind of thing; blocks are ordered, do not overlap, and cut nothing out."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `name` is the file name without its last extension (the interface's "doc")."""

    doc_id: str
    name: str
    source_uri: str
    text: str
    blocks: tuple[Block, ...]
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published: Interval | None = None
    published_basis: PublishedBasis = "unknown"
    published_trace: Trace = ()
    published_reliability: Reliability = "unknown"
    modified: dt.date | None = None
    crawled: dt.date | None = None
    agency: str | None = None
    """The news agency whose report it carries."""
    fingerprint: str = ""
    digest_of: str | None = None
    """For a brief that digests a public report: what it digests, shown on screen as such."""

    def block_at(self, offset: int) -> BlockKind:
        """The kind of block that holds `offset`; "body" between blocks."""
        block = holding(self.blocks, offset, of=lambda block: block.span)
        return "body" if block is None else block.kind


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed sentence. `head` indexes the sentence's tokens; the root is its own head."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    """Named-entity label of the token, "" for none (spaCy's scheme, or the gazetteer's kind)."""
    actor_id: str
    """Identifier in data/knowledge/actors.csv when the gazetteer knows the name, else ""."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence. `quoted_by` names the speaker when the sentence stands inside that person's quotation."""

    doc_id: str
    index: int
    span: Span
    tokens: tuple[Token, ...]
    tense: Tense
    block: BlockKind
    quoted_by: str | None = None


@dataclass(frozen=True, slots=True)
class LocalExpression:
    """What the words of a temporal expression say on their own, before any anchor is known.

    Only the fields that the words name are set: "Monday, Nov. 28" has weekday 1, month 11, day 28 and no year;
    "two weeks ago" has unit "week", amount -2; "yesterday" has unit "day", amount -1; "Victory Day" has `named_day`.
    """

    span: Span
    text: str
    type: TimexType
    block: BlockKind
    rule_id: str
    operator: str
    local_value: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """ISO weekday, Monday 1 to Sunday 7."""
    unit: str | None = None
    amount: float | None = None
    """Signed: before the anchor is negative."""
    named_day: str | None = None
    mod: str | None = None
    tense: Tense = "none"
    """Tense of the verb the expression goes with, where the rule asked for it."""
    part: str | None = None
    """Season, quarter or half as TIMEX3 writes it: SU, Q3, H1."""
    clock: str | None = None
    """Time of day as TIMEX3 writes it: T20:00, TEV."""
    relative_to: str | None = None
    """What it counts from: "published", "previous" (an expression before it) or "event"; None when it stands alone."""
    last: str | None = None
    """Local value of the last day or year of a span such as "May 3-7"."""
    side: str | None = None
    """"earlier" or "later" within its period: "earlier this month"."""
    definite: bool = False
    """Whether the words point at a period already spoken of: "the quarter"."""
    main_line: bool = True
    """Whether it stands in the main line of the text, not inside reported speech or thought."""
    range_with: Span | None = None
    """The other end, where two expressions bound one range: "from Monday to Wednesday"."""
    note: str | None = None
    """Why it cannot be resolved, or what is odd about it: "February has no day 30"."""


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """A temporal expression with its TIMEX3 value and the days it names (None where it names none)."""

    timex_id: str
    doc_id: str
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None
    local_value: str
    anchor: str | None
    """What it was resolved against: "published", the id of another expression or event, or None."""
    interval: Interval | None
    edtf: str | None
    granularity: Granularity
    rule_id: str
    block: BlockKind
    trace: Trace
    range: Interval | None = None
    """The whole range, where the expression is one end of it: "from Monday to Wednesday"."""
    sensitivity: str | None = None
    """How it moves when the publication date moves: None (fixed), else "moves by whole days", "by years", ..."""


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


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd about an input that was skipped or read only in part; counted and shown, never silent."""

    source_uri: str
    stage: str
    severity: Severity
    message: str
    """What is wrong and what to do about it, in one line."""
