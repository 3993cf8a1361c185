"""What another publication date would change: one document read as if, and the events before and after side by side."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import flow, ingestion, store
from pipeline.calendar.interval import Interval
from pipeline.flow import Reading
from pipeline.model import Document, Event, EventMention, Issue, Step
from pipeline.moves import Supposition, moves
from pipeline.settings.store import SUPPOSE_DOCUMENTS
from pipeline.store import StoreError


def suppose(root: Path, doc_id: str, published: Interval) -> Supposition:
    """What would change if the document had been published on other days. The store stays as it is.

    Both sides are read by the stages of now, so that nothing but the date differs, whatever program filled the store.

    Raises:
        StoreError: when the store cannot be read, or has no such document.
    """
    now = _now(root, store.version(root), doc_id)
    supposed = _read(now.chosen, published)
    found = moves(now.events, _told(now, supposed))
    own = {event.event_id for event in now.events if doc_id in event.doc_ids}
    gone = {move.before.event_id for move in found if move.before}
    return Supposition(found, len(own - gone), len(now.others) + 1, now.whole)


def prepare(root: Path, doc_id: str) -> None:
    """Does what `suppose` needs whatever the date, so that the first answer comes as fast as the next.

    Raises:
        StoreError: when the store cannot be read, or has no such document.
    """
    _now(root, store.version(root), doc_id)


@dataclass(frozen=True, slots=True)
class _Now:
    """The document as it stands, the articles near it with their mentions, and the events that all of them tell."""

    chosen: Document
    others: Sequence[Document]
    mentions: Sequence[EventMention]
    events: Sequence[Event]
    whole: bool


@functools.lru_cache(maxsize=2)
def _now(root: Path, version: str, doc_id: str) -> _Now:  # noqa: ARG001 - the version is part of the cache's key
    """Kept while somebody tries one date after another."""
    documents, mentions = store.records(store.newest(root))
    chosen = next((each for each in documents if each.doc_id == doc_id), None)
    if chosen is None:
        raise StoreError(
            f"{root}: the article {doc_id} is no longer here; it may have been read again. Reload the page"
        )
    near = _near(chosen, documents)
    others = [each for each in near if each.doc_id != doc_id]
    kept = _of(others, mentions)
    now = _Now(chosen, others, kept, (), len(near) == len(documents))
    return replace(now, events=_told(now, _read(chosen, chosen.published)))


def _told(now: _Now, reading: Reading) -> Sequence[Event]:
    return ingestion.cluster([*now.others, reading.document], [*now.mentions, *reading.mentions])


def _read(document: Document, published: Interval | None) -> Reading:
    """The document read as if it had been published then; with None, as it would be read without being told."""
    read = store.as_read(document)
    if published is not None:
        shown = "/".join(dict.fromkeys(day or ".." for day in published.iso()))
        step = Step("corrections", f"published {shown}", "supposed, not saved")
        trace = (*read.published_trace, step)
        read = replace(read, published=published, published_basis="given", published_trace=trace)
    (found,) = flow.analyse([replace(read, outlet=document.outlet)], today=None)
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
