"""The JSON records that `python -m pipeline publication|timex|events` prints: one object a line, keys in a fixed order.

Days are ISO and inclusive, offsets are code points. This is a public interface: keys are added, never renamed.
"""

from __future__ import annotations

import json
from typing import Any

from pipeline.calendar.interval import Interval
from pipeline.model import Document, EventMention, Span, TemporalExpression, Trace

Record = dict[str, Any]


def publication_record(document: Document) -> Record:
    """One line of `publication`."""
    start, end = _days(document.published)
    return {
        "doc": document.name,
        "doc_id": document.doc_id,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "author": document.author,
        "language": document.language,
        "published_start": start,
        "published_end": end,
        "basis": document.published_basis,
        "trace": _trace(document.published_trace),
        "blocks": [{"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in document.blocks],
        "source_uri": document.source_uri,
        "reliability": document.published_reliability,
        "modified": document.modified.isoformat() if document.modified else None,
        "crawled": document.crawled.isoformat() if document.crawled else None,
        "agency": document.agency,
    }


def timex_record(document: Document, timex: TemporalExpression) -> Record:
    """One line of `timex`."""
    start, end = _days(timex.interval)
    range_start, range_end = _days(timex.range)
    return {
        "doc": document.name,
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "local_value": timex.local_value,
        "anchor": timex.anchor,
        "date_start": start,
        "date_end": end,
        "edtf": timex.edtf,
        "granularity": timex.granularity,
        "rule_id": timex.rule_id,
        "block": timex.block,
        "trace": _trace(timex.trace),
        "sensitivity": timex.sensitivity,
        "range_start": range_start,
        "range_end": range_end,
    }


def event_record(document: Document, mention: EventMention, event_id: str | None) -> Record:
    """One line of `events`; `event_id` is shared by the mentions of one real event."""
    start, end = _days(mention.interval)
    timex_start, timex_end = _ends(mention.timex_span)
    return {
        "doc": document.name,
        "mention_id": mention.mention_id,
        "event_id": event_id,
        "title": mention.title,
        "passage_start": mention.passage.start,
        "passage_end": mention.passage.end,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        "event_type": mention.event_type,
        "mode": mention.mode,
        "date_start": start,
        "date_end": end,
        "edtf": mention.edtf,
        "granularity": mention.granularity,
        "dating": mention.dating,
        "timex_start": timex_start,
        "timex_end": timex_end,
        "actors": list(mention.actors),
        "recipients": list(mention.recipients),
        "locations": list(mention.locations),
        "claimant": mention.claimant,
        "claim_chain": list(mention.claim_chain),
        "factuality": mention.factuality,
        "certainty": mention.certainty,
        "polarity": mention.polarity,
        "tense": mention.tense,
        "importance": round(mention.importance, 4),
        "on_timeline": mention.on_timeline,
        "block": mention.block,
        "trace": _trace(mention.trace),
    }


def line(record: Record) -> str:
    """The record as one line of JSON, without escapes for letters of other scripts."""
    return json.dumps(record, ensure_ascii=False)


def _days(interval: Interval | None) -> tuple[str | None, str | None]:
    return interval.iso() if interval else (None, None)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _trace(trace: Trace) -> list[dict[str, str]]:
    return [{"stage": s.stage, "choice": s.choice, "because": s.because} for s in trace]
