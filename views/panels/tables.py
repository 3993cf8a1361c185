"""Events as a table, which the keyboard reaches, and the tray of events that nothing dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import streamlit as st

from pipeline import labels, words
from views import session
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import ViewState

MOST = 1000
COLUMNS = ["event_id", "title", "date_start", "date_end", "edtf", "granularity", "event_type", "factuality", "actors",
           "recipients", "outlets", "claimants"]  # fmt: skip


def dated(catalogue: Catalogue, view: ViewState, found: Found) -> None:
    """The most important dated events, in order of time."""
    door = st.expander(
        "Table: the same events in order of time", icon=":material/table_rows:", key="list", on_change="rerun"
    )
    if not door.open:
        return  # what nobody sees is not sent with every filter
    marks = timeline.marks(catalogue, view, None, most=MOST)
    rows = details.rows(catalogue.events, [mark.row for mark in marks], COLUMNS)
    rows.sort(key=lambda row: (row["date_start"] or row["date_end"], row["event_id"]))
    with door:
        note = f"The {MOST:,} most important events. " if found.dated > MOST else ""
        st.caption(f"{note}Move with the arrow keys; Shift with Space opens a passage.")
        _table(rows, key="table", alt="Events in order of time")


def undated(catalogue: Catalogue, view: ViewState, found: Found) -> None:
    """The tray: what happened, or was said to, without any article saying when."""
    unsorted = catalogue.counts["unsorted"]
    apart = f" ({unsorted:,} not sorted)" if unsorted else ""
    name = f"Undated: {words.count(found.undated, 'event')}{apart}"
    tray = st.expander(name, icon=":material/event_busy:", key="undated", on_change="rerun")
    if not tray.open:
        return
    with tray:
        if unsorted:
            st.caption(
                f"{words.count(unsorted, 'event')} without a date, from an earlier version of this program that did "
                "not tell events from background. Read the articles again to see them here:  "
                "python -m pipeline ingest FOLDER"
            )
        if not found.undated:
            st.caption("Every event that matches the filters has a date.")
            return
        st.caption(
            "No article says when these events happened, so they are kept off the timeline and not put on the "
            "publication date. Select one to read why."
        )
        shown = details.rows(catalogue.events, timeline.undated(catalogue, view, most=MOST), COLUMNS)
        _table(shown, key="undated_table", alt="Events without a date")


def _table(rows: list[dict[str, Any]], *, key: str, alt: str) -> None:
    frame = pa.table(
        {
            "When": [words.happened(row) for row in rows],
            "What": [" ".join(row["title"].split()) for row in rows],
            "Who": [words.listed([*row["actors"], *row["recipients"]], most=4) for row in rows],
            "Certainty": [labels.factuality(row["factuality"]) for row in rows],
            "Claimed by": [words.listed([*row["claimants"]]) for row in rows],
            "Type": [labels.event_type(row["event_type"]) for row in rows],
            "Outlets": [words.listed([*row["outlets"]]) for row in rows],
        }
    )
    ids = [row["event_id"] for row in rows]
    st.dataframe(
        frame,
        key=key,
        on_select=lambda: _chosen(key, ids),
        selection_mode="single-row",
        hide_index=True,
        height=min(380, 36 + 35 * max(1, len(rows))),
        column_config={
            "What": st.column_config.TextColumn(width="large"),
            "When": st.column_config.TextColumn(width="medium"),
        },
        alt=alt,
    )


def _chosen(key: str, ids: list[str]) -> None:
    """Opens the row that was just selected; the ids are those of the table on which it was."""
    state: Mapping[str, Any] = st.session_state[key]
    rows = state["selection"]["rows"]
    if rows and rows[0] < len(ids):
        session.choose(ids[rows[0]])
    st.rerun(session.READING)
