"""What writers write and readers expect, in processes of their own that can be killed."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from pipeline import store
from pipeline.model import Document
from pipeline.store import rows
from tests.store import made

NOBODY = 65534
WAIT = 120
"""Seconds; a process that takes longer hangs."""

# Everything that a row needs is loaded here, once, and not in each of hundreds of processes.
rows.document_row(made.document("first"))


def documents(group: str, count: int) -> list[Document]:
    return [made.document(f"{group}-{number:02}", f"{made.TEXT} {group} {number}.") for number in range(count)]


def write(root: Path, groups: Sequence[Sequence[Document]], told: Connection, *, tidy: bool = False) -> None:
    """A writer: tells each group of ids once it has landed, and a failure as its text."""
    try:
        store.create(root)
        for group in groups:
            made.land(root, *group)
            told.send([document.doc_id for document in group])
            if tidy:
                store.compact(root, made.one_event_each, keep_days=0.5)
    except store.StoreError as error:
        told.send(str(error))


def write_as_nobody(root: Path, groups: Sequence[Sequence[Document]], told: Connection) -> None:
    """A writer without the powers of root."""
    if os.geteuid() == 0:
        # The packages may lie in root's own home: what is loaded late is loaded now, by writing once elsewhere.
        with tempfile.TemporaryDirectory() as elsewhere:
            store.create(Path(elsewhere, "store"))
            made.land(Path(elsewhere, "store"), made.document("rehearsal"))
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    write(root, groups, told)


def look(root: Path, times: int, told: Connection) -> None:
    """A reader: whatever it sees is whole; it tells what was wrong, or nothing."""
    try:
        for _ in range(times):
            flaws(root)
        told.send(None)
    except Exception as error:
        told.send(f"{type(error).__name__}: {error}")


def flaws(root: Path) -> set[str]:
    """Ids of the documents that are shown.

    Raises:
        AssertionError: when one is shown without its expression, mention or event, or twice.
        StoreError: when the store cannot be read; a store without articles is no failure.
    """
    try:
        shown = store.load(root)
    except store.StoreError as error:
        if "no articles yet" in str(error) or "no store here yet" in str(error):
            return set()
        raise
    ids = sorted(shown.documents.column("doc_id").to_pylist())
    assert len(ids) == len(set(ids)), "a document is there twice"
    assert sorted(shown.timexes.column("doc_id").to_pylist()) == ids
    assert sorted(shown.mentions.column("doc_id").to_pylist()) == ids
    events = shown.events.column("event_id").to_pylist()
    assert len(events) == len(set(events)), "an event is there twice"
    assert sorted(i for row in shown.events.column("doc_ids").to_pylist() for i in row) == ids
    return set(ids)


def _context() -> ForkServerContext:
    # One clean process loads everything and is copied: a start costs milliseconds, and no copy has threads of another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.scene"])
    return context


def start(work: Callable[..., None], *arguments: object, **options: object) -> tuple[ForkServerProcess, Connection]:
    """A process at work, and the end of its pipe to listen at."""
    context = _context()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(*arguments, theirs), kwargs=options)
    process.start()
    theirs.close()
    return process, ours


def heard(pipe: Connection) -> list[object]:
    """All that a process told before it ended."""
    found: list[object] = []
    try:
        while True:
            found.append(pipe.recv())
    except (EOFError, OSError):
        return found
