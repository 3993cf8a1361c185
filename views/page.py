"""The page: it composes start-up, filters and panels, and runs anew for each change a reader makes."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pipeline.store import StoreError
from views import assets, hands, session, source, startup, style
from views.panels import bar, calendar, chart, masthead, notes, passage, tables
from views.queries import details, naming, timeline
from views.queries.catalogue import Catalogue
from views.state import ViewState

startup.once()
st.set_page_config(page_title=masthead.TITLE, page_icon=style.ICON, layout="wide")
style.apply()


def is_stale(catalogue: Catalogue, drawn: ViewState) -> bool:
    """Whether filters other than those of `drawn` are set by now, or the store has changed: more must run anew."""
    return replace(session.read(), event=None) != replace(drawn, event=None) or _outdated(catalogue)


def _outdated(catalogue: Catalogue) -> bool:
    return source.current().catalogue is not catalogue


@st.fragment
def plot(catalogue: Catalogue, filtered: ViewState) -> None:
    """The chart. A zoom runs this part alone."""
    if is_stale(catalogue, filtered):
        st.rerun()
    view = session.read()
    chart.show(catalogue, view, timeline.found(catalogue, view), details.chosen(catalogue, view.event))


@st.fragment
def reading(catalogue: Catalogue, filtered: ViewState) -> None:
    """The passage. A click on the chart runs this part alone."""
    if is_stale(catalogue, filtered):
        st.rerun()
    view = session.read()
    passage.show(catalogue, view, details.chosen(catalogue, view.event), hands.desk())
    session.finish(view)


def events(catalogue: Catalogue, view: ViewState, found: timeline.Found) -> None:
    """The chart, the tray and the table; or, when nothing passes the filters, what to do about it."""
    if found.dated + found.undated == 0:
        notes.nothing_found(catalogue, view)
        return
    if found.dated:
        plot(catalogue, view)
        calendar.show(catalogue, view)
    else:
        notes.only_undated(found.undated)
    tables.undated(catalogue, view, found)
    if found.dated:
        tables.dated(catalogue, view, found)


@st.fragment
def stage(catalogue: Catalogue, filtered: ViewState) -> None:
    """Chart, tables and passage. A row of a table runs this part alone."""
    if is_stale(catalogue, filtered):
        st.rerun()  # the filters stand outside of this part: a button in it relaxed one
    view = session.read()
    with st.container(key="stage"):
        left, right = st.columns([1.72, 1], gap="medium")
    with left:
        events(catalogue, view, timeline.found(catalogue, view))
    with right:
        reading(catalogue, view)


@st.fragment
def desk(catalogue: Catalogue, notices: Sequence[str]) -> None:
    """The filters and what they let through. A filter runs this part alone."""
    if _outdated(catalogue):
        st.rerun()
    view = session.read()
    head = bar.places()
    # Places first, then the chart: what a filter is set for is on its way while the rest is still worked out.
    stage(catalogue, view)
    with head.filters:
        bar.show(catalogue, view)
    with head.notices:
        notes.lines((*notices, *source.current().notices, *session.noted(), *naming.misread(catalogue, view)))
    bar.sentence(head, view, timeline.found(catalogue, view), catalogue)


def page() -> None:
    """Composes the page from the store as it is now."""
    catalogue = source.current().catalogue
    _, notices = session.begin(catalogue)
    masthead.show(catalogue, hands.desk())
    desk(catalogue, (*notes.as_of(source.as_of()), *notices))


try:
    assets.install()
    page()
except StoreError as problem:
    masthead.show(None)
    notes.no_store(str(problem))
