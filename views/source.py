"""Opens the store for the page, once for each version of it; every session shares what is in memory."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pipeline import store
from views.queries.catalogue import Catalogue, open_catalogue


def current() -> Catalogue:
    """The catalogue of the store as it is now.

    Raises:
        StoreError: with the path and the remedy, when there is none, or it cannot be read.
    """
    root = store.root()
    return _opened(str(root.resolve()), store.version(root))


@st.cache_resource(max_entries=2, show_spinner="Opening the store …")
def _opened(root: str, version: str) -> Catalogue:  # noqa: ARG001 - the version is part of the cache's key
    tables = store.load(Path(root))
    return open_catalogue(
        {
            "documents": tables.documents,
            "timexes": tables.timexes,
            "mentions": tables.mentions,
            "events": tables.events,
            "issues": tables.issues,
        }
    )
