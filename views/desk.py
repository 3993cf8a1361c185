"""What the page can have done to the store: functions handed in by the entry point, since the stages lie beyond."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.calendar.interval import Interval
from pipeline.model import Issue
from pipeline.moves import Supposition
from pipeline.store.place import is_remote


class ReadIn(Protocol):
    """Reads files into the store at a path, tells how far it is, and returns what was odd."""

    def __call__(self, files: Sequence[Path], root: Path, progress: Callable[[int], object] = ...) -> Sequence[Issue]:
        """`progress` is told after each batch how many files it held."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The store and what can be done to it; the stages behind are loaded when one is first asked for."""

    root: Path
    ingest: ReadIn
    """Reads files into the store."""
    reread: Callable[[Path, Collection[str]], Sequence[Issue]]
    """Reads documents of the store again, with the corrections in force."""
    suppose: Callable[[Path, str, Interval], Supposition]
    """What would change if a document had been published on other days."""
    prepare: Callable[[Path, str], None]
    """Does beforehand what `suppose` needs of a document whatever the date."""
    remove: Callable[[Path, Collection[str]], int]
    """Takes documents out of the store."""

    @property
    def writable(self) -> bool:
        """Whether the store can be written from here or, where there is none yet, made."""
        there = next((folder for folder in (self.root, *self.root.parents) if folder.exists()), None)
        return there is not None and not is_remote(self.root) and os.access(there, os.W_OK)
