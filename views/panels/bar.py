"""The bar of filters, and the line under it that says in words what is shown."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from views import filters, labels, session
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import LANES, ViewState

_LANES = {"actor": "Actors", "outlet": "Outlets", "event_type": "Types"}
_MOST = {"actor": "Anyone", "outlet": "Any outlet", "event_type": "Any type", "factuality": "Any"}


def show(catalogue: Catalogue) -> None:
    """The filters' widgets; their state lives in the session under the filters' keys."""
    with st.container(key="filters"):
        columns = st.columns([1.9, 1.9, 1.45, 1.45, 1.3, 1.7], gap="small")
        for column, key in zip(
            columns, ("actor", "dates", "outlet", "event_type", "factuality", "search"), strict=True
        ):
            with column:
                _WIDGETS[key](catalogue) if key in _WIDGETS else _choice(catalogue, key)


def _choice(catalogue: Catalogue, key: str) -> None:
    counts = catalogue.options[key]
    named = {"event_type": labels.event_type, "factuality": labels.factuality}.get(key, str)
    st.multiselect(
        next(row.label for row in filters.FILTERS if row.key == key),
        list(counts),
        format_func=lambda value: f"{named(value)} ({counts[value]:,})",
        key=key,
        placeholder=_MOST[key],
        wrap=False,
    )


def _dates(catalogue: Catalogue) -> None:  # noqa: ARG001 - every widget takes the catalogue
    st.date_input("Dates", key="dates", min_value=dt.date.min, max_value=dt.date.max, format="YYYY-MM-DD")


def _search(catalogue: Catalogue) -> None:  # noqa: ARG001 - every widget takes the catalogue
    st.text_input("Search", key="search", placeholder="Words, “a phrase”, -not", type="search")


_WIDGETS = {"dates": _dates, "search": _search}


def sentence(view: ViewState, found: Found, catalogue: Catalogue) -> None:
    """What is shown, in words, beside the choice of lanes."""
    total = catalogue.counts["dated"] + catalogue.counts["undated"]
    with st.container(key="heading", horizontal=True, vertical_alignment="center"):
        with st.container(key="sentence"):
            st.text(filters.sentence(view, found.dated + found.undated, total))
        if view.is_filtered:
            st.button("Clear filters", key="clear", on_click=session.clear, type="tertiary")
        st.segmented_control(
            "Lanes",
            LANES,
            key="lanes",
            format_func=lambda lane: _LANES[lane],
            label_visibility="collapsed",
            required=True,
        )
