"""The chart component around Plotly.react. This is its one Python face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from views import assets, packing


def timeline_chart(drawn: bytes, now: Mapping[str, Any], *, key: str) -> Mapping[str, Any] | None:
    """Draws the timeline and returns the days in view once the reader has zoomed, else None.

    A click is the passage reader's to answer: the two meet in the browser.

    Args:
        drawn: what `views.figures.timeline` makes, packed. When it is the same as before, nothing is drawn anew.
        now: which view it is (`key`), its `dates`, the event `selected`, the one to `reveal`, the day `published`.
        key: widget key.
    """
    result = assets.component("chart", '<section class="tl" aria-label="Timeline"></section>')(
        key=key,
        data=packing.framed(now, drawn),
        on_view_change=_nothing,
        on_missed_change=_nothing,
    )
    view = result.get("view")
    return view if isinstance(view, Mapping) else None


def _nothing() -> None:
    """The run that follows is the answer."""
