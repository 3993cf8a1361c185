"""What on the page of quality asks for a second look: busy days, guessed days of publication, undated events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import streamlit as st

from pipeline import labels, words
from views import dossier, reasons, session
from views.queries import hanging
from views.queries.catalogue import Catalogue
from views.queries.spikes import SHARE, Spike

MOST = 200


def busy(days: Sequence[Spike]) -> None:
    """Days with far more events than others, and what each rests on."""
    st.caption(
        f"Days with far more events than usual. A day rests on one outlet, or on one way of dating, when at least "
        f"{SHARE:.0%} of its events do: this can be a habit of writing and not news. Select a day to see it."
    )
    if not days:
        st.text("No day stands out.")
        return
    frame = pd.DataFrame(
        {
            "Day": [words.day(each.day) for each in days],
            "Events": [each.events for each in days],
            "": [_warning(each) for each in days],
            "Mostly dated by": [f"{_dating(each.dating)} ({each.dating_share:.0%})" for each in days],
            "Reported by one outlet alone": [_alone(each) for each in days],
        }
    )
    chosen = _table(
        frame, key="quality_busy", alt="Days with far more events than others", on_select=lambda: _to_day(days)
    )
    if chosen is not None:
        st.rerun()


def _to_day(days: Sequence[Spike]) -> None:
    """Sets the filter of dates, which a callback may and the body of a dialog may not."""
    rows = st.session_state["quality_busy"]["selection"]["rows"]
    if rows and rows[0] < len(days):
        session.between(days[rows[0]].day, days[rows[0]].day, within=True)


def _warning(spike: Spike) -> str:
    names = [name for bad, name in ((spike.one_method, "one way of dating"), (spike.one_outlet, "one outlet")) if bad]
    return f"⚠ Rests on {' and '.join(names)}" if names else "Several sources"


def _alone(spike: Spike) -> str:
    return f"{spike.outlet} ({spike.outlet_share:.0%})" if spike.outlet else "–"


def _dating(code: str) -> str:
    return reasons.DATING.get(code, code)


def guessed(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Articles whose day of publication nobody states, those with most events hanging on it first."""
    return [row for row in hanging.articles(catalogue) if row["guessed"]]


def guesses(rows: Sequence[Mapping[str, Any]]) -> None:
    """The guesses, and the way to try another day for one of them."""
    if not rows:
        st.text("Every article states its publication date.")
        return
    st.caption(
        "Articles whose publication date is worked out from the text or not known. Select one to try another date."
    )
    frame = pd.DataFrame(
        {
            "Events that depend on it": [row["hanging"] for row in rows[:MOST]],
            "Published": [words.span(row["published_start"], row["published_end"]) for row in rows[:MOST]],
            "Outlet": [row["outlet"] or "not known" for row in rows[:MOST]],
            "Article": [" ".join((row["title"] or row["name"]).split()) for row in rows[:MOST]],
            "How": [dossier.BASIS.get(row["published_basis"], row["published_basis"]) for row in rows[:MOST]],
        }
    )
    chosen = _table(frame, key="quality_guesses", alt="Articles whose publication date is a guess")
    if chosen is not None:
        session.ask_for(rows[chosen]["doc_id"])
        st.rerun()


def undated(rows: Sequence[Mapping[str, Any]]) -> None:
    """The most important events that no article dates."""
    if not rows:
        st.text("Every event has a date.")
        return
    st.caption(
        "No article says when these events happened, and none is put on the publication date. The most important "
        "come first. Select one to read it."
    )
    frame = pd.DataFrame(
        {
            "What": [" ".join(row["title"].split()) for row in rows],
            "Outlets": [words.listed([*row["outlets"]]) for row in rows],
            "Certainty": [labels.factuality(row["factuality"]) for row in rows],
        }
    )
    chosen = _table(frame, key="quality_undated", alt="Events without a date")
    if chosen is not None:
        session.choose(rows[chosen]["event_id"])
        st.rerun()


def _table(
    frame: pd.DataFrame, *, key: str, alt: str, on_select: Callable[[], None] | Literal["rerun"] = "rerun"
) -> int | None:
    """The table; the place of the row that was just chosen, if any."""
    found = st.dataframe(
        frame, key=key, hide_index=True, height=min(330, 36 + 35 * len(frame)), on_select=on_select,
        selection_mode="single-row", alt=alt,
        column_config={name: st.column_config.TextColumn(width="large") for name in ("What", "Article")},
    )  # fmt: skip
    rows = found["selection"]["rows"]
    return rows[0] if rows and rows[0] < len(frame) else None
