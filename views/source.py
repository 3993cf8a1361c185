"""Opens the store for the page, once for each version of it; every session shares what is in memory."""

from __future__ import annotations

import contextlib
import functools
import os
import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from pipeline import store, words
from pipeline.store import NothingYetError, StoreError, place
from views import kept, startup
from views.queries import deriving
from views.queries.catalogue import SOURCES, Catalogue, open_catalogue
from views.queries.selection import select
from views.state import ViewState

Logs = tuple[int, ...]
SETTLED = 100_000_000
"""Nanoseconds after which a log's time of change can be relied on; disks count in steps of up to some milliseconds."""

AS_OF = "TIMELINE_AS_OF"
"""Environment variable: the version of the store to show; `python -m pipeline history` lists them."""


def as_of() -> int | None:
    """The version of the store that this server was asked to show; None for the newest.

    Raises:
        StoreError: when what was asked for is no number.
    """
    asked = os.environ.get(AS_OF, "").strip()
    if not asked:
        return None
    if not asked.isdecimal():
        raise StoreError(f"{AS_OF}={asked} is not a version of the store; `python -m pipeline history` lists them")
    return int(asked)


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A catalogue, and what the reader has to know about the store behind it."""

    catalogue: Catalogue
    notices: tuple[str, ...] = ()
    version: str = ""
    logs: Logs = field(default=(), repr=False)
    """When the store's logs had last changed when it was opened."""


_one_at_a_time = threading.Lock()
_opened: dict[tuple[str, int | None], Opened] = {}
"""The newest catalogue of each store and version. When the store can no longer be read, it is shown on, and says so."""


def current() -> Opened:
    """The store as it is now (or as of the version asked for) or, with a notice, as it was when it could last be read.

    Raises:
        StoreError: with the path and the remedy, when it cannot be read and never could.
        NothingYetError: when there is no store yet, or its last article was removed.
    """
    root = store.root()
    key = (str(root), as_of())
    last, logs = _opened.get(key), _logs(root)
    if last and logs and last.logs == logs:
        return last
    try:
        if last and last.version == store.version(root):
            _opened[key] = last if last.logs == logs else replace(last, logs=logs)
            return _opened[key]
        with st.spinner("Opening the store …"), _one_at_a_time:
            return _read(root, key)
    except StoreError as problem:
        if last is None or _emptied(problem, root):
            raise
        return Opened(last.catalogue, (f"{problem}. The page shows what was read before.",))


def _emptied(problem: StoreError, root: Path) -> bool:
    """Whether the store is sound and its last article was removed: then what was read before is no longer shown."""
    return isinstance(problem, NothingYetError) and place.exists(root)


def warm() -> None:
    """Opens the store before anybody asks for it, aside from what the server does meanwhile."""

    def opened() -> None:
        # What is wrong with the store is for the page to say.
        with contextlib.suppress(StoreError), _one_at_a_time:
            root = store.root()
            _read(root, (str(root), as_of()))

    threading.Thread(target=opened, name="warm", daemon=True).start()


def _read(root: Path, key: tuple[str, int | None]) -> Opened:
    logs, version = _logs(root), store.version(root)
    if key not in _opened or _opened[key].version != version:
        _opened[key] = Opened(_catalogue(root, key[1]), _notices(root, key[1]), version=version, logs=logs)
    return _opened[key]


def _notices(root: Path, asked: int | None) -> tuple[str, ...]:
    """What the newest version of the store does not show yet."""
    waiting = store.waiting(root) if asked is None else 0
    if not waiting:
        return ()
    return (
        f"{words.count(waiting, 'article')} not on the timeline yet: the program that reads them is still running, or "
        "was interrupted. To finish, run  python -m pipeline ingest FOLDER",
    )


def _logs(root: Path) -> Logs:
    """When each log of a store on this machine last got an entry: a look that costs nothing. Nothing where that fails.

    Nor while one has only just got an entry: another that lands within the same tick of the disk's clock is not seen.
    """
    stamp, *logs, corrections = _looked_at(root)
    try:
        stamp.stat()
        changed = [log.stat().st_mtime_ns for log in logs]
        with contextlib.suppress(FileNotFoundError):  # made with the first correction
            changed.append(corrections.stat().st_mtime_ns)
    except (OSError, ValueError):
        return ()
    return tuple(changed) if time.time_ns() - max(changed) > SETTLED else ()


@functools.cache
def _looked_at(root: Path) -> tuple[Path, ...]:
    """The store's stamp and its logs. Joined once: each run of each reader looks several times."""
    logs = (root / table / "_delta_log" for table in ("events", "issues", "corrections"))
    return (root / "store.json", *logs)


def _catalogue(root: Path, asked: int | None) -> Catalogue:
    key = kept.key(root) if asked is None else None
    found = kept.load(root, key) if key else None
    if found is None:
        found = _worked_out(root, asked)
        if key and key == kept.key(root):
            # Aside: the first page need not wait for it.
            threading.Thread(target=kept.keep, args=(root, key, found), name="keep", daemon=True).start()
    catalogue = replace(open_catalogue(found.tables, found.tables), corrections=found.corrections)
    select(catalogue, ViewState())
    startup.settle()
    return catalogue


def _worked_out(root: Path, asked: int | None) -> kept.Kept:
    shown = store.load(root, as_of=asked)
    tables = {name: getattr(shown, name).combine_chunks() for name in SOURCES}
    return kept.Kept(tables | deriving.derived(tables), shown.corrections)
