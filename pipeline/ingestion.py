"""Files to tables: batches go through the flow, in one process or several, and land in the store one batch a commit.

Batches land in the order of the files whatever the number of workers, so the tables come out the same.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import coreference, flow, readers, store, versions
from pipeline.flow import Reading
from pipeline.model import Document, Event, EventMention, Issue
from pipeline.readers import Given
from pipeline.readers.source import printable
from pipeline.settings.store import INGEST_BATCH
from pipeline.store import Batch, Correction, Landed
from pipeline.versions import Superseded

Progress = Callable[[int], object]
"""Told after each batch how many files it held."""


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


def ingest(order: Order, *, root: Path, progress: Progress) -> Report:
    """Read the files, land them batch by batch, then rebuild the event table.

    Raises:
        StoreError: when the store cannot be made or written; the batches that landed stay.
    """
    store.create(root)
    landed, issues, words = Landed(), list[Issue](), 0
    again = frozenset(printable(path) for path in order.files)
    known = {key: source for key, source in store.texts(root).items() if not _lies_in(source, again)}
    for size, whole in _batches(order, store.in_force(store.corrections(root))):
        batch = _without_copies(whole, known)
        landed = _sum(landed, store.append(root, batch))
        landed = replace(landed, copies=landed.copies + len(whole.documents) - len(batch.documents))
        issues += batch.issues
        words += sum(len(document.text.split()) for document in batch.documents)
        progress(size)
    old = list[Superseded]()

    def told(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
        old[:] = versions.superseded(documents)
        return _events(documents, mentions, old)

    events = store.rebuild(root, told)
    return Report(landed, (*issues, *_earlier(old, again)), events, words)


def _earlier(old: Sequence[Superseded], files: frozenset[str]) -> Iterator[Issue]:
    """For each pair of versions of which one was just read: which is in use."""
    for each in old:
        if _lies_in(each.document.source_uri, files) or _lies_in(each.newest.source_uri, files):
            where = each.document.source_uri
            message = f"{where}: an earlier version of {each.newest.source_uri}, kept and not in use: {each.because}"
            yield Issue(where, "ingestion", "warning", message)


def _lies_in(source_uri: str, files: frozenset[str]) -> bool:
    """Whether a document is one of `files`, or an article within one: `news.zip#a.html` lies in `news.zip`."""
    parts = source_uri.split("#")
    return any("#".join(parts[:cut]) in files for cut in range(1, len(parts) + 1))


def _without_copies(batch: Batch, known: dict[tuple[str, str | None], str]) -> Batch:
    """The batch less the documents whose text the same outlet has brought before; `known` learns the others.

    The same text from another outlet stays: that others carry it is news too, and it counts as one origin later.
    """
    kept, copies = list[Document](), list[Issue]()
    for document in batch.documents:
        first = known.setdefault((readers.text_hash(document), document.outlet), document.source_uri)
        if first == document.source_uri:
            kept.append(document)
        else:
            message = f"{document.source_uri}: same text as {first}, which is kept; this copy is left out"
            copies.append(Issue(document.source_uri, "ingestion", "warning", message))
    ids = {document.doc_id for document in kept}
    return Batch(
        documents=kept,
        timexes=[timex for timex in batch.timexes if timex.doc_id in ids],
        mentions=[mention for mention in batch.mentions if mention.doc_id in ids],
        issues=[*batch.issues, *copies],
    )


def read_batch(files: Sequence[Path], given: Given, today: dt.date | None, fixes: Sequence[Correction] = ()) -> Batch:
    """One batch of files through all stages that look at one document; pure but for reading the files.

    `fixes` are the corrections in force: those of an outlet or publication date are said before the stages read.
    """
    read = list(flow.read(files, given=given))
    documents = [store.corrected(x, fixes) for x in read if isinstance(x, Document)]
    found = list(flow.analyse(documents, today=today))
    readings = [x for x in found if isinstance(x, Reading)]
    issues = [x for x in [*read, *found] if isinstance(x, Issue)]
    return Batch(
        documents=[r.document for r in readings],
        timexes=[timex for r in readings for timex in r.timexes],
        mentions=[mention for r in readings for mention in r.mentions],
        issues=[*issues, *(remark for r in readings for remark in remarks(r.document))],
    )


def remarks(document: Document) -> tuple[Issue, ...]:
    """What is odd about an article that was read all the same."""
    return (*readers.remarks(document), *store.remarks(document))


def _batches(order: Order, fixes: Sequence[Correction]) -> Iterator[tuple[int, Batch]]:
    size = int(INGEST_BATCH.number)
    groups = [order.files[start : start + size] for start in range(0, len(order.files), size)]
    if order.workers == 1 or len(groups) == 1:
        yield from ((len(group), read_batch(group, order.given, order.today, fixes)) for group in groups)
        return
    # Fresh processes: a forked copy of a process with threads (Arrow, BLAS) can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(order.workers, mp_context=context) as pool:
        waiting: deque[tuple[int, Future[Batch]]] = deque()
        for group in groups:
            waiting.append((len(group), pool.submit(read_batch, group, order.given, order.today, fixes)))
            # A bounded queue keeps memory flat however many files there are.
            if len(waiting) > 2 * order.workers:
                size, first = waiting.popleft()
                yield size, first.result()
        yield from ((size, future.result()) for size, future in waiting)


def _sum(one: Landed, other: Landed) -> Landed:
    return Landed(
        one.added + other.added,
        one.replaced + other.replaced,
        one.unchanged + other.unchanged,
        one.copies + other.copies,
    )


def cluster(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
    """Mentions to events, as the store asks for it."""
    return _events(documents, mentions, versions.superseded(documents))


def _events(
    documents: Sequence[Document], mentions: Sequence[EventMention], old: Sequence[Superseded]
) -> Sequence[Event]:
    gone = {each.document.doc_id for each in old}
    current = [document for document in documents if document.doc_id not in gone]
    return coreference.cluster(current, [mention for mention in mentions if mention.doc_id not in gone]).events
