"""Who corrects and why, saving, and what to do when somebody else was faster."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pipeline import store, words
from pipeline.store import ConflictError, Draft, Entry, StoreError
from pipeline.store.corrections.fields import field
from views import correcting
from views.desk import Desk

_WHO = "_who"
_LATE = "_late"


def name() -> str:
    """The name that this session signs with."""
    return str(st.session_state.get(_WHO) or correcting.user())


def begin() -> None:
    """A sheet opens: conflicts of an earlier one are forgotten."""
    st.session_state[_LATE] = []


def fields(key: str) -> tuple[str, str]:
    """Asks why, and who; the name is kept for the next time."""
    left, right = st.columns([2, 1])
    why = left.text_input("Reason (stored with the correction)", key=f"why_{key}", max_chars=500)
    author = right.text_input("Your name", name(), key=f"who_{key}", max_chars=80)
    st.session_state[_WHO] = author
    return why, author


def save(desk: Desk, wanted: Sequence[Draft]) -> None:
    """Appends the drafts, reads articles again where that is due, and goes back to the page.

    Where somebody was faster, the sheet stays and shows both values.
    """
    try:
        done, late = correcting.save(desk.root, wanted)
        if documents := {each.target for each in done if each.kind == "document"}:
            with st.spinner("Reading the article again …", show_time=True):
                desk.reread(desk.root, documents)
    except StoreError as problem:
        st.error(str(problem))
        return
    st.session_state[_LATE] = [*(st.session_state.get(_LATE) or []), *late]
    if st.session_state[_LATE]:
        st.rerun(scope="fragment")
    st.rerun()


def conflicts(desk: Desk) -> bool:
    """Shows both values of each field that somebody else changed meanwhile, and asks which to keep."""
    late: list[tuple[Draft, ConflictError]] = st.session_state.get(_LATE) or []
    if not late:
        return False
    st.warning(
        "Somebody else has changed this since you opened it. Nothing was overwritten.", icon=":material/sync_problem:"
    )
    with st.container(key="conflicts"):
        for number, (draft, conflict) in enumerate(late):
            _conflict(desk, number, draft, conflict)
    return True


def _conflict(desk: Desk, number: int, draft: Draft, conflict: ConflictError) -> None:
    label = field(draft.field, draft.kind).label
    theirs, mine = (correcting.shown(draft.field, value) for value in (conflict.current, conflict.wanted))
    st.text(f"{label}: you saw {correcting.shown(draft.field, conflict.seen)}")
    with st.container(horizontal=True):
        if st.button(f"Keep theirs: {words.plain(theirs[:80])}", key=f"theirs_{number}"):
            _settle(number)
        if st.button(f"Use mine: {words.plain(mine[:80])}", key=f"mine_{number}", type="primary"):
            _settle(number, rest=False)
            save(desk, [correcting.over(draft, conflict)])


def _settle(number: int, *, rest: bool = True) -> None:
    late = st.session_state[_LATE]
    st.session_state[_LATE] = [each for place, each in enumerate(late) if place != number]
    if rest:
        st.rerun() if not st.session_state[_LATE] else st.rerun(scope="fragment")


def undo(desk: Desk, entry: Entry) -> None:
    """Takes a correction back and goes back to the page; a document is read again without it."""
    each = entry.correction
    try:
        store.undo(desk.root, each.correction_id, author=name() or "somebody", made_at=correcting.now())
        if each.kind == "document":
            with st.spinner("Reading the article again …", show_time=True):
                desk.reread(desk.root, {entry.target or each.target})
    except StoreError as problem:
        st.error(str(problem))
    else:
        st.rerun()
