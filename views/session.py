"""Keeps widgets, address and ViewState of one browser session in step. The address rules on the first run."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from views import filters, state
from views.narrowing import Chip
from views.queries.catalogue import Catalogue
from views.state import CHOICES, SINGLES, ViewState

DESK, READING = "desk", "reading"
"""Keys of the parts of the page that a callback may have run anew: all under the filters, or the passage alone."""
_WRITTEN = "_address"
_NOTICES = "_notices"
_SAID = "_said"
_EVENT = "_event"
_EVERY = "every_actor"
_ASKED = "_asked"
_WITHIN = "within"
_REPLACED = "_replaced"
LATE = 1.5
"""Seconds in which a browser may still send what a widget said before the page set it; no one picks it anew so fast."""


def begin(catalogue: Catalogue) -> tuple[ViewState, tuple[str, ...]]:
    """The view of this run, and what the address asked for in vain.

    Reads the address on the first run and whenever it is not the one this page wrote (a link, the back button).
    """
    asked = _parameters()
    if st.session_state.get(_WRITTEN) != asked:
        view, notices = state.parse(asked)
        view, unknown = filters.known(view, {key: catalogue.options[key] for key in CHOICES})
        st.session_state[_NOTICES] = (*notices, *unknown)
        show(view)
    return read(), st.session_state[_NOTICES]


def begin_empty() -> None:
    """The address asks for nothing: there are no articles yet that it could be about."""
    show(ViewState())
    st.session_state[_WRITTEN], st.session_state[_NOTICES] = _parameters(), ()


def show(view: ViewState) -> None:
    """Sets every widget to `view`. Only before the widgets of a run are drawn, or in a callback."""
    for key in CHOICES:
        _put(key, list(getattr(view, key)))
    _put("dates", _picked(view))
    for key in (*SINGLES, "search", "lanes", _EVERY, _WITHIN):
        _put(key, getattr(view, key))
    st.session_state[_EVENT] = view.event


def read() -> ViewState:
    """The view that the widgets stand for."""
    _heal()
    kept: Any = st.session_state
    first, last = _bounds(kept.get("dates"))
    several: dict[str, Any] = {key: tuple(kept.get(key) or ()) for key in CHOICES}
    texts: dict[str, Any] = {key: kept.get(key) or "" for key in (*SINGLES, "search")}
    return ViewState(
        **several,
        **texts,
        first=first,
        last=last,
        within=bool(kept.get(_WITHIN)),
        every_actor=bool(kept.get(_EVERY)),
        lanes=kept.get("lanes") or "actor",
        event=kept.get(_EVENT),
    )


def finish(view: ViewState) -> None:
    """Writes the view into the address."""
    wanted = state.address(view)
    if _parameters() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted


def choose(event_id: str | None) -> None:
    """Opens an event in the passage reader, or closes it."""
    st.session_state[_EVENT] = event_id


def ask_for(doc_id: str) -> None:
    """Asks the next run to open what hangs on the date of an article; a dialog cannot open another one."""
    st.session_state[_ASKED] = doc_id


def asked_for() -> str | None:
    """The article that was asked for, once."""
    asked: str | None = st.session_state.pop(_ASKED, None)
    return asked


def clear(*keys: str) -> None:
    """Clears the filters of those keys; all of them when none is named. A callback."""
    view = read()
    for row in filters.FILTERS:
        if row.key in keys:
            view = row.cleared(view)
    # All of them: what was typed and not understood goes too, though it narrows nothing.
    show(view if keys else ViewState(lanes=view.lanes, event=view.event))


def drop(chip: Chip) -> None:
    """Takes one part of a filter away. A callback."""
    show(chip.without(read()))


def keep(*keys: str) -> None:
    """Keeps what widgets say that are not drawn on this run; Streamlit forgets a widget that it does not see."""
    for key in keys:
        st.session_state[key] = st.session_state.get(key)


def join_actors(*, every: bool) -> None:
    """Whether an event must have all chosen actors or any of them. A callback."""
    _put(_EVERY, every)


def between(first: dt.date | None, last: dt.date | None, *, within: bool = False) -> None:
    """Sets the dates; None on both sides for all of them. A callback."""
    view = read()
    _put(_WITHIN, within and first is not None)
    _put("dates", _picked(replace(view, first=first, last=last)))


def note(*lines: str) -> None:
    """Keeps what has to be said on the next run. A callback."""
    st.session_state[_SAID] = lines


def noted() -> tuple[str, ...]:
    """What had to be said on this run, once."""
    said: tuple[str, ...] = st.session_state.pop(_SAID, ())
    return said


def _put(key: str, value: object) -> None:
    """Sets a widget, and keeps what it said before: the browser may send that once more before it hears of it."""
    before = st.session_state.get(key)
    if before != value:
        replaced = st.session_state.setdefault(_REPLACED, {})
        replaced[key] = (before, value, time.monotonic() + LATE)
    st.session_state[key] = value


def _heal() -> None:
    """Sets again what a late message of the browser (a zoom that it was still reporting) has set back."""
    for key, (before, value, until) in list(st.session_state.get(_REPLACED, {}).items()):
        if time.monotonic() > until:
            del st.session_state[_REPLACED][key]
        elif st.session_state.get(key) == before:
            st.session_state[key] = value


def _parameters() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _picked(view: ViewState) -> tuple[dt.date, ...]:
    if view.first is None and view.last is None:
        return ()
    first = view.first or dt.date.min
    return (first,) if view.last is None else (first, view.last)


def _bounds(picked: Sequence[dt.date] | None) -> tuple[dt.date | None, dt.date | None]:
    """A calendar's picks: one day alone means from that day on."""
    days = [*(picked or ())]
    first = days[0] if days and days[0] != dt.date.min else None
    return first, days[1] if len(days) > 1 else None
