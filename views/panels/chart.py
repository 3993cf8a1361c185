"""The timeline with its data, and what a click on it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from views import figures, labels, session, state
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.selection import Days
from views.queries.timeline import EPOCH, Found
from views.state import ViewState
from views.timeline_chart import timeline_chart

LANES = 8
MARKS = 300
BUCKETS = 160
COLUMNS = ["title", "date_start", "date_end", "edtf", "granularity", "factuality", "actors", "recipients", "outlets"]
_REST = {"actor": "Others", "outlet": "Other outlets", "event_type": "Other types"}


def show(catalogue: Catalogue, view: ViewState, found: Found, detail: details.Detail | None) -> None:
    """Draws the dated events of a view, the chosen one among them ringed."""
    if found.extent is None:
        return
    payload = _payload(catalogue, view, found, _seen())
    chosen = detail.n if detail else None
    published = detail.tellings[0].document["published_start"] if detail and detail.tellings else None
    with st.container(key="chart"):
        timeline_chart(
            payload
            | {
                "key": repr(state.address(view)),
                "selected": chosen,
                "reveal": view.event if detail and detail.event["date_start"] else None,
                "published": published.isoformat() if published else None,
            },
            key="timeline",
            on_picked=lambda: _picked(catalogue),
        )


def _seen() -> Days | None:
    """The days that the reader zoomed to, as the chart reported them."""
    drawn = st.session_state.get("timeline")
    view = drawn.get("view") if isinstance(drawn, Mapping) else None
    if not isinstance(view, Mapping):
        return None
    first = state.parse_day(str(view.get("from", "")), end=False)
    last = state.parse_day(str(view.get("to", "")), end=True)
    return (first.toordinal() - EPOCH, last.toordinal() - EPOCH) if first and last else None


def _picked(catalogue: Catalogue) -> None:
    n = st.session_state["timeline"].get("picked")
    event_id = details.ranked(catalogue, n) if isinstance(n, int) else None
    if event_id is not None:
        session.choose(event_id)


def _payload(catalogue: Catalogue, view: ViewState, found: Found, seen: Days | None) -> dict[str, Any]:
    assert found.extent  # noqa: S101 - the caller has seen to it
    marks = timeline.marks(catalogue, view, seen if found.dated > MARKS else None, most=MARKS)
    lanes = timeline.lanes(catalogue, view, most=LANES)
    if view.lanes == "event_type":
        lanes = [(code, labels.event_type(name), events) for code, name, events in lanes]
    return figures.timeline(
        marks=marks,
        rows=details.rows(catalogue.events, [mark.row for mark in marks], COLUMNS),
        lanes=lanes,
        rest=_REST[view.lanes],
        density=(found.extent, timeline.density(catalogue, view, found.extent, buckets=BUCKETS)),
        extent=found.extent,
        dated=found.dated,
    )
