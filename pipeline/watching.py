"""Tells when something changed in the folders that are watched, or when it is time to look at feeds again."""

from __future__ import annotations

import math
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from pipeline.settings.fetching import WATCH_QUIET

_LOOK = 0.5
"""Seconds between looks at whether somebody asked to end."""
_QUIET_EVENTS = frozenset({"opened", "closed_no_write"})
"""What reading a file causes: were it a change, every look would cause the next."""


class Bell(FileSystemEventHandler):
    """Rings when a file in a watched folder is made, changed or moved there."""

    def __init__(self) -> None:
        self.rung = threading.Event()
        self.ended = False
        """Set from a signal handler, which may not touch the lock of an event that the same thread may hold."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog's own thread."""
        if event.event_type not in _QUIET_EVENTS and not event.is_directory:
            self.rung.set()

    def wait(self, seconds: float | None) -> None:
        """Returns when it has rung and then been silent for a while, after so many seconds, or when it has ended."""
        left = math.inf if seconds is None else seconds
        while left > 0 and not self.ended:
            if self.rung.wait(min(left, _LOOK)):
                self.rung.clear()
                left = WATCH_QUIET.number
            else:
                left -= _LOOK


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


@contextmanager
def ending(bell: Bell) -> Iterator[None]:
    """Ctrl-C and a polite `kill` end the watch, also where Python ignores what a handler raises (in a destructor)."""

    def end(_: int, __: FrameType | None) -> None:
        bell.ended = True
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
