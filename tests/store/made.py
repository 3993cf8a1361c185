"""Hand-made records for tests of what comes after the stages. Every text here is our own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.calendar.interval import Interval, day
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
)
from pipeline.store import Batch, Landed

TEXT = 'Aleś Novik 🙂 visited Hrodna on 3 May 2021. The mayor, it\'s said, "agreed".\nIt rained.'


def id_of(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def document(name: str, text: str = TEXT, **changes: Any) -> Document:
    made = Document(
        doc_id=id_of(name, text),
        name=name,
        source_uri=f"articles/{name}'s.txt",
        text=text,
        blocks=(Block("body", Span(0, len(text))),),
        outlet="Hrodna Herald",
        title="Novik in Hrodna",
        language="en",
        published=day(dt.date(2021, 5, 4)),
        published_basis="metadata",
        published_trace=(Step("publication", "2021-05-04", "the file says so"),),
    )
    return dataclasses.replace(made, **changes)


def timex(of: Document, start: int = 33, end: int = 43, **changes: Any) -> TemporalExpression:
    made = TemporalExpression(
        timex_id=id_of(of.doc_id, start, end),
        doc_id=of.doc_id,
        span=Span(start, end),
        text=of.text[start:end],
        type="DATE",
        value="2021-05-03",
        mod=None,
        local_value="2021-05-03",
        anchor=None,
        interval=day(dt.date(2021, 5, 3)),
        edtf="2021-05-03",
        granularity="day",
        rule_id="day-month-year",
        block="body",
        trace=(Step("timex", "2021-05-03", "the words name the day"),),
    )
    return dataclasses.replace(made, **changes)


def mention(of: Document, start: int = 13, **changes: Any) -> EventMention:
    made = EventMention(
        mention_id=id_of(of.doc_id, start, changes.get("title", "")),
        doc_id=of.doc_id,
        passage=Span(0, min(44, len(of.text))),
        trigger=Span(start, start + 7),
        lemma="visit",
        title="Aleś Novik visits Hrodna",
        event_type="CONSULT",
        mode="visit",
        actors=("Aleś Novik",),
        recipients=(),
        locations=("Hrodna",),
        actor_spans=(Span(0, 10),),
        timex_id=None,
        timex_span=None,
        dating="explicit",
        interval=day(dt.date(2021, 5, 3)),
        edtf="2021-05-03",
        granularity="day",
        claimant=None,
        claim_chain=(),
        claim_span=None,
        factuality="asserted",
        certainty="certain",
        polarity="positive",
        tense="past",
        importance=0.5,
        on_timeline=True,
        block="body",
        trace=(Step("events", "visit", "the verb of the sentence"),),
    )
    return dataclasses.replace(made, **changes)


def on(year: int, month: int, day_of_month: int) -> Interval:
    return day(dt.date(year, month, day_of_month))


def one_event_each(documents: Sequence[Document], mentions: Sequence[EventMention]) -> list[Event]:
    """The simplest grouping there is: every mention is an event of its own, and a heir where it has no date."""
    names = {d.doc_id: d.outlet for d in documents}
    return [
        Event(
            event_id=id_of("event", m.mention_id),
            mention_ids=(m.mention_id,),
            doc_ids=(m.doc_id,),
            title=m.title,
            event_type=m.event_type,
            mode=m.mode,
            interval=m.interval or on(2020, 1, 1),
            edtf=m.edtf,
            granularity=m.granularity,
            dating=m.dating,
            agreement="single",
            candidates=(Candidate(m.interval, (m.mention_id,), (names[m.doc_id] or "",)),),
            actors=m.actors,
            recipients=m.recipients,
            locations=m.locations,
            claimants=(),
            factuality=m.factuality,
            outlets=(names[m.doc_id] or "",),
            importance=m.importance,
            on_timeline=m.on_timeline,
            trace=m.trace,
            inherited=() if m.interval else (Inheritance(m.mention_id, "cross-document", "another article dates it"),),
        )
        for m in mentions
    ]


def batch(*documents: Document, issues: tuple[Issue, ...] = ()) -> Batch:
    """The documents with an expression and a mention each."""
    return Batch(documents, [timex(d) for d in documents], [mention(d) for d in documents], issues)


def land(root: Path, *documents: Document) -> Landed:
    """Land the documents, and tell an event for each of their mentions."""
    landed = store.append(root, batch(*documents))
    store.rebuild(root, one_event_each)
    return landed


def names(tables: store.Tables) -> list[str]:
    """The names of the documents that are shown."""
    return sorted(tables.documents.column("name").to_pylist())


def files(root: Path) -> dict[str, bytes]:
    """Every file of a store with its content."""
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
