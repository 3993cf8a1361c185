"""Records to table rows and back. The one place where half-open intervals become inclusive days and back.

A row is a plain dictionary whose keys are the columns of data/schema. An interval that is open on both sides says no
more than none at all, and comes back as None.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.calendar.interval import Interval, days, from_iso
from pipeline.model import (
    Block,
    Candidate,
    Document,
    Event,
    EventMention,
    Inheritance,
    Issue,
    Span,
    Step,
    TemporalExpression,
    Trace,
)
from pipeline.readers import fingerprint, text_hash

TableRow = dict[str, Any]
SHORT = 64
"""Characters; `shared` leaves longer texts alone, since they are seldom equal."""

_DOCUMENT = (
    "doc_id name source_uri outlet title url author language published_basis published_reliability modified crawled "
    "agency digest_of text"
)


def document_row(document: Document) -> TableRow:
    """The row of one document; `words` counts the runs of characters between white space."""
    start, end = _dates(document.published)
    return _plain(document, _DOCUMENT) | {
        "published_start": start,
        "published_end": end,
        "published_trace": trace_json(document.published_trace),
        "blocks": _json([{"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in document.blocks]),
        "words": len(document.text.split()),
        "text_hash": text_hash(document),
        "fingerprint": document.fingerprint or fingerprint(document.text),
    }


def document(row: TableRow) -> Document:
    """The document of a row."""
    blocks = (Block(b["kind"], Span(b["start"], b["end"])) for b in json.loads(row["blocks"]))
    return Document(
        **_take(row, _DOCUMENT) | {"published_reliability": row["published_reliability"] or "unknown"},
        fingerprint=row["fingerprint"],
        blocks=tuple(blocks),
        published=_interval(row["published_start"], row["published_end"]),
        published_trace=trace(row["published_trace"]),
    )


_TIMEX = "timex_id doc_id text type value mod local_value anchor edtf granularity rule_id block sensitivity"


def timex_row(timex: TemporalExpression) -> TableRow:
    """The row of one temporal expression."""
    start, end = _dates(timex.interval)
    return _plain(timex, _TIMEX) | {
        "start": timex.span.start,
        "end": timex.span.end,
        "date_start": start,
        "date_end": end,
        "trace": trace_json(timex.trace),
    }


def timex(row: TableRow) -> TemporalExpression:
    """The temporal expression of a row."""
    return TemporalExpression(
        **_take(row, _TIMEX),
        span=Span(row["start"], row["end"]),
        interval=_interval(row["date_start"], row["date_end"]),
        trace=trace(row["trace"]),
    )


_MENTION = (
    "mention_id doc_id lemma title event_type mode timex_id dating edtf granularity claimant factuality certainty "
    "polarity tense importance on_timeline lacks_only_date block"
)
_MENTION_LISTS = "actors recipients locations claim_chain"


def mention_row(mention: EventMention) -> TableRow:
    """The row of one mention."""
    start, end = _dates(mention.interval)
    timex_start, timex_end = _ends(mention.timex_span)
    claim_start, claim_end = _ends(mention.claim_span)
    return (
        _plain(mention, _MENTION)
        | _lists(mention, _MENTION_LISTS)
        | {
            "passage_start": mention.passage.start,
            "passage_end": mention.passage.end,
            "trigger_start": mention.trigger.start,
            "trigger_end": mention.trigger.end,
            "date_start": start,
            "date_end": end,
            "timex_start": timex_start,
            "timex_end": timex_end,
            "actor_spans": _json([[s.start, s.end] for s in mention.actor_spans]),
            "claim_start": claim_start,
            "claim_end": claim_end,
            "trace": trace_json(mention.trace),
        }
    )


def mention(row: TableRow) -> EventMention:
    """The mention of a row."""
    return EventMention(
        **_take(row, _MENTION),
        **_tuples(row, _MENTION_LISTS),
        passage=Span(row["passage_start"], row["passage_end"]),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        interval=_interval(row["date_start"], row["date_end"]),
        timex_span=_span(row["timex_start"], row["timex_end"]),
        claim_span=_span(row["claim_start"], row["claim_end"]),
        actor_spans=tuple(Span(start, end) for start, end in json.loads(row["actor_spans"])),
        trace=trace(row["trace"]),
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
    start, end = _dates(event.interval)
    return (
        _plain(event, _EVENT)
        | _lists(event, _EVENT_LISTS)
        | {
            "date_start": start,
            "date_end": end,
            "candidates": _json([_candidate_cells(c) for c in event.candidates]),
            "trace": trace_json(event.trace),
            "inherited": _json([dataclasses.asdict(i) for i in event.inherited]),
        }
        | uncorrected()
    )


def event(row: TableRow) -> Event:
    """The event of a row."""
    return Event(
        **_take(row, _EVENT),
        **_tuples(row, _EVENT_LISTS),
        interval=_interval(row["date_start"], row["date_end"]),
        candidates=tuple(_candidate(cells) for cells in json.loads(row["candidates"])),
        trace=trace(row["trace"]),
        inherited=tuple(Inheritance(**cells) for cells in json.loads(row["inherited"])),
    )


def issue_row(issue: Issue) -> TableRow:
    """The row of one issue."""
    return _plain(issue, "source_uri stage severity message")


def issue(row: TableRow) -> Issue:
    """The issue of a row."""
    return Issue(**_take(row, "source_uri stage severity message"))


def shared(row: TableRow, known: dict[str, str]) -> TableRow:
    """The row with equal short texts as one object each: names and labels come back in every row."""

    def one(cell: object) -> object:
        if isinstance(cell, str):
            return known.setdefault(cell, cell) if len(cell) < SHORT else cell
        return [one(part) for part in cell] if isinstance(cell, list) else cell

    return {name: one(cell) for name, cell in row.items()}


def trace_json(steps: Trace) -> str:
    """A trace as the text of its json column."""
    return _json([dataclasses.asdict(step) for step in steps])


def trace(cell: str) -> Trace:
    """The trace that a json column holds."""
    return tuple(Step(**step) for step in json.loads(cell))


def _candidate_cells(candidate: Candidate) -> TableRow:
    start, end = candidate.interval.iso() if candidate.interval else (None, None)
    ids, outlets = list(candidate.mention_ids), list(candidate.outlets)
    return {"date_start": start, "date_end": end, "mention_ids": ids, "outlets": outlets}


def _candidate(cells: TableRow) -> Candidate:
    interval = from_iso(cells["date_start"], cells["date_end"])
    return Candidate(interval, tuple(cells["mention_ids"]), tuple(cells["outlets"]))


def _plain(record: object, names: str) -> TableRow:
    return {name: getattr(record, name) for name in names.split()}


def _lists(record: object, names: str) -> TableRow:
    return {name: list(getattr(record, name)) for name in names.split()}


def _take(row: TableRow, names: str) -> dict[str, Any]:
    return {name: row[name] for name in names.split()}


def _tuples(row: TableRow, names: str) -> dict[str, Any]:
    return {name: tuple(row[name]) for name in names.split()}


def _dates(interval: Interval | None) -> tuple[dt.date | None, dt.date | None]:
    return (interval.first_day, interval.last_day) if interval else (None, None)


def _interval(first: dt.date | None, last: dt.date | None) -> Interval | None:
    return None if first is None and last is None else days(first, last)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _json(value: Sequence[object] | Iterable[object]) -> str:
    return json.dumps(value, ensure_ascii=False)
