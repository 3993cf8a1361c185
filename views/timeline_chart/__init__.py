"""The chart component: a Streamlit component (v2) around Plotly.react. This is its one Python face."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
import streamlit as st

from views import assets


@functools.cache
def _component() -> Any:  # the renderer type is private to Streamlit
    return st.components.v2.component(
        "event_timeline.chart",
        html='<section class="tl" aria-label="Timeline"></section>',
        js=assets.loader("chart"),
        isolate_styles=False,
    )


def timeline_chart(
    drawn: pa.Table, now: Mapping[str, Any], *, key: str, on_picked: Callable[[], None]
) -> Mapping[str, Any] | None:
    """Draws the timeline and returns the days in view once the reader has zoomed, else None.

    Args:
        drawn: what `views.figures.timeline` makes, packed. When it is the same as before, nothing is drawn anew.
        now: which view it is (`key`), its `dates`, the event `selected`, the one to `reveal`, the day `published`.
        key: widget key; `st.session_state[key].picked` holds the rank of a clicked event inside `on_picked`.
        on_picked: called before the next run when an event was clicked.
    """
    result = _component()(
        key=key,
        data={"packed": drawn, "now": dict(now)},
        on_picked_change=on_picked,
        on_view_change=lambda: None,
    )
    view = result.get("view")
    return view if isinstance(view, Mapping) else None
