"""Named views: keep the one on screen, open, rename and delete those that anybody kept in this store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import streamlit as st

from pipeline import store, words
from pipeline.store import StoreError
from pipeline.store.shelf import LONGEST, ShelfError
from views import filters, session, state
from views.queries.catalogue import Catalogue
from views.state import CHOICES, ViewState

_RENAMED = "_renamed"


def show(catalogue: Catalogue, view: ViewState) -> None:
    """The button that opens the shelf."""
    door = st.popover("Views", key="views", icon=":material/bookmark:", type="tertiary", on_change="rerun")
    if not door.open:
        return  # what nobody sees is not sent with every filter
    root = store.root()
    try:
        shelf = store.shelf.saved(root)
    except StoreError as problem:
        door.text(str(problem))
        return
    with door:
        if not shelf:
            st.caption("No saved views yet. A view keeps the filters, dates, lanes and open event.")
        for number, (name, address) in enumerate(shelf.items()):
            _shelved(catalogue, root, number, (name, address))
        _keeping(root, view)


def _shelved(catalogue: Catalogue, root: Path, number: int, view: tuple[str, str]) -> None:
    name, address = view
    with st.container(key=f"shelved_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        if st.session_state.get(_RENAMED) == name:
            st.text_input("New name", value=name, key="new_name", max_chars=LONGEST, label_visibility="collapsed")
            st.button("Rename", key=f"rename_{number}", on_click=_renamed, args=(root, name))
            return
        st.button(
            words.plain(name),
            key=f"open_{number}",
            on_click=_opened,
            args=(catalogue, address),
            width="stretch",
            help=words.plain("; ".join(_said(address))) or None,
        )
        st.button("Rename", key=f"edit_{number}", on_click=_begin, args=(name,), type="tertiary")
        st.button("Delete", key=f"drop_{number}", on_click=_dropped, args=(root, name), type="tertiary")


def _said(address: str) -> list[str]:
    view = state.parse(parse_qs(address))[0]
    return [row.sentence(view) for row in filters.active(view)]


def _keeping(root: Path, view: ViewState) -> None:
    with st.form("keep", border=False, clear_on_submit=True):
        st.text_input("Save this view as", key="view_name", max_chars=LONGEST, placeholder="A name")
        address = urlencode(state.address(view), doseq=True)
        st.form_submit_button("Save", on_click=lambda: _done(lambda: _kept(root, address)))


def _kept(root: Path, address: str) -> None:
    store.shelf.keep(root, st.session_state["view_name"], address)


def _opened(catalogue: Catalogue, address: str) -> None:
    view, notices = state.parse(parse_qs(address))
    view, unknown = filters.known(view, {key: catalogue.options[key] for key in CHOICES})
    session.show(view)
    session.note(*notices, *unknown)


def _begin(name: str) -> None:
    st.session_state[_RENAMED] = name


def _renamed(root: Path, name: str) -> None:
    _done(lambda: store.shelf.rename(root, name, st.session_state["new_name"]))
    st.session_state.pop(_RENAMED, None)


def _dropped(root: Path, name: str) -> None:
    _done(lambda: store.shelf.drop(root, name))


def _done(work: Callable[[], None]) -> None:
    """Does it, and says above the page when it could not be done."""
    try:
        work()
    except (ShelfError, StoreError) as problem:
        session.note(str(problem))
