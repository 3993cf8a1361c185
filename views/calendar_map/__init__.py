"""The calendar of a year in the browser: one button a day, shaded by its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from views import assets, packing


def calendar_map(payload: Mapping[str, Any], *, key: str, on_picked: Callable[[], None]) -> None:
    """Draws a calendar.

    Args:
        payload: what `views.panels.calendar` makes.
        key: widget key; inside `on_picked` `st.session_state[key].picked` holds a day as ISO text, "" for none.
        on_picked: called before the next run when a day was clicked.
    """
    assets.component("calendar", '<section class="cm" aria-label="Calendar"></section>')(
        key=key, data=packing.packed(payload), on_picked_change=on_picked
    )
