"""What another publication date would change: one document read as if, and the events before and after side by side."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from pipeline import flow, ingestion, store
from pipeline.calendar.interval import Interval
from pipeline.flow import Reading
from pipeline.model import Document, EventMention, Issue, Step
from pipeline.moves import Supposition, moves
from pipeline.settings.store import SUPPOSE_DOCUMENTS
from pipeline.store import StoreError


def suppose(root: Path, doc_id: str, published: Interval) -> Supposition:
    """What would change if the document had been published on other days. The store stays as it is.

    Raises:
        StoreError: when the store cannot be read, or has no such document.
    """
    documents, mentions, events = store.told(root)
    chosen = next((each for each in documents if each.doc_id == doc_id), None)
    if chosen is None:
        raise StoreError(f"{root}: no article {doc_id} here any more; it may have been read anew")
    near = _near(chosen, documents)
    whole = len(near) == len(documents)
    before = events if whole else ingestion.cluster(near, _of(near, mentions))
    supposed = _supposed(chosen, published)
    others = [each for each in near if each.doc_id != doc_id]
    after = ingestion.cluster([*others, supposed.document], [*_of(others, mentions), *supposed.mentions])
    found = moves(before, after)
    told = {event.event_id for event in before if doc_id in event.doc_ids}
    gone = {move.before.event_id for move in found if move.before}
    return Supposition(found, len(told - gone), len(near), whole)


def _supposed(document: Document, published: Interval) -> Reading:
    """The document read as if it had been published then."""
    shown = "/".join(dict.fromkeys(day or ".." for day in published.iso()))
    read = store.as_read(document)
    step = Step("corrections", f"published {shown}", "supposed, not saved")
    asked = dataclasses.replace(
        read, published=published, published_basis="given", published_trace=(*read.published_trace, step)
    )
    asked = dataclasses.replace(asked, outlet=document.outlet)
    (found,) = flow.analyse([asked], today=None)
    if isinstance(found, Issue):
        raise StoreError(found.message)
    return found


def _of(documents: Sequence[Document], mentions: Sequence[EventMention]) -> list[EventMention]:
    ids = {document.doc_id for document in documents}
    return [mention for mention in mentions if mention.doc_id in ids]


def _near(chosen: Document, documents: Sequence[Document]) -> Sequence[Document]:
    """All documents or, of very many, those nearest in time of publication: events far away are not drawn in."""
    most = int(SUPPOSE_DOCUMENTS.number)
    if len(documents) <= most:
        return documents
    at = chosen.published.start if chosen.published else None
    return sorted(documents, key=lambda each: (each is not chosen, _apart(each, at), each.doc_id))[:most]


def _apart(document: Document, at: int | None) -> int:
    start = document.published.start if document.published else None
    return abs(start - at) if start is not None and at is not None else 10**7
