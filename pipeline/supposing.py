"""What another publication date would change: one document read as if, and the events before and after side by side."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline import flow, ingestion, store
from pipeline.calendar.interval import Interval
from pipeline.flow import Reading
from pipeline.model import Document, Event, Issue, Step
from pipeline.settings.store import SUPPOSE_DOCUMENTS
from pipeline.store import StoreError


@dataclass(frozen=True, slots=True)
class Move:
    """An event before and after: `before` or `after` is None where there is none on that side."""

    before: Event | None
    after: Event | None

    @property
    def event(self) -> Event:
        """The event as it is now or, for one that only comes to be, as it would be."""
        found = self.before or self.after
        assert found  # noqa: S101 - a move has one of them
        return found

    @property
    def kind(self) -> Literal["dated", "undated", "moved", "parted", "joined"]:
        """What would happen: it gets a date, loses it, moves, splits off, or is joined to another event."""
        if self.before is None or self.after is None:
            return "parted" if self.before is None else "joined"
        if self.before.interval is None:
            return "dated"
        return "moved" if self.after.interval is not None else "undated"


@dataclass(frozen=True, slots=True)
class Supposition:
    """What another publication date would change: moves by date, and how many events stay where they are."""

    moves: tuple[Move, ...]
    unmoved: int
    """Events told in the article that would keep their date."""
    compared: int
    """Articles that were clustered for the answer."""
    whole: bool
    """Whether these were all articles of the store."""


def suppose(root: Path, doc_id: str, published: Interval) -> Supposition:
    """What would change if the document had been published on other days. The store stays as it is.

    Raises:
        StoreError: when the store cannot be read, or has no such document.
    """
    documents, mentions = store.records(store.newest(root))
    chosen = next((each for each in documents if each.doc_id == doc_id), None)
    if chosen is None:
        raise StoreError(f"{root}: no article {doc_id} here any more; it may have been read anew")
    near = _near(chosen, documents)
    before = ingestion.cluster(near, [m for m in mentions if m.doc_id in {d.doc_id for d in near}])
    supposed = _supposed(chosen, published)
    others = [each for each in near if each.doc_id != doc_id]
    kept = [m for m in mentions if m.doc_id in {d.doc_id for d in others}]
    after = ingestion.cluster([*others, supposed.document], [*kept, *supposed.mentions])
    moves = tuple(sorted(_moves(before, after), key=_when))
    told = {event.event_id for event in before if doc_id in event.doc_ids}
    gone = {move.before.event_id for move in moves if move.before}
    return Supposition(moves, len(told - gone), len(near), len(near) == len(documents))


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


def _moves(before: Sequence[Event], after: Sequence[Event]) -> Iterator[Move]:
    """Events whose days differ, matched by the mentions they share: each with the one it shares most with."""
    later, earlier = _by_mention(after), _by_mention(before)
    matched: set[str] = set()
    for event in before:
        found = _most(event, later)
        if found is None or _most(found, earlier) is not event:
            yield Move(event, None)
            continue
        matched.add(found.event_id)
        if found.interval != event.interval:
            yield Move(event, found)
    yield from (Move(None, event) for event in after if event.event_id not in matched)


def _by_mention(events: Sequence[Event]) -> dict[str, Event]:
    return {mention: event for event in events for mention in event.mention_ids}


def _most(event: Event, others: Mapping[str, Event]) -> Event | None:
    """The event of `others` that shares most mentions; of several, the first."""
    shared = [others[mention] for mention in event.mention_ids if mention in others]
    counts = Counter(other.event_id for other in shared)
    return max(shared, key=lambda other: counts[other.event_id], default=None)


def _when(move: Move) -> tuple[int, str]:
    interval = move.event.interval
    return (interval.start or interval.end or 0) if interval else 10**7, move.event.event_id
