"""The passage reader in the browser: a Streamlit component (v2) that shows every word as text, never as markup."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from views import assets, packing


@functools.cache
def _component() -> Any:  # the renderer type is private to Streamlit
    return st.components.v2.component(
        "event_timeline.reader",
        html='<article class="rd" aria-label="Passage" aria-live="polite"></article>',
        js=assets.loader("reader"),
        isolate_styles=False,
    )


def passage_reader(payload: Mapping[str, Any], *, key: str, on_opened: Callable[[], None]) -> None:
    """Shows an event's dossier, or a list of events to start from.

    Args:
        payload: `event` as `views.dossier.dossier` makes it, or None and then `start`, a list of {id, title, when}.
        key: widget key; inside `on_opened` `st.session_state[key].opened` holds an event id, "" to close.
        on_opened: called before the next run when the reader asked for another event.
    """
    _component()(key=key, data={"packed": packing.packed(payload)}, on_opened_change=on_opened)
