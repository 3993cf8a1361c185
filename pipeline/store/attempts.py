"""Work on a store that others may write meanwhile: a lost race is run again, a failure told as a StoreError."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
from deltalake.exceptions import CommitFailedError, DeltaError

from pipeline.settings.store import STORE_ATTEMPTS
from pipeline.store.place import StoreError

T = TypeVar("T")

_SYSTEM = re.compile(r"\(os error (\d+)\)")
"""How Delta Lake cites an error of the system by its number."""
_FULL = {errno.ENOSPC, errno.EDQUOT}

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""What Delta Lake colours its messages with."""


def again(root: Path, work: Callable[[], T]) -> T:
    """Run `work`, which opens its own handle, again whenever another writer committed in between.

    Raises:
        StoreError: when the others win every time, or the store cannot be written.
    """
    attempts = int(STORE_ATTEMPTS.number)
    for attempt in range(attempts):
        try:
            with failures(root):
                return work()
        except CommitFailedError:
            # Waits of random length part writers that collided; the length never reaches the data.
            time.sleep(random.uniform(0, 0.02 * 2 ** min(attempt, 6)))  # noqa: S311
    raise StoreError(
        f"{root}: other programs kept writing to the store during {attempts} attempts; run the command again"
    )


@contextlib.contextmanager
def failures(where: Path) -> Iterator[None]:
    """Turn what the disk and Delta Lake raise into a StoreError; a lost race stays a CommitFailedError."""
    try:
        yield
    except CommitFailedError:
        raise
    except (DeltaError, OSError, pa.ArrowInvalid) as error:
        raise StoreError(f"{where}: {_told(error)}") from error


def _told(error: Exception) -> str:
    """What went wrong, and the way out. Delta Lake wraps what the system said in words of its own."""
    said = " ".join(_COLOURS.sub("", str(error)).split())
    found = _SYSTEM.search(said)
    code = int(found[1]) if found else getattr(error, "errno", None)
    if code in _FULL:
        return "the disk is full; make room on it and run the command again"
    return (
        f"the store cannot be read or written here ({os.strerror(code) if code else said}); check the path and its "
        "permissions, run `check` to test the store, or choose another with --store"
    )
