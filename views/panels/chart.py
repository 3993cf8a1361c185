"""The timeline with its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from pipeline import labels
from views import exporting, figures, packing, state
from views.queries import details, timeline
from views.queries.catalogue import Catalogue
from views.queries.selection import Days, once
from views.queries.timeline import EPOCH, Found, Mark
from views.state import ViewState
from views.timeline_chart import timeline_chart

LANES = 8
MARKS = 250
"""Events drawn at once when there are more than ALL: what a browser draws in a blink, in 10 KB."""
ALL = 600
"""Up to so many events all are drawn."""
BUCKETS = 160
COLUMNS = [
    "title", "date_start", "date_end", "edtf", "granularity", "factuality", "actors", "recipients", "outlets",
    "starred", "corrections",
]  # fmt: skip
_REST = {"actor": "Others", "outlet": "Other outlets", "event_type": "Other types"}


def show(catalogue: Catalogue, view: ViewState, found: Found, detail: details.Detail | None) -> None:
    """Draws the dated events of a view, the chosen one among them ringed."""
    if found.extent is None:
        return
    chosen = detail.n if detail else None
    published = detail.published if detail else None
    now = {
        "key": repr(state.address(replace(view, event=None))),
        "dates": state.format_dates(view.first, view.last),
        "selected": chosen,
        "reveal": chosen if detail and detail.is_dated else None,
        "published": published.isoformat() if published else None,
    }
    timeline_chart(_drawn(catalogue, view, found, chosen), now, key="timeline")


def _seen(view: ViewState) -> Days | None:
    """The days that the reader zoomed to, as the chart reported them; None once other dates have been asked for."""
    drawn = st.session_state.get("timeline")
    seen = drawn.get("view") if isinstance(drawn, Mapping) else None
    if not isinstance(seen, Mapping) or seen.get("dates") != state.format_dates(view.first, view.last):
        return None
    first = state.parse_day(str(seen.get("from", "")), end=False)
    last = state.parse_day(str(seen.get("to", "")), end=True)
    return (first.toordinal() - EPOCH, last.toordinal() - EPOCH) if first and last else None


def _within(extent: Days, view: ViewState) -> Days:
    """The days to open with: those asked for, as far as there are events; an open date reaches no further."""
    first = extent[0] if view.first is None else max(extent[0], view.first.toordinal() - EPOCH)
    last = extent[1] if view.last is None else min(extent[1], view.last.toordinal() - EPOCH)
    return (first, last) if first <= last else extent


def _drawn(catalogue: Catalogue, view: ViewState, found: Found, chosen: int | None) -> bytes:
    """The chart's data, packed; made once for the same marks of the same view, since most clicks change neither."""
    few = found.dated <= ALL
    seen = None if few else _seen(view) or _focus(view, found)
    marks = timeline.marks(catalogue, view, seen, most=ALL if few else MARKS, also=chosen)
    asked = ("drawn", state.address(replace(view, event=None)), [mark.n for mark in marks])
    return once(catalogue, repr(asked), lambda: packing.packed(_payload(catalogue, view, found, marks)))


def _focus(view: ViewState, found: Found) -> Days | None:
    """The days to open with: all of those asked for, or else where most events are."""
    return _within(found.extent, view) if found.extent and (view.first or view.last) else found.focus


def _payload(catalogue: Catalogue, view: ViewState, found: Found, marks: Sequence[Mark]) -> dict[str, Any]:
    focus = _focus(view, found)
    assert found.extent and focus  # noqa: S101 - the caller has seen to it
    extent = _within(found.extent, view)
    lanes = timeline.lanes(catalogue, view, most=LANES)
    if view.lanes == "event_type":
        lanes = [(code, labels.event_type(name), events) for code, name, events in lanes]
    return figures.timeline(
        marks=marks,
        rows=details.rows(catalogue.events, [mark.row for mark in marks], COLUMNS),
        lanes=lanes,
        rest=(_REST[view.lanes], timeline.others(catalogue, view, [code for code, _, _ in lanes])),
        density=(extent, timeline.density(catalogue, view, extent, buckets=BUCKETS)),
        extent=extent,
        focus=focus,
        found=found,
    ) | {"about": exporting.pictured(catalogue, view, found).sentence}
