"""Opens the store for the page, once for each version of it; every session shares what is in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from pipeline import store
from pipeline.store import StoreError
from views import startup
from views.queries.catalogue import Catalogue, open_catalogue
from views.queries.selection import select
from views.state import ViewState

Logs = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A catalogue, and what the reader has to know about the store behind it."""

    catalogue: Catalogue
    notices: tuple[str, ...] = ()
    logs: Logs = field(default=(), repr=False)
    """What the store's logs ended with when it was opened."""


_opened: dict[str, Opened] = {}
"""The newest catalogue of each store. When the store can no longer be read, it is shown on, and says so."""


def current() -> Opened:
    """The store as it is now or, with a notice, as it was when it could last be read.

    Raises:
        StoreError: with the path and the remedy, when it cannot be read and never could.
    """
    root = store.root()
    last, logs = _opened.get(str(root)), _logs(root)
    if last and logs and last.logs == logs:
        return last
    try:
        _opened[str(root)] = Opened(_catalogue(str(root), store.version(root)), logs=logs)
    except StoreError as problem:
        if last is None:
            raise
        return Opened(last.catalogue, (f"{problem}. Shown is what was read before.",))
    return _opened[str(root)]


def _logs(root: Path) -> Logs:
    """The newest entries in the logs of a store on this machine: a look that costs nothing. Nothing where they fail."""
    try:
        (root / "store.json").stat()
        listed = ((root / table / "_delta_log").glob("*.json") for table in ("events", "issues"))
        return tuple(max(entry.name for entry in entries) for entries in listed)
    except (OSError, ValueError):
        return ()


@st.cache_resource(max_entries=2, show_spinner="Opening the store …")
def _catalogue(root: str, version: str) -> Catalogue:  # noqa: ARG001 - the version is part of the cache's key
    tables = store.load(Path(root))
    catalogue = open_catalogue(
        {
            "documents": tables.documents,
            "timexes": tables.timexes,
            "mentions": tables.mentions,
            "events": tables.events,
            "issues": tables.issues,
        }
    )
    select(catalogue, ViewState())
    startup.settle()
    return catalogue
