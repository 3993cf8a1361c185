"""The bar of filters, and the line under it that says in words what is shown."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from pipeline import labels, words
from views import filters, session
from views.panels import download
from views.queries import timeline
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import LANES, ViewState

_LANES = {"actor": "Actors", "outlet": "Outlets", "event_type": "Types"}
_ANY = {
    "actor": "Anyone",
    "recipient": "Anyone",
    "outlet": "Any outlet",
    "claimant": "Anyone",
    "event_type": "Any type",
    "factuality": "Any",
    "place": "Anywhere",
    "agreement": "Any",
}
_NAMED = {"event_type": labels.event_type, "factuality": labels.factuality, "agreement": labels.agreement}
_FIRST = ("actor", "dates", "outlet", "event_type", "factuality", "search")
_MORE = ("recipient", "claimant", "place", "agreement")
"""Filters behind the button, which counts those that are set."""


def show(catalogue: Catalogue, view: ViewState) -> None:
    """The filters' widgets; their state lives in the session under the filters' keys."""
    with st.container(key="filters"):
        columns = st.columns([1.8, 1.9, 1.35, 1.35, 1.2, 1.5, 0.95], gap="small", vertical_alignment="bottom")
        for column, key in zip(columns, _FIRST, strict=False):
            with column:
                _WIDGETS[key]() if key in _WIDGETS else _choice(catalogue, view, key)
        active = sum(filters.row(key).active(view) for key in _MORE)
        with columns[-1], st.popover(f"More ({active})" if active else "More", key="more", width="stretch"):
            for key in _MORE:
                _choice(catalogue, view, key)


def _choice(catalogue: Catalogue, view: ViewState, key: str) -> None:
    counts = timeline.actors(catalogue, view) if key == "actor" else catalogue.options[key]
    named = _NAMED.get(key, str)
    st.multiselect(
        filters.row(key).label,
        list(counts),
        format_func=lambda value: f"{named(value)} ({counts[value]:,})",
        key=key,
        placeholder=_ANY[key],
        # What is typed picks what it says: not names that merely share letters, and not all matches at once.
        filter_mode="contains",
        select_all=False,
        wrap=False,
    )


def _dates() -> None:
    st.date_input("Dates", key="dates", min_value=dt.date.min, max_value=dt.date.max, format="YYYY-MM-DD")


def _search() -> None:
    st.text_input("Search", key="search", placeholder="Words, “a phrase”, -not", type="search")


_WIDGETS = {"dates": _dates, "search": _search}


def sentence(view: ViewState, found: Found, catalogue: Catalogue) -> None:
    """What is shown, in words, beside the choice of lanes, and under it a chip for every part that can be removed."""
    total = catalogue.counts["dated"] + catalogue.counts["undated"]
    with st.container(key="heading", horizontal=True, vertical_alignment="center"):
        with st.container(key="sentence"):
            st.text(filters.sentence(view, found.dated + found.undated, total))
        download.show(catalogue, view, found)
        st.segmented_control(
            "Lanes",
            LANES,
            key="lanes",
            format_func=lambda lane: _LANES[lane],
            label_visibility="collapsed",
            required=True,
        )
    chips(view)


def chips(view: ViewState) -> None:
    """A button for every part of the filters that takes this part away, and one that clears them all."""
    # The row is there without chips too: were it not, all below would move up one place and be drawn anew.
    with st.container(key="chips", horizontal=True, gap="small"):
        if not view.is_filtered:
            return
        for row in filters.active(view):
            for number, chip in enumerate(row.chips(view)):
                st.button(
                    f"{row.label}: {words.plain(chip.text[:60])} ×",
                    key=f"chip_{row.key}_{number}",
                    on_click=session.drop,
                    args=(chip,),
                )
        st.button("Clear filters", key="clear", on_click=session.clear, type="tertiary")
