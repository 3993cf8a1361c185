"""What the page says when there is nothing to show, and what it could not understand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pipeline import words
from views import filters, session
from views.queries import timeline
from views.queries.catalogue import Catalogue
from views.state import ViewState


def no_store(message: str) -> None:
    """There is no store to read, or none that this program can read."""
    with st.container(key="empty", border=True):
        st.subheader("There is nothing to show yet", anchor=False)
        with st.container(key="reason"):
            st.text(message)
        st.markdown("Read a folder of articles, then reload this page:")
        st.code("python -m pipeline ingest FOLDER", language="bash")
        st.markdown(
            "or let `make dashboard` read the starter corpus. Articles of your own: `make dashboard ARTICLES=folder`."
        )


def notices(lines: Sequence[str], *, key: str = "notices") -> None:
    """Parts of the address that name nothing here. Plain text: an address is anybody's writing."""
    with st.container(key=key):
        for line in lines:
            st.text(line)


def as_of(version: int | None) -> tuple[str, ...]:
    """That an earlier version of the store is shown, where one is."""
    if version is None:
        return ()
    return (f"This is the store as of version {version}: what came later is not shown, and nothing can be added.",)


def nothing_found(catalogue: Catalogue, view: ViewState) -> None:
    """No event passes all filters: says which one to relax, and what that would bring."""
    with st.container(key="empty", border=True):
        st.subheader("No event passes all of these filters", anchor=False)
        relaxed = [(row, timeline.found(catalogue, row.cleared(view))) for row in filters.active(view)]
        helpful = [(row, found.dated + found.undated) for row, found in relaxed if found.dated + found.undated]
        if not helpful:
            st.text("Only clearing several of them brings events back.")
        for row, events in sorted(helpful, key=lambda pair: -pair[1]):
            said = f"Without {row.label.lower()}: {words.count(events, 'event')}"
            st.button(said, key=f"relax_{row.key}", on_click=session.clear, args=(row.key,))
        st.button("Clear all filters", key="relax_all", on_click=session.clear, type="tertiary")


def only_undated(events: int) -> None:
    """Events pass the filters, but no article dates any of them."""
    with st.container(key="empty", border=True):
        st.subheader("No dated event here", anchor=False)
        st.text(f"{words.count(events, 'event')} without a date below.")
