"""The bar of filters, and the line under it that says in words what is shown."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pipeline import words
from views import filters, session
from views.panels import choices, download, saved
from views.queries.catalogue import Catalogue
from views.queries.timeline import Found
from views.state import LANES, ViewState

_LANES = {"actor": "Actors", "outlet": "Outlets", "event_type": "Types"}
_FIRST = ("actor", "dates", "outlet", "event_type", "factuality", "search")
_MORE = ("recipient", "claimant", "place", "agreement", "granularity", "no_date", "tag", "marked")
"""Filters behind the button, which counts those that are set."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of the bar go, from top to bottom."""

    filters: DeltaGenerator
    notices: DeltaGenerator
    heading: DeltaGenerator
    chips: DeltaGenerator


def places() -> Places:
    """Takes the room for the bar, so that what stands under it need not wait for it."""
    return Places(
        # One row that page.css shares out, not columns: each column would be a message more with every filter.
        filters=st.container(key="filters", horizontal=True, gap="small", vertical_alignment="bottom"),
        notices=st.container(key="notices"),
        heading=st.container(key="heading", horizontal=True, vertical_alignment="center"),
        # The row is there without chips too: were it not, all below would move up one place and be drawn anew.
        chips=st.container(key="chips", horizontal=True, gap="small"),
    )


def show(catalogue: Catalogue, view: ViewState) -> None:
    """The filters' widgets; their state lives in the session under the filters' keys."""
    for key in _FIRST:
        _widget(catalogue, view, key)
    active = sum(filters.row(key).active(view) for key in _MORE)
    label = f"More ({active})" if active else "More"
    door = st.popover(label, key="more", width="stretch", on_change="rerun")
    if not door.open:
        session.keep(*_MORE, "within")
        return
    with door:
        choices.preset(catalogue, view)
        choices.within()
        halves = st.columns(2, gap="small")
        for number, key in enumerate(_MORE):
            with halves[number % 2]:
                _widget(catalogue, view, key)


def _widget(catalogue: Catalogue, view: ViewState, key: str) -> None:
    plain = {
        "dates": choices.dates,
        "search": choices.search,
        "granularity": choices.granularity,
        "no_date": choices.no_date,
        "marked": choices.marked,
    }
    plain[key]() if key in plain else choices.names(catalogue, view, key)


def sentence(head: Places, view: ViewState, found: Found, catalogue: Catalogue) -> None:
    """What is shown, in words, beside the choice of lanes, and under it a chip for every part that can be removed."""
    total = catalogue.counts["dated"] + catalogue.counts["undated"]
    with head.heading:
        with st.container(key="sentence"):
            st.text(filters.sentence(view, found.dated + found.undated, total))
        saved.show(catalogue, view)
        download.show(catalogue, view, found)
        st.segmented_control(
            "Lanes",
            LANES,
            key="lanes",
            format_func=lambda lane: _LANES[lane],
            label_visibility="collapsed",
            required=True,
        )
    with head.chips:
        chips(view)


def chips(view: ViewState) -> None:
    """A button for every part of the filters that takes this part away, and one that clears them all."""
    if not view.is_filtered:
        return
    if len(view.actor) > 1:
        st.button(
            "Match any of these actors" if view.every_actor else "Require all of these actors",
            key="join_actors",
            on_click=session.join_actors,
            kwargs={"every": not view.every_actor},
            type="tertiary",
            help="Show events with any of the chosen actors, or only those with all of them.",
        )
    for row in filters.active(view):
        for number, chip in enumerate(row.chips(view)):
            st.button(
                f"{row.label}: {words.plain(chip.text[:60])} ×",
                key=f"chip_{row.key}_{number}",
                on_click=session.drop,
                args=(chip,),
            )
    st.button("Clear filters", key="clear", on_click=session.clear, type="tertiary")
