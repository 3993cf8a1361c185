"""The chart component: a Streamlit component (v2) around Plotly.react. This is its one Python face."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from views import assets, packing


@functools.cache
def _component() -> Any:  # the renderer type is private to Streamlit
    return st.components.v2.component(
        "event_timeline.chart",
        html='<section class="tl" aria-label="Timeline"></section>',
        js=assets.loader("chart"),
        isolate_styles=False,
    )


def timeline_chart(payload: Mapping[str, Any], *, key: str, on_picked: Callable[[], None]) -> Mapping[str, Any] | None:
    """Draws the timeline and returns the days in view once the reader has zoomed, else None.

    Args:
        payload: what `views.figures.timeline` makes.
        key: widget key; `st.session_state[key].picked` holds the rank of a clicked event inside `on_picked`.
        on_picked: called before the next run when an event was clicked.
    """
    result = _component()(
        key=key,
        data={"packed": packing.packed(payload)},
        on_picked_change=on_picked,
        on_view_change=lambda: None,
    )
    view = result.get("view")
    return view if isinstance(view, Mapping) else None
