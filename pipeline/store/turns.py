"""Whose turn it is: many may land articles at once; whoever tidies, copies or changes the shape of a store is alone.

Locks of the operating system on a file in the store: a process that is killed gives its lock back.
"""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from pipeline.store import attempts, place

FILE = ".turn"


@contextlib.contextmanager
def together(root: Path) -> Iterator[None]:
    """Hold off whoever wants to be alone while a batch lands."""
    with _locked(root, fcntl.LOCK_SH):
        yield


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait until no batch is landing, and let none land meanwhile. Readers go on: they hold no lock."""
    with _locked(root, fcntl.LOCK_EX):
        yield


@contextlib.contextmanager
def _locked(root: Path, kind: int) -> Iterator[None]:
    if place.is_remote(root):
        # An object store has no locks; there only appending is offered, which needs none.
        yield
        return
    with attempts.failures(root), (root / FILE).open("a") as file:
        fcntl.flock(file, kind)
        yield
