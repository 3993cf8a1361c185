"""The head of the page: its name, what was read, and what was not."""

from __future__ import annotations

import streamlit as st

from views import words
from views.queries.catalogue import Catalogue

TITLE = "Event timeline"


def show(catalogue: Catalogue | None) -> None:
    """The page's name and, where a store is open, its contents in one line."""
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
        _issues(catalogue)


def _left_off(events: int) -> str:
    return f" · {words.count(events, 'background event')} left off" if events else ""


def _issues(catalogue: Catalogue) -> None:
    counts = catalogue.counts
    if not counts["skipped"] and not counts["warnings"]:
        return
    parts = [
        f"{counts['skipped']:,} skipped" if counts["skipped"] else "",
        words.count(counts["warnings"], "warning") if counts["warnings"] else "",
    ]
    with st.popover(", ".join(part for part in parts if part), type="tertiary", icon=":material/report:", key="issues"):
        for issue in catalogue.issues.slice(0, 200).to_pylist():
            st.text(f"{issue['source_uri']}\n{issue['message']}")
