"""Tells when something changed in the folders that are watched, or when it is time to look at feeds again."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from pipeline.settings.fetching import WATCH_QUIET

_QUIET_EVENTS = frozenset({"opened", "closed_no_write"})
"""What reading a file causes: were it a change, every look would cause the next."""


class Bell(FileSystemEventHandler):
    """Rings when a file in a watched folder is made, changed or moved there."""

    def __init__(self) -> None:
        self.rung = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog's own thread."""
        if event.event_type not in _QUIET_EVENTS and not event.is_directory:
            self.rung.set()

    def wait(self, seconds: float | None) -> None:
        """Returns when it has rung and then been silent for a while, or after so many seconds."""
        if self.rung.wait(seconds):
            while True:
                self.rung.clear()
                if not self.rung.wait(WATCH_QUIET.number):
                    return


@contextmanager
def watched(folders: Sequence[Path]) -> Iterator[Bell]:
    """A bell for these folders and all below them; their observers end with the context."""
    bell = Bell()
    observer = Observer()
    for folder in folders:
        observer.schedule(bell, str(folder), recursive=True)
    observer.start()
    try:
        yield bell
    finally:
        observer.stop()
        observer.join()
