"""The head of the page: its name, what was read, and what was not."""

from __future__ import annotations

import streamlit as st

from pipeline import store, words
from views.panels import intake, quality
from views.queries.catalogue import Catalogue
from views.received import Ingest

TITLE = "Event timeline"


def show(catalogue: Catalogue | None, ingest: Ingest | None = None) -> None:
    """The page's name and, where a store is open, its contents in one line and the doors to what lies behind it.

    Args:
        catalogue: the open store, if any.
        ingest: reads files into the store; without it nothing can be added from the page.
    """
    with st.container(key="masthead", horizontal=True, vertical_alignment="bottom"):
        st.title(TITLE, anchor=False)
        if catalogue is None:
            return
        counts = catalogue.counts
        with st.container(key="contents"):
            st.text(
                f"{words.count(counts['documents'], 'article')} from {words.count(counts['outlets'], 'outlet')} · "
                f"{counts['dated']:,} dated and {counts['undated']:,} undated events{_left_off(counts['off_timeline'])}"
            )
        with st.container(key="doors", horizontal=True, gap="small"):
            skipped = f" · {counts['skipped']:,} skipped" if counts["skipped"] else ""
            if st.button(f"Quality{skipped}", key="quality", type="tertiary", icon=":material/fact_check:"):
                quality.opened(catalogue)
            if ingest and st.button("Add articles", key="add", type="tertiary", icon=":material/note_add:"):
                intake.show(store.root(), ingest)


def _left_off(events: int) -> str:
    return f" · {events:,} background" if events else ""
