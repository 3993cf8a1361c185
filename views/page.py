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


def events(catalogue: Catalogue, view: ViewState, found: timeline.Found, detail: details.Detail | None) -> None:
    """The chart, the tray and the table; or, when nothing passes the filters, what to do about it."""
    if found.dated + found.undated == 0:
        notes.nothing_found(catalogue, view)
        return
    if found.dated:
        chart.show(catalogue, view, found, detail)
        calendar.show(catalogue, view)
    else:
        notes.only_undated(found.undated)
    tables.undated(catalogue, view, found)
    if found.dated:
        tables.dated(catalogue, view, found)


@st.fragment
def stage(catalogue: Catalogue, filtered: ViewState) -> None:
    """Chart and passage. A click, a zoom or a row of a table runs this part alone."""
    view = session.read()
    if replace(view, event=None) != replace(filtered, event=None) or source.current().catalogue is not catalogue:
        st.rerun()  # the filters stand outside of this part: a button in it relaxed one, or the store has changed
    detail = details.detail(catalogue, view.event) if view.event else None
    found = timeline.found(catalogue, view)
    notes.notices(passage.missing(view, detail), key="missing")
    with st.container(key="stage"):
        left, right = st.columns([1.72, 1], gap="medium")
    with left:
        events(catalogue, view, found, detail)
    with right:
        passage.show(catalogue, view, detail, hands.desk())
    session.finish(view)


@st.fragment
def desk(catalogue: Catalogue, notices: Sequence[str]) -> None:
    """The filters and what they let through. A filter runs this part alone."""
    if source.current().catalogue is not catalogue:
        st.rerun()
    bar.show(catalogue, session.read())
    view = session.read()
    notes.notices((*notices, *source.current().notices, *session.noted(), *naming.misread(catalogue, view)))
    bar.sentence(view, timeline.found(catalogue, view), catalogue)
    stage(catalogue, view)


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
