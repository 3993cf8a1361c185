"""The calendar of a year in the browser: a Streamlit component (v2), one button a day, shaded by its events."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from views import assets, packing


@functools.cache
def _component() -> Any:  # the renderer type is private to Streamlit
    return st.components.v2.component(
        "event_timeline.calendar",
        html='<section class="cm" aria-label="Calendar"></section>',
        js=assets.loader("calendar"),
        isolate_styles=False,
    )


def calendar_map(payload: Mapping[str, Any], *, key: str, on_picked: Callable[[], None]) -> None:
    """Draws a calendar.

    Args:
        payload: what `views.panels.calendar` makes.
        key: widget key; inside `on_picked` `st.session_state[key].picked` holds a day as ISO text, "" for none.
        on_picked: called before the next run when a day was clicked.
    """
    _component()(key=key, data={"packed": packing.packed(payload)}, on_picked_change=on_picked)
