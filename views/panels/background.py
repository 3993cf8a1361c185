"""The background: what the articles only mention, why each of it is kept off the timeline, and the way to read it."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import streamlit as st

from pipeline import words
from views import reasons, session
from views.queries import apart, details
from views.queries.catalogue import Catalogue

MOST = 200
COLUMNS = ["event_id", "title", "date_start", "date_end", "edtf", "granularity", "actors", "recipients", "outlets"]


@st.dialog("The background", width="large")
def opened(catalogue: Catalogue, sought: str = "") -> None:
    """The background events, the most important first, and those among them that somebody looks for.

    Args:
        catalogue: the open store.
        sought: words to look for at first.
    """
    st.caption(
        "What the articles only mention: states and habits, opinions, repeats, asides without a day. Select a row, by "
        "the box at its left, to read it and, if it belongs there, to put it on the timeline."
    )
    asked = st.text_input("Find", sought, key="background_find", placeholder="Words of a title, or a name")
    rows, every = apart.background(catalogue, asked.split(), MOST)
    if not rows:
        st.text("Nothing in the background has these words.")
        return
    more = f"The {len(rows):,} most important of {words.count(every, 'event')}."
    st.caption(more if every > len(rows) else f"{words.count(every, 'event')}, the most important first.")
    shown = details.rows(catalogue.events, rows, COLUMNS)
    if chosen := _table(shown, apart.traces(catalogue, rows)):
        session.choose(chosen)
        st.rerun()


def _table(rows: list[dict[str, Any]], traces: list[str]) -> str | None:
    """The table, and the id of the event that was just selected in it."""
    frame = pa.table(
        {
            "When": [words.happened(row) for row in rows],
            "What": [" ".join(row["title"].split()) for row in rows],
            "Why it is kept off": [reasons.kept_off(trace) for trace in traces],
            "Who": [words.listed([*row["actors"], *row["recipients"]], most=4) for row in rows],
            "Outlets": [words.listed([*row["outlets"]]) for row in rows],
        }
    )
    chosen = st.dataframe(
        frame, key="background_table", hide_index=True, height=min(420, 36 + 35 * len(rows)), on_select="rerun",
        selection_mode="single-row", alt="Events kept off the timeline, the most important first",
        column_config={"What": st.column_config.TextColumn(width="large"),
                       "When": st.column_config.TextColumn(width="medium")},
    )  # fmt: skip
    selected = [row for row in chosen["selection"]["rows"] if row < len(rows)]
    return str(rows[selected[0]]["event_id"]) if selected else None
