"""Files to tables: groups of files go through the flow, in one process or several, and land in their order.

Whatever the number of workers, and however often a run was stopped on the way, the tables come out the same. Files that
were read before, by this program and with the same words from the user, are passed over without being read again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import batches, copies, coreference, fingerprint, store, unchanged, versions
from pipeline.batches import How
from pipeline.copies import Held, Kept
from pipeline.model import Document, Event, EventMention, Issue
from pipeline.readers import Given
from pipeline.readers.source import printable
from pipeline.settings.store import INGEST_BATCH, LANDING_MOST, LANDING_SHARE
from pipeline.store import Batch, Landed
from pipeline.unchanged import Group
from pipeline.versions import Superseded

Progress = Callable[[int], object]
"""Told how many files are done with, whenever some have landed or were passed over."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to read, and what the user said about all of it."""

    files: tuple[Path, ...]
    given: Given = field(default_factory=Given)
    today: dt.date | None = None
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it: documents by fate, events in the store now, and everything that was odd."""

    landed: Landed
    issues: tuple[Issue, ...]
    events: int
    words: int
    files: int = 0
    """Files done with; less than were asked for when the run was stopped."""
    stopped: bool = False

    def __add__(self, later: Report) -> Report:
        """Both as one; the events are those of the later."""
        return Report(
            self.landed + later.landed,
            (*self.issues, *later.issues),
            later.events,
            self.words + later.words,
            self.files + later.files,
        )


def ingest(order: Order, *, root: Path, progress: Progress) -> Report:
    """Read the files, land them batch by batch, then rebuild the event table.

    An interruption from the keyboard ends the run between two batches: what has landed stays, and the report says so.

    Raises:
        StoreError: when the store cannot be made or written; the batches that landed stay.
    """
    store.create(root)
    report = Report(Landed(), (), 0, 0)
    try:
        for size, step in _landings(order, root):
            report += step
            progress(size)
    except KeyboardInterrupt:
        return replace(report, events=store.status(root).events, stopped=True)
    old = list[Superseded]()

    def told(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
        old[:] = versions.superseded(documents)
        return _events(documents, mentions, old)

    events = store.rebuild(root, told, by=fingerprint.program())
    earlier = _earlier(old, frozenset(printable(path) for path in order.files))
    return replace(report, events=events, issues=(*report.issues, *earlier))


def _earlier(old: Sequence[Superseded], files: frozenset[str]) -> Iterator[Issue]:
    """For each pair of versions of which one is of these files: which is in use."""
    for each in old:
        if copies.file_of(each.document.source_uri, files) or copies.file_of(each.newest.source_uri, files):
            yield versions.issue(each, "it is kept but not used")


def _landings(order: Order, root: Path) -> Iterator[tuple[int, Report]]:
    """Reads and lands; after each landing, how many files it was about and what came of them."""
    how = How(order.given, order.today, store.in_force(store.corrections(root)))
    held, kept = copies.held_texts(root, order.files)
    waiting: list[tuple[Group, Batch]] = []
    landed = 0
    for group, read in _read(order, how, root, {file: len(texts) for file, texts in held.items()}):
        batch = _settled(group, read, held, kept, how)
        waiting.append((group, batch))
        ready = sum(len(each.documents) for _, each in waiting)
        if ready >= min(LANDING_MOST.number, max(INGEST_BATCH.number, landed * LANDING_SHARE.number)):
            yield _land(root, waiting, held)
            landed, waiting = landed + ready, []
    if waiting:
        yield _land(root, waiting, held)


def _read(order: Order, how: How, root: Path, counts: Mapping[str, int]) -> Iterator[tuple[Group, Batch]]:
    """Each group with what was read of it, in the order of the files."""
    marks, words = store.marks(root), unchanged.words(how)
    size = int(INGEST_BATCH.number)
    ahead: list[Group] = []

    def to_read() -> Iterator[Sequence[Path]]:
        for start in range(0, len(order.files), size):
            ahead.append(unchanged.group(order.files[start : start + size], words, marks, counts))
            yield ahead[-1].todo

    workers = order.workers if len(order.files) > size else 1
    for read in batches.read_groups(to_read(), how, workers=workers):
        group = ahead.pop(0)
        told = [issue for path in group.passed for issue in marks[printable(path)].issues]
        yield group, replace(read, issues=[*read.issues, *told])


def _settled(group: Group, read: Batch, held: Mapping[str, list[Held]], kept: Kept, how: How) -> Batch:
    """The batch less its copies. The files have their say in their order, whether read now or before."""
    places = {printable(path): place for place, path in enumerate(group.files)}
    passed = {path: held.get(printable(path), ()) for path in group.passed}
    claims = [(places[printable(path)], *each) for path, texts in passed.items() for each in texts]
    names = frozenset(places)
    for document in read.documents:
        place = places.get(copies.file_of(document.source_uri, names) or "", len(places))
        claims.append((place, *copies.claimed_by(document)))
    for _, text, holder in sorted(claims, key=lambda claim: claim[0]):
        kept.claim(text, holder)
    # Who lost a text is to say so; who took one over may have been written over by the one that had it.
    again = [path for path, texts in passed.items() if any(kept.has_moved(text, holder) for text, holder in texts)]
    if again:
        read = batches.merged([read, batches.read_batch(again, how)])
    return copies.without_copies(read, kept)


def _land(root: Path, waiting: Sequence[tuple[Group, Batch]], held: Mapping[str, list[Held]]) -> tuple[int, Report]:
    """Land what was read of some groups, and then mark their files as read."""
    batch = batches.merged([each for _, each in waiting])
    landed = store.append(root, batch)
    store.note(root, {file: mark for group, read in waiting for file, mark in unchanged.marks(group, read).items()})
    landed += Landed(
        unchanged=sum(len(held.get(printable(path), ())) for group, _ in waiting for path in group.passed),
        copies=sum(issue.stage == copies.STAGE for issue in batch.issues),
    )
    words = sum(len(document.text.split()) for document in batch.documents)
    files = sum(len(group.files) for group, _ in waiting)
    return files, Report(landed, tuple(batch.issues), 0, words, files)


def cluster(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
    """Mentions to events, as the store asks for it."""
    return _events(documents, mentions, versions.superseded(documents))


def _events(
    documents: Sequence[Document], mentions: Sequence[EventMention], old: Sequence[Superseded]
) -> Sequence[Event]:
    gone = {each.document.doc_id for each in old}
    current = [document for document in documents if document.doc_id not in gone]
    return coreference.cluster(current, [mention for mention in mentions if mention.doc_id not in gone]).events
