"""The passage reader: what the articles say about the chosen event, and why it has its date."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pipeline import labels, words
from views import dossier, figures, palette, session
from views.desk import Desk
from views.panels import corrections, notes
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.reader import passage_reader
from views.state import ViewState

FIRST = 7
"""How many events are offered before one is chosen."""


def show(catalogue: Catalogue, view: ViewState, detail: details.Detail | None, desk: Desk | None) -> None:
    """The chosen event with its passages or, before one is chosen, the most important ones to start from."""
    chosen = dossier.dossier(detail, details.told_in(catalogue, detail)) if detail else None
    with st.container(key="passage"):
        if detail:
            corrections.bar(catalogue, detail, desk)
            if detail.n is not None and not timeline.passes(catalogue, view, detail.n):
                notes.notices(("The filters leave this event out.",), key="missing")
        elif view.event:
            lost = (
                f"There is no event {view.event} in this store; the articles may have been read again. "
                "Choose another event."
            )
            notes.notices((lost,), key="missing")
        passage_reader(
            {
                "event": chosen,
                "start": None if chosen else _start(catalogue, view),
                "palette": palette.payload(),
            },
            key="reader",
            on_opened=lambda: session.choose(st.session_state["reader"].get("opened") or None),
            on_picked=lambda: _picked(catalogue),
        )


def _picked(catalogue: Catalogue) -> None:
    """Opens the event whose mark was clicked."""
    n = st.session_state["reader"].get("picked")
    event_id = details.ranked(catalogue, n) if isinstance(n, int) else None
    if event_id is not None:
        session.choose(event_id)


def _start(catalogue: Catalogue, view: ViewState) -> list[dict[str, Any]]:
    marks = timeline.marks(catalogue, view, None, most=FIRST)
    columns = [
        "event_id",
        "title",
        "date_start",
        "date_end",
        "edtf",
        "granularity",
        "outlets",
        "factuality",
        "claimants",
    ]
    rows = details.rows(catalogue.events, [mark.row for mark in marks], columns)
    return [{"id": row["event_id"], "title": figures.shortened(row["title"]), "when": _over_title(row)} for row in rows]


def _over_title(row: details.Record) -> str:
    """The date and, of what is no plain fact, how sure it is and who says so: a claim never stands there as a fact."""
    if row["factuality"] == "asserted":
        return words.happened(row)
    source = f", according to {row['claimants'][0]}" if row["claimants"] else ""
    return f"{words.happened(row)} · {labels.factuality(row['factuality'])}{source}"
