"""The articles of the store: which there are, when each was published, and the way out for one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pipeline import words
from pipeline.store import StoreError
from views import session
from views.called import called
from views.desk import Desk
from views.queries import hanging
from views.queries.catalogue import Catalogue


def show(catalogue: Catalogue, desk: Desk) -> None:
    """The table of articles; one that is chosen can be given another date, or removed."""
    rows = sorted(hanging.articles(catalogue), key=_order)
    st.caption("Select an article to change its date or outlet, or to remove it.")
    chosen = _table(rows)
    if chosen is None:
        return
    st.text(" ".join((chosen["title"] or chosen["name"]).split()))
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Date and outlet …", key="held_date"):
            session.ask_for(chosen["doc_id"])
            st.rerun()
        sure = st.checkbox(
            "Yes, remove this article and the events that only it reports", key=f"sure_{chosen['doc_id']}"
        )
        if st.button("Remove", disabled=not sure, key="remove"):
            _remove(desk, chosen["doc_id"])


def _order(row: Mapping[str, Any]) -> tuple[bool, str, str]:
    day = row["published_start"] or row["published_end"]
    return (day is None, str(day), row["name"])


def _table(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    frame = pd.DataFrame(
        {
            "Published": [words.span(row["published_start"], row["published_end"]) for row in rows],
            "Outlet": [row["outlet"] or "not known" for row in rows],
            "Title": [" ".join((row["title"] or row["name"]).split()) for row in rows],
            "File": [called(row["source_uri"]) for row in rows],
        }
    )
    chosen = st.dataframe(
        frame, key="held", hide_index=True, height=min(340, 36 + 35 * max(1, len(frame))), on_select="rerun",
        selection_mode="single-row", column_config={"Title": st.column_config.TextColumn(width="large")},
        alt="Articles of the store, by day of publication",
    )  # fmt: skip
    picked = chosen["selection"]["rows"]
    return rows[picked[0]] if picked and picked[0] < len(rows) else None


def _remove(desk: Desk, doc_id: str) -> None:
    try:
        desk.remove(desk.root, {doc_id})
    except StoreError as problem:
        st.error(str(problem))
    else:
        st.rerun()
