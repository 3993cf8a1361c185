"""What the page says when there is nothing to show, and what it could not understand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from pipeline import words
from views import filters, session
from views.narrowing import Chip
from views.panels import background
from views.queries import apart, timeline
from views.queries.catalogue import Catalogue
from views.state import ViewState

MOST = 8
"""Most ways out that are offered, those that bring most events first."""


def no_store(message: str) -> None:
    """There is no store to read, or none that this program can read."""
    with st.container(key="empty", border=True):
        st.subheader("There is nothing to show yet", anchor=False)
        with st.container(key="reason"):
            st.text(message)
        st.markdown("Read a folder of articles, then reload this page:")
        st.code("python -m pipeline ingest FOLDER", language="bash")
        whole_folders()


def whole_folders() -> None:
    """How articles are read that are not handed in one by one."""
    st.markdown("`make dashboard` reads the starter corpus, `make dashboard ARTICLES=folder` all articles of a folder.")


def notices(said: Sequence[str], *, key: str) -> None:
    """What could not be understood, in a place of its own."""
    with st.container(key=key):
        lines(said)


def lines(said: Sequence[str]) -> None:
    """Parts of the address that name nothing here. Plain text: an address is anybody's writing."""
    for line in said:
        st.text(line)


def as_of(version: int | None) -> tuple[str, ...]:
    """That an earlier version of the store is shown, where one is."""
    if version is None:
        return ()
    return (
        f"You see the store as it was at version {version}. Later changes are not shown, and nothing can be added.",
    )


def nothing_found(catalogue: Catalogue, view: ViewState) -> None:
    """No event passes all filters: says which one to relax, and what that would bring."""
    with st.container(key="empty", border=True):
        st.subheader("No event matches all of these filters", anchor=False)
        relaxed = [(key, step, _events(catalogue, step.without(view))) for key, step in _steps(view)]
        helpful = [way for way in relaxed if way[2]]
        if not helpful:
            st.text("Remove several filters to see events again.")
        for key, step, events in sorted(helpful, key=lambda way: -way[2])[:MOST]:
            said = f"Without {words.plain(step.text)}: {words.count(events, 'event')}"
            st.button(said, key=f"relax_{key}", on_click=session.drop, args=(step,))
        _apart(catalogue, view)
        st.button("Clear all filters", key="relax_all", on_click=session.clear, type="tertiary")


def _apart(catalogue: Catalogue, view: ViewState) -> None:
    """What was searched for may stand in the background."""
    terms = [term for each in filters.active(view) for unwanted, term in each.texts(view) if not unwanted]
    terms += view.actor
    events = apart.background(catalogue, terms, 0)[1] if terms else 0
    if events and st.button(f"In the background: {words.count(events, 'event')}", key="relax_background"):
        background.opened(catalogue, " ".join(terms))


def _steps(view: ViewState) -> Iterator[tuple[str, Chip]]:
    """What can be taken away, each with a key: the filters, and the parts of those that have several."""
    for row in filters.active(view):
        yield row.key, Chip(row.label.lower(), row.cleared)
        chips = row.chips(view)
        for number, chip in enumerate(chips if len(chips) > 1 else ()):
            yield f"{row.key}_{number}", Chip(f"{row.label.lower()} {chip.text}", chip.without)


def _events(catalogue: Catalogue, view: ViewState) -> int:
    found = timeline.found(catalogue, view)
    return found.dated + found.undated


def only_undated(events: int) -> None:
    """Events pass the filters, but no article dates any of them."""
    with st.container(key="empty", border=True):
        st.subheader("No dated event matches", anchor=False)
        st.text(f"{words.count(events, 'event')} without a date: see below.")
