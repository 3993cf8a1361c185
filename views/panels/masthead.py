"""The head of the page: its name, what was read, and what was not."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pipeline import words
from views import session
from views.desk import Desk
from views.panels import background, intake, log, quality, whatif
from views.queries.catalogue import Catalogue

TITLE = "Event timeline"


def show(catalogue: Catalogue | None, desk: Desk | None = None) -> None:
    """The page's name and, where a store is open, its contents in one line and the doors to what lies behind it.

    Args:
        catalogue: the open store, if any.
        desk: what the page can have done to the store; without it nothing can be changed from the page.
    """
    with st.container(key="masthead", horizontal=True, vertical_alignment="bottom"):
        st.title(TITLE, anchor=False)
        if catalogue is None:
            return
        counts = catalogue.counts
        with st.container(key="contents"):
            st.text(
                f"{words.count(counts['documents'], 'article')} from {words.count(counts['outlets'], 'outlet')} · "
                f"{counts['dated']:,} dated and {counts['undated']:,} undated events{_hidden(counts)}"
            )
        with st.container(key="doors", horizontal=True, gap="small"):
            if counts["off_timeline"]:
                _apart(catalogue)
            skipped = f" · {counts['skipped']:,} skipped" if counts["skipped"] else ""
            if st.button(f"Quality{skipped}", key="quality", type="tertiary", icon=":material/fact_check:"):
                quality.opened(catalogue)
            if desk:
                _changing(catalogue, desk)


def _apart(catalogue: Catalogue) -> None:
    """The door to what the timeline leaves out."""
    name = f"Background · {catalogue.counts['off_timeline']:,}"
    if st.button(name, key="background", type="tertiary", icon=":material/layers:"):
        background.opened(catalogue)


def _changing(catalogue: Catalogue, desk: Desk) -> None:
    """The doors behind which the store can be changed."""
    made = sum(entry.state not in {"undo", "undone"} for entry in catalogue.corrections)
    name = f"Corrections · {made:,}" if made else "Corrections"
    if st.button(name, key="log", type="tertiary", icon=":material/history_edu:"):
        log.opened(catalogue, desk)
    if st.button("Articles", key="add", type="tertiary", icon=":material/note_add:"):
        intake.show(catalogue, desk)
    if asked := session.asked_for():
        whatif.show(catalogue, desk, asked)


def _hidden(counts: Mapping[str, int]) -> str:
    return f" · {counts['hidden']:,} hidden" if counts["hidden"] else ""
