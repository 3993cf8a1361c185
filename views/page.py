"""The page: it composes start-up, filters and panels, and runs anew for each change a reader makes."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pipeline.store import NothingYetError, StoreError
from views import assets, hands, session, source, startup, style
from views.panels import bar, calendar, chart, intake, masthead, notes, passage, tables
from views.queries import details, naming, timeline
from views.queries.catalogue import Catalogue
from views.state import ViewState

startup.once()
st.set_page_config(page_title=masthead.TITLE, page_icon=style.ICON, layout="wide")
style.apply()


def is_outdated(catalogue: Catalogue) -> bool:
    """Whether the store has changed since it was opened."""
    try:
        return source.current().catalogue is not catalogue
    except NothingYetError:
        return True


def as_filtered(catalogue: Catalogue, drawn: ViewState) -> ViewState:
    """The view of a part of the page under the filters of `drawn`; when others are set by now, all runs anew."""
    view = session.read()
    if replace(view, event=None) != replace(drawn, event=None) or is_outdated(catalogue):
        st.rerun()
    return view


@st.fragment
def plot(catalogue: Catalogue, filtered: ViewState) -> None:
    """The chart. A zoom runs this part alone."""
    view = as_filtered(catalogue, filtered)
    chart.show(catalogue, view, timeline.found(catalogue, view), details.chosen(catalogue, view.event))


def below(catalogue: Catalogue, view: ViewState, found: timeline.Found) -> None:
    """Calendar, tray and table."""
    if found.dated:
        calendar.show(catalogue, view)
    tables.undated(catalogue, view, found)
    if found.dated:
        tables.dated(catalogue, view, found)


@st.fragment(key=session.READING)
def reading(catalogue: Catalogue, filtered: ViewState) -> None:
    """The passage. A click on the chart or on a row of a table runs this part alone."""
    view = as_filtered(catalogue, filtered)
    passage.show(catalogue, view, details.chosen(catalogue, view.event), hands.desk())
    session.finish(view)


def events(catalogue: Catalogue, view: ViewState, found: timeline.Found) -> None:
    """The chart and what stands under it; or, when nothing passes the filters, what to do about it."""
    if found.dated + found.undated == 0:
        notes.nothing_found(catalogue, view)
        return
    if found.dated:
        plot(catalogue, view)
    else:
        notes.only_undated(found.undated)
    below(catalogue, view, found)


@st.fragment(key=session.DESK)
def desk(catalogue: Catalogue, notices: Sequence[str]) -> None:
    """The filters and what they let through. A filter runs this part alone."""
    if is_outdated(catalogue):
        st.rerun()
    view = session.read()
    found = timeline.found(catalogue, view)
    head = bar.places()
    left, right = st.columns([1.72, 1], gap="medium")
    # Places first, then the chart: what a filter is set for is on its way while the rest is still worked out.
    with left:
        events(catalogue, view, found)
    with head.filters:
        bar.show(catalogue, view)
    with head.notices:
        notes.lines((*notices, *source.current().notices, *session.noted(), *naming.misread(catalogue, view)))
    bar.sentence(head, view, found, catalogue)
    with right:
        reading(catalogue, view)


def page() -> None:
    """Composes the page from the store as it is now."""
    catalogue = source.current().catalogue
    _, notices = session.begin(catalogue)
    masthead.show(catalogue, hands.desk())
    desk(catalogue, (*notes.as_of(source.as_of()), *notices))


try:
    assets.install()
    page()
except NothingYetError as nothing:
    masthead.show(None)
    intake.first(hands.desk(), str(nothing))
except StoreError as problem:
    masthead.show(None)
    notes.no_store(str(problem))
