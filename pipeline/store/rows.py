"""Records to table rows and back. A row is a plain dictionary whose keys are the columns of data/schema."""

from __future__ import annotations

import dataclasses
import json

from pipeline.model import (
    Block,
    Document,
    Event,
    EventMention,
    Inheritance,
    Issue,
    Span,
    TemporalExpression,
)
from pipeline.readers import fingerprint, text_hash
from pipeline.store import cells
from pipeline.store.cells import TableRow

_DOCUMENT = (
    "doc_id name source_uri outlet title url author language published_basis published_reliability modified crawled "
    "agency digest_of text"
)


def document_row(document: Document) -> TableRow:
    """The row of one document; `words` counts the runs of characters between white space."""
    start, end = cells.dates(document.published)
    return cells.plain(document, _DOCUMENT) | {
        "published_start": start,
        "published_end": end,
        "published_trace": cells.trace_json(document.published_trace),
        "blocks": cells.as_json([{"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in document.blocks]),
        "words": len(document.text.split()),
        "text_hash": text_hash(document),
        "fingerprint": document.fingerprint or fingerprint(document.text),
    }


def document(row: TableRow) -> Document:
    """The document of a row."""
    blocks = (Block(b["kind"], Span(b["start"], b["end"])) for b in json.loads(row["blocks"]))
    return Document(
        **cells.take(row, _DOCUMENT) | {"published_reliability": row["published_reliability"] or "unknown"},
        fingerprint=row["fingerprint"],
        blocks=tuple(blocks),
        published=cells.interval(row["published_start"], row["published_end"]),
        published_trace=cells.trace(row["published_trace"]),
    )


_TIMEX = "timex_id doc_id text type value mod local_value anchor edtf granularity rule_id block sensitivity"


def timex_row(timex: TemporalExpression) -> TableRow:
    """The row of one temporal expression."""
    start, end = cells.dates(timex.interval)
    return cells.plain(timex, _TIMEX) | {
        "start": timex.span.start,
        "end": timex.span.end,
        "date_start": start,
        "date_end": end,
        "trace": cells.trace_json(timex.trace),
    }


def timex(row: TableRow) -> TemporalExpression:
    """The temporal expression of a row."""
    return TemporalExpression(
        **cells.take(row, _TIMEX),
        span=Span(row["start"], row["end"]),
        interval=cells.interval(row["date_start"], row["date_end"]),
        trace=cells.trace(row["trace"]),
    )


_MENTION = (
    "mention_id doc_id lemma title event_type mode timex_id dating edtf granularity claimant factuality certainty "
    "polarity tense importance on_timeline lacks_only_date block"
)
_MENTION_LISTS = "actors recipients locations claim_chain"


def mention_row(mention: EventMention) -> TableRow:
    """The row of one mention."""
    start, end = cells.dates(mention.interval)
    timex_start, timex_end = cells.ends(mention.timex_span)
    claim_start, claim_end = cells.ends(mention.claim_span)
    return (
        cells.plain(mention, _MENTION)
        | cells.lists(mention, _MENTION_LISTS)
        | {
            "passage_start": mention.passage.start,
            "passage_end": mention.passage.end,
            "trigger_start": mention.trigger.start,
            "trigger_end": mention.trigger.end,
            "date_start": start,
            "date_end": end,
            "timex_start": timex_start,
            "timex_end": timex_end,
            "actor_spans": cells.as_json([[s.start, s.end] for s in mention.actor_spans]),
            "claim_start": claim_start,
            "claim_end": claim_end,
            "trace": cells.trace_json(mention.trace),
        }
    )


def mention(row: TableRow) -> EventMention:
    """The mention of a row."""
    return EventMention(
        **cells.take(row, _MENTION),
        **cells.tuples(row, _MENTION_LISTS),
        passage=Span(row["passage_start"], row["passage_end"]),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        interval=cells.interval(row["date_start"], row["date_end"]),
        timex_span=cells.span(row["timex_start"], row["timex_end"]),
        claim_span=cells.span(row["claim_start"], row["claim_end"]),
        actor_spans=tuple(Span(start, end) for start, end in json.loads(row["actor_spans"])),
        trace=cells.trace(row["trace"]),
    )


_EVENT = (
    "event_id title event_type mode edtf granularity dating agreement factuality importance on_timeline "
    "lacks_only_date origins"
)
_EVENT_LISTS = "mention_ids doc_ids actors recipients locations claimants outlets"


def uncorrected() -> TableRow:
    """The cells of an event that nobody has corrected or marked."""
    return {"starred": False, "hidden": False, "tags": [], "note": None, "corrections": "[]"}


def event_row(event: Event) -> TableRow:
    """The row of one event."""
    start, end = cells.dates(event.interval)
    return (
        cells.plain(event, _EVENT)
        | cells.lists(event, _EVENT_LISTS)
        | {
            "date_start": start,
            "date_end": end,
            "candidates": cells.as_json([cells.candidate_cells(c) for c in event.candidates]),
            "trace": cells.trace_json(event.trace),
            "inherited": cells.as_json([dataclasses.asdict(i) for i in event.inherited]),
        }
        | uncorrected()
    )


def event(row: TableRow) -> Event:
    """The event of a row."""
    return Event(
        **cells.take(row, _EVENT),
        **cells.tuples(row, _EVENT_LISTS),
        interval=cells.interval(row["date_start"], row["date_end"]),
        candidates=tuple(cells.candidate(one) for one in json.loads(row["candidates"])),
        trace=cells.trace(row["trace"]),
        inherited=tuple(Inheritance(**one) for one in json.loads(row["inherited"])),
    )


def issue_row(issue: Issue) -> TableRow:
    """The row of one issue."""
    return cells.plain(issue, "source_uri stage severity message")


def issue(row: TableRow) -> Issue:
    """The issue of a row."""
    return Issue(**cells.take(row, "source_uri stage severity message"))
