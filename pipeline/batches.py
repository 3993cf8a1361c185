"""Groups of files to batches of records, in this process or side by side in several, always in the order of the files.

A file that ends the process that reads it (memory, a fault in a library) costs itself alone: its group is read again,
each file in a process of its own, and the culprit is named.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import copies, flow, readers, store
from pipeline.flow import Reading
from pipeline.model import Document, Issue
from pipeline.readers import Given
from pipeline.readers.source import printable
from pipeline.settings.store import WORKER_BATCHES
from pipeline.store import Batch, Correction


@dataclass(frozen=True, slots=True)
class How:
    """How files are read: what the user said about all of them, and the corrections in force."""

    given: Given = field(default_factory=Given)
    today: dt.date | None = None
    fixes: Sequence[Correction] = ()


def read_batch(files: Sequence[Path], how: How) -> Batch:
    """One batch of files through all stages that look at one document; pure but for reading the files.

    Corrections of an outlet or publication date are said before the stages read.
    """
    read = list(flow.read(files, given=how.given))
    said = [store.corrected(x, how.fixes) for x in read if isinstance(x, Document)]
    documents, twins = copies.one_of_each(said)
    # How files fall into groups must not show in what is read; across articles, dates flow when events are clustered.
    found = list(flow.analyse(documents, today=how.today, together=False))
    readings = [x for x in found if isinstance(x, Reading)]
    return batch_of(readings, [*(x for x in [*read, *found] if isinstance(x, Issue)), *twins])


def batch_of(readings: Sequence[Reading], issues: Sequence[Issue]) -> Batch:
    """The readings as they are landed: the issues come first, then what is odd about articles read all the same."""
    documents = [reading.document for reading in readings]
    remarks = [remark for each in documents for remark in (*readers.remarks(each), *store.remarks(each))]
    return Batch(
        documents=documents,
        timexes=[timex for reading in readings for timex in reading.timexes],
        mentions=[mention for reading in readings for mention in reading.mentions],
        issues=[*issues, *remarks],
    )


def read_groups(groups: Iterable[Sequence[Path]], how: How, *, workers: int) -> Iterator[Batch]:
    """The batch of each group, in order; at most a few groups are in memory whatever their number."""
    if workers == 1:
        yield from (read_batch(group, how) if group else Batch([]) for group in groups)
        return
    ahead = iter(groups)
    lost: deque[Sequence[Path]] = deque()
    while True:
        try:
            yield from _side_by_side(ahead, how, workers, lost)
            return
        except BrokenProcessPool:
            # Which group ended its process is not known: all that were under way are read one file at a time.
            while lost:
                yield read_one_by_one(lost.popleft(), how)


def _side_by_side(
    groups: Iterator[Sequence[Path]], how: How, workers: int, under_way: deque[Sequence[Path]]
) -> Iterator[Batch]:
    """Batches in order. `under_way` holds the groups whose batch has not been handed on."""
    with _pool(workers) as pool:
        futures: deque[Future[Batch]] = deque()
        for group in groups:
            under_way.append(group)
            futures.append(pool.submit(read_batch, group, how) if group else _nothing())
            if len(futures) > 2 * workers:
                yield _next(futures, under_way)
        while futures:
            yield _next(futures, under_way)


def _nothing() -> Future[Batch]:
    future = Future[Batch]()
    future.set_result(Batch([]))
    return future


def _next(futures: deque[Future[Batch]], under_way: deque[Sequence[Path]]) -> Batch:
    batch = futures[0].result()
    futures.popleft()
    under_way.popleft()
    return batch


def read_one_by_one(group: Sequence[Path], how: How) -> Batch:
    """The batch of a group with a file in it that ends the process that reads it: each in a process of its own."""
    return merged([_alone(path, how) for path in group])


def _alone(path: Path, how: How) -> Batch:
    try:
        with _pool(1) as pool:
            return pool.submit(read_batch, [path], how).result()
    except BrokenProcessPool:
        where = printable(path)
        message = (
            f"{where}: reading it crashed the program (out of memory, or a bug in a library); please "
            "report it with the file"
        )
        return Batch([], issues=[Issue(where, "readers", "skipped", message)])


def merged(batches: Sequence[Batch]) -> Batch:
    """Several batches as one, without the documents whose text a later batch brings from a better place."""
    whole, emptied = list[Batch](), set[str]()
    for batch in reversed(batches):
        whole.append(_without(batch, emptied))
        emptied.update(batch.emptied)
    whole.reverse()
    return Batch(
        documents=[document for batch in whole for document in batch.documents],
        timexes=[timex for batch in whole for timex in batch.timexes],
        mentions=[mention for batch in whole for mention in batch.mentions],
        issues=[issue for batch in whole for issue in batch.issues],
        emptied=[source for batch in whole for source in batch.emptied],
    )


def _without(batch: Batch, sources: Collection[str]) -> Batch:
    gone = {document.doc_id for document in batch.documents if document.source_uri in sources}
    if not gone:
        return batch
    return replace(
        batch,
        documents=[document for document in batch.documents if document.doc_id not in gone],
        timexes=[timex for timex in batch.timexes if timex.doc_id not in gone],
        mentions=[mention for mention in batch.mentions if mention.doc_id not in gone],
    )


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Fresh processes: a forked copy of a process with threads (Arrow, BLAS) can hang. They end now and then, because
    # the parser remembers every word it has seen.
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_leave_stopping_to_the_parent,
        max_tasks_per_child=int(WORKER_BATCHES.number),
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A parent that is killed cannot end its workers: they watch it, and go with it.
    threading.Thread(target=_go_with_the_parent, daemon=True).start()


def _go_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
