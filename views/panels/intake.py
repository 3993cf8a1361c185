"""Reading from the page: drop files or paste a text; what came of each stands below."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pipeline import words
from pipeline.readers import READERS
from pipeline.store import StoreError
from views import session, sidecars, source
from views.desk import Desk
from views.panels import holdings, notes
from views.queries import details
from views.queries.catalogue import Catalogue
from views.received import Article, Outcome, pasted, receive

MOST_MB = 10
"""Largest file; an archive of articles is for the command line."""
MOST_FILES = 40
FATES = {
    "read": ":material/check_circle:",
    "unchanged": ":material/drag_handle:",
    "copy": ":material/content_copy:",
    "skipped": ":material/block:",
}
SUFFIXES = [suffix.removeprefix(".") for reader in READERS for suffix in reader.suffixes]

_OUTCOMES = "_outcomes"


def show(catalogue: Catalogue, desk: Desk) -> None:
    """Opens the dialog, without the outcomes of the last time."""
    st.session_state[_OUTCOMES] = []
    _opened(catalogue, desk)


def first(desk: Desk | None, nothing: str) -> None:
    """The page of a store without articles: the two ways to hand some in, and how a whole folder is read.

    Args:
        desk: what can be done to the store, if anything.
        nothing: why there is nothing to show.
    """
    if desk is None or not desk.writable:
        notes.no_store(nothing)
        return
    session.begin_empty()
    st.session_state.setdefault(_OUTCOMES, [])
    with st.container(key="empty", border=True):
        st.subheader("Drop in your first articles", anchor=False)
        with st.container(key="reason"):
            st.text(f"They are kept on this computer, in {desk.root}.")
        _handing_in(desk, *st.tabs(["Drop files", "Paste a text"]))
        notes.whole_folders()


# What was read while it was open stands in the page behind it, which must not answer the next click from before.
@st.dialog("Articles", width="large", on_dismiss="rerun")
def _opened(catalogue: Catalogue, desk: Desk) -> None:
    """Two ways to hand in articles, and what came of them; and the articles that are there."""
    if not desk.writable:
        with st.container(key="outcomes"):
            st.text(f"The store {desk.root} is read-only. To add articles, allow writing to this folder.")
        return
    dropped, typed, there = st.tabs(["Drop files", "Paste a text", "In the store"])
    with there:
        holdings.show(catalogue, desk)
    _handing_in(desk, dropped, typed)


def _handing_in(desk: Desk, dropped: DeltaGenerator, typed: DeltaGenerator) -> None:
    """The forms, in their places, and under them what came of what was handed in."""
    with dropped:
        files = _dropped()
    with typed:
        texts = _pasted()
    with st.container(key="outcomes"):
        if articles := [*files, *texts]:
            _read(desk, articles)
        _told()


def _dropped() -> list[Article]:
    with st.form("drop", border=False, clear_on_submit=True):
        files = st.file_uploader(
            f"Articles, or collections of articles; at most {MOST_FILES} files at a time",
            type=SUFFIXES,
            accept_multiple_files=True,
            max_upload_size=MOST_MB,
            key="files",
        )
        said = _said("dropped", "optional, for all of them")
        if not st.form_submit_button("Read the files", type="primary"):
            return []
    if not files or len(files) > MOST_FILES:
        st.text(f"Choose between 1 and {MOST_FILES} files.")
        return []
    handed = (Article(file.name, file.getvalue(), said if sidecars.is_single(file.name) else {}) for file in files)
    return sidecars.joined([*handed])


def _pasted() -> list[Article]:
    with st.form("paste", border=False):
        text = st.text_area("Text of the article", key="pasted", height=220, max_chars=MOST_MB * 100_000)
        title = st.text_input(
            "Title (optional)", key="pasted_title", max_chars=300, placeholder="If empty: the headline in the text"
        )
        said = _said("pasted", "optional")
        if not st.form_submit_button("Read the text", type="primary"):
            return []
    if not text.strip():
        st.text("Paste the text of an article first.")
        return []
    return [pasted(text, title=title, **said)]


def _said(key: str, note: str) -> dict[str, str]:
    """Fields for what whoever hands articles in knows about them: `outlet` and `published`, each "" when left empty.

    What a collection (a table, a feed, an archive) says of each article is its own.
    """
    left, right = st.columns(2)
    outlet = left.text_input(f"Outlet ({note})", key=f"{key}_outlet", max_chars=120)
    day = right.date_input(
        f"Published ({note})",
        value=None,
        min_value=dt.date.min,
        max_value=dt.date.max,
        format="YYYY-MM-DD",
        key=f"{key}_day",
    )
    return {"outlet": outlet, "published": day.isoformat() if day else ""}


def _read(desk: Desk, articles: list[Article]) -> None:
    """Reads them with a bar that fills; the stages take a moment to load the first time."""
    st.session_state[_OUTCOMES] = []
    bar, done = st.progress(0.0, f"Reading {words.count(len(articles), 'article')} …"), [0]

    def progress(files: int) -> None:
        done[0] += files
        bar.progress(
            min(1.0, done[0] / len(articles)), f"{done[0]:,} of {words.count(len(articles), 'article')} read …"
        )

    try:
        with st.spinner("Reading …", show_time=True):
            st.session_state[_OUTCOMES] = receive(desk.root, articles, partial(desk.ingest, progress=progress))
    except StoreError as problem:
        st.text(str(problem))
    bar.empty()


def _told() -> None:
    """The way back to the timeline, which has the articles by now, and what came of each: first of those not read."""
    outcomes: list[Outcome] = st.session_state[_OUTCOMES]
    if any(outcome.fate == "read" for outcome in outcomes) and st.button(
        "Show the timeline", key="to_timeline", on_click=session.clear, help="Clears all filters."
    ):
        st.rerun()
    for number, outcome in enumerate(sorted(outcomes, key=lambda one: one.fate != "skipped")):
        _tell(outcome, number)


def _tell(outcome: Outcome, number: int) -> None:
    found = details.told_by(source.current().catalogue, outcome.sources) if outcome.sources else []
    fate, said, beside = st.columns([1, 4, 3], gap="small")
    ways = beside.container(horizontal=True, gap="small")
    fate.markdown(f"{FATES[outcome.fate]} **{outcome.fate.capitalize()}**")
    said.text(f"{outcome.name}\n{outcome.remark}")
    if outcome.sources and not found:
        said.text("It tells of no event that is on the timeline.")
    if found and ways.button(
        f"Show its {words.count(len(found), 'event')}", key=f"told_{number}", on_click=_open, args=(found[0],)
    ):
        st.rerun()
    if outcome.undated and ways.button(
        "Give a date …", key=f"dated_{number}", on_click=session.ask_for, args=outcome.undated[:1]
    ):
        st.rerun()


def _open(event_id: str) -> None:
    """The passage of an article's first event, from where one steps to the others; no filter may hide them."""
    session.clear()
    session.choose(event_id)
