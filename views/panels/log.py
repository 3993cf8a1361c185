"""The list of all corrections: what each did, what has become of it, and the way back."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from pipeline import words
from pipeline.store import Entry
from pipeline.store.corrections.overlay import State
from views import correcting, session
from views.desk import Desk
from views.panels import signing
from views.queries.catalogue import Catalogue


@st.dialog("Corrections", width="large")
def opened(catalogue: Catalogue, desk: Desk) -> None:
    """Every correction, the newest first."""
    entries = [*reversed(catalogue.corrections)]
    with st.container(key="corrections"):
        if not entries:
            st.caption("No corrections yet. Open an event and press Correct.")
            return
        st.text(_counted(entries))
        chosen = _table(entries)
        if chosen is not None:
            _acts(desk, chosen)
        else:
            st.caption("Select a row, by the box at its left, to undo the correction or open its event.")


_LOOK: tuple[tuple[State, str], ...] = (
    ("differs", "differing from a newer reading"),
    ("orphaned", "orphaned"),
    ("waiting", "waiting"),
)


def _counted(entries: list[Entry]) -> str:
    """How many there are, and those that need a look."""
    counts: Counter[State] = Counter(entry.state for entry in entries if entry.state not in {"undo", "undone"})
    heads = [f"{counts[state]:,} {name}" for state, name in _LOOK if counts[state]]
    return "; ".join([words.count(sum(counts.values()), "correction"), *heads]) + "."


def _table(entries: list[Entry]) -> Entry | None:
    made = [entry.correction for entry in entries]
    frame = pd.DataFrame(
        {
            "When": [each.made_at.replace("T", " ").removesuffix("Z")[:16] for each in made],
            "Who": [each.author for each in made],
            "Of": [" ".join(each.title.split()) for each in made],
            "What": [correcting.change(entry) for entry in entries],
            "State": [_state(entry) for entry in entries],
            "Why": [each.why for each in made],
        }
    )
    chosen = st.dataframe(
        frame, key="log_table", hide_index=True, height=min(340, 36 + 35 * len(frame)), on_select="rerun",
        selection_mode="single-row", alt="Corrections, newest first",
        column_config={"Of": st.column_config.TextColumn(width="medium"),
                       "What": st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    rows = chosen["selection"]["rows"]
    return entries[rows[0]] if rows else None


def _state(entry: Entry) -> str:
    said = correcting.STATES[entry.state]
    if entry.state == "differs" and entry.correction.kind == "event":
        return f"{said}: {correcting.shown(entry.correction.field, entry.reads_now)}"
    return said


def _acts(desk: Desk, entry: Entry) -> None:
    each = entry.correction
    with st.container(horizontal=True, vertical_alignment="center"):
        if entry.state != "undone" and desk.writable:
            label = "Restore this correction" if entry.state == "undo" else "Undo this correction"
            if st.button(label, key="undo_chosen", type="primary"):
                signing.undo(desk, entry)
        if entry.target and each.kind == "event" and st.button("Open the event", key="open_chosen"):
            session.choose(entry.target)
            st.rerun()
        if entry.target and each.kind == "document" and st.button("Open the article", key="open_article"):
            session.ask_for(entry.target)
            st.rerun()
