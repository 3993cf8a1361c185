"""The events of a view as a calendar: one square a day, darker with more events; a click on a day filters by it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from views import palette, session, state
from views.calendar_map import calendar_map
from views.queries import days
from views.queries.catalogue import Catalogue
from views.state import ViewState


def show(catalogue: Catalogue, view: ViewState) -> None:
    """The calendar, closed until somebody opens it."""
    door = st.expander(
        "Calendar: events by day", icon=":material/calendar_month:", key="calendar_door", on_change="rerun"
    )
    if not door.open:
        return  # what nobody sees is not sent with every filter
    with door:
        calendar_map(_payload(catalogue, view), key="calendar", on_picked=_picked)


def _payload(catalogue: Catalogue, view: ViewState) -> dict[str, Any]:
    found = days.years(catalogue, view)
    busiest = max(found, key=lambda year: year.exact).year if found else None
    asked = view.first.year if view.first else None
    return {
        "years": [
            {
                "year": year.year,
                "days": [*year.days],
                "counts": [*year.days.values()],
                "exact": year.exact,
                "coarse": year.coarse,
            }
            for year in found
        ],
        "year": asked if any(year.year == asked for year in found) else busiest,
        "chosen": view.first.isoformat() if view.first and view.first == view.last else None,
        "palette": palette.payload(),
    }


def _picked() -> None:
    """The day that was pressed becomes the dates; pressed again, all days are shown."""
    text = st.session_state["calendar"].get("picked")
    if text is not None:
        day = state.parse_day(str(text), end=False)
        session.between(day, day, within=True)
        st.rerun(session.DESK)
