"""The passage reader in the browser: it shows every word as text, never as markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from views import assets, packing


def passage_reader(
    payload: Mapping[str, Any], *, key: str, on_opened: Callable[[], None], on_picked: Callable[[], None]
) -> None:
    """Shows an event's dossier, or a list of events to start from.

    Args:
        payload: `event` as `views.dossier.dossier` makes it, or None and then `start`, a list of {id, title, when}.
        key: widget key of `st.session_state[key]`.
        on_opened: called before the next run when the reader asked for another event; `opened` holds its id, "" to
            close.
        on_picked: called before the next run when a mark on the chart was clicked; `picked` holds the event's rank.
    """
    assets.component("reader", '<article class="rd" aria-label="Passage" aria-live="polite"></article>')(
        key=key, data=packing.packed(payload), on_opened_change=on_opened, on_picked_change=on_picked
    )
