"""What would move if an article had been published on another day; and what is known of an article, put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pipeline import words
from pipeline.calendar.interval import day
from pipeline.model import Event
from pipeline.moves import Move, Supposition
from pipeline.store import Draft, StoreError
from pipeline.store.corrections.dates import shown_published
from views import correcting, dossier
from views.desk import Desk
from views.panels import signing
from views.queries import hanging
from views.queries.catalogue import Catalogue

REACH = 60
"""Days to each side that the slider moves an article; the calendar goes further."""
SHIFTS = ((-7, "A week earlier"), (-1, "A day earlier"), (1, "A day later"), (7, "A week later"))
KINDS = {
    "moved": "Moves",
    "dated": "Gets a date",
    "undated": "Loses its date",
    "parted": "Becomes an event of its own",
    "joined": "Merges with another event",
}


def show(catalogue: Catalogue, desk: Desk, doc_id: str | None) -> None:
    """Opens the dialog on an article or, with None, on the one whose guessed date most events hang on."""
    signing.begin()
    for key in ("supposed_article", "supposed_day", "supposed_shift"):
        st.session_state.pop(key, None)
    _opened(catalogue, desk, doc_id)


@st.dialog("What if it had been published on another day?", width="large")
def _opened(catalogue: Catalogue, desk: Desk, doc_id: str | None) -> None:
    with st.container(key="supposing"):
        if signing.conflicts(desk):
            return
        listed = hanging.articles(catalogue)
        row = _article(listed, doc_id)
        _known(row)
        asked = _asked(row)
        if asked is not None:
            _outcome(catalogue, desk, row, asked)
        _otherwise(desk, row)
        if asked is None:
            _prepare(desk, row["doc_id"])  # last, while the reader thinks of a date


def _prepare(desk: Desk, doc_id: str) -> None:
    try:
        desk.prepare(desk.root, doc_id)
    except StoreError as problem:
        st.error(str(problem))


def _article(listed: Sequence[Mapping[str, Any]], doc_id: str | None) -> Mapping[str, Any]:
    """The choice among all articles: guessed dates first, by how many events hang on them."""
    found = {row["doc_id"]: row for row in listed}
    order = list(found)
    chosen = st.selectbox(
        "Article", order, index=order.index(doc_id) if doc_id in found else 0, key="supposed_article",
        format_func=lambda key: _called(found[key]), filter_mode="contains", on_change=_start_again,
        help="Articles with a guessed date come first, those on which most events depend at the top.",
    )  # fmt: skip
    return found[chosen]


def _start_again() -> None:
    for key in ("supposed_day", "supposed_shift"):
        st.session_state.pop(key, None)


def _called(row: Mapping[str, Any]) -> str:
    if not _is_dated(row):
        return f"{row['outlet'] or row['name']}, publication date not known · {row['title'] or row['name']}"
    hanging_on = words.count(row["hanging"], "event depends", "events depend")
    guess = "guessed" if row["guessed"] else "stated"
    return f"{row['outlet'] or row['name']}, {guess} {_dates(row)} · {hanging_on} on it · {row['title'] or row['name']}"


def _is_dated(row: Mapping[str, Any]) -> bool:
    return (row["published_start"], row["published_end"]) != (None, None)


def _dates(row: Mapping[str, Any]) -> str:
    return words.span(row["published_start"], row["published_end"])


def _known(row: Mapping[str, Any]) -> None:
    basis = dossier.BASIS.get(row["published_basis"], row["published_basis"])
    st.text(f"Published: {_dates(row)} ({basis})." if _is_dated(row) else f"Published: {dossier.BASIS['unknown']}.")


def _asked(row: Mapping[str, Any]) -> dt.date | None:
    """Another day, by calendar or by slider; None before one is chosen."""
    present = row["published_start"] or row["published_end"]
    left, right = st.columns([1, 2], gap="medium")
    exact = row["published_start"] == row["published_end"]
    if "supposed_day" not in st.session_state:
        st.session_state["supposed_day"] = present if exact else None
    left.date_input(
        "Published on", key="supposed_day", min_value=dt.date.min, max_value=dt.date.max, format="YYYY-MM-DD",
        on_change=_to_slider, args=(present,),
    )  # fmt: skip
    if present:
        with right.container(horizontal=True, gap="small"):
            for shift, name in SHIFTS:
                st.button(name, key=f"shift_{shift}", on_click=_shift, args=(present, shift))
        st.session_state.setdefault("supposed_shift", 0)
        right.slider(
            "Days earlier or later", -REACH, REACH, key="supposed_shift", format="%+d", on_change=_to_calendar,
            args=(present,),
        )  # fmt: skip
    asked: dt.date | None = st.session_state["supposed_day"]
    return None if exact and asked == present else asked


def _to_calendar(present: dt.date) -> None:
    shifted = present.toordinal() + st.session_state["supposed_shift"]
    st.session_state["supposed_day"] = dt.date.fromordinal(min(max(1, shifted), dt.date.max.toordinal()))


def _shift(present: dt.date, days: int) -> None:
    st.session_state["supposed_shift"] = days
    _to_calendar(present)


def _to_slider(present: dt.date | None) -> None:
    asked = st.session_state["supposed_day"]
    if present and asked:
        st.session_state["supposed_shift"] = min(REACH, max(-REACH, (asked - present).days))


def _outcome(catalogue: Catalogue, desk: Desk, row: Mapping[str, Any], asked: dt.date) -> None:
    """The events that would move, before and after, and the button that makes it so."""
    try:
        with st.spinner("Reading the article again …"):
            found = _supposed(catalogue, desk, row["doc_id"], asked)
    except StoreError as problem:
        st.error(str(problem))
        return
    moves = [*(m for m in found.moves if m.event.on_timeline), *(m for m in found.moves if not m.event.on_timeline)]
    shown = sum(move.event.on_timeline for move in moves)
    background = f", and {len(moves) - shown:,} in the background" if shown < len(moves) else ""
    with st.container(key="supposed"):
        st.text(
            f"Published on {words.day(asked)}, {words.count(shown, 'event')} on the timeline would move{background}; "
            f"{words.count(found.unmoved, 'event')} of this article would stay."
        )
        if not found.whole:
            st.caption(
                f"Compared only with the {found.compared:,} articles published closest in time; the store holds more."
            )
        if moves:
            _table(moves)
    if desk.writable:
        _saving(desk, row, asked)


def _supposed(catalogue: Catalogue, desk: Desk, doc_id: str, asked: dt.date) -> Supposition:
    """The answer, kept as long as the store stays the same: opening a list below asks nothing anew."""
    key = ("supposed", doc_id, asked)
    known = catalogue.remembered.get(key)
    if not isinstance(known, Supposition):
        known = desk.suppose(desk.root, doc_id, day(asked))
        catalogue.remembered[key] = known
    return known


def _table(moves: Sequence[Move]) -> None:
    frame = pd.DataFrame(
        {
            "Event": [" ".join(move.event.title.split()) for move in moves],
            "Now": [_when(move.before) for move in moves],
            "Then": [_when(move.after) for move in moves],
            "": [KINDS[move.kind] for move in moves],
        }
    )
    st.dataframe(
        frame, key="moves", hide_index=True, height=min(320, 36 + 35 * len(frame)),
        column_config={"Event": st.column_config.TextColumn(width="large")},
        alt="Events that would move, with their dates now and then",
    )  # fmt: skip


def _when(event: Event | None) -> str:
    if event is None:
        return "–"
    first, last = (event.interval.first_day, event.interval.last_day) if event.interval else (None, None)
    return words.happened({"date_start": first, "date_end": last, "edtf": event.edtf, "granularity": event.granularity})


def _saving(desk: Desk, row: Mapping[str, Any], asked: dt.date) -> None:
    with st.form("save_published", border=False):
        why, author = signing.fields("published")
        if st.form_submit_button("Save this date", type="primary"):
            before, after = shown_published(dict(row)), asked.isoformat()
            draft = Draft("document", row["doc_id"], "published", before, after, why, author, correcting.now())
            signing.save(desk, [draft])


def _otherwise(desk: Desk, row: Mapping[str, Any]) -> None:
    """The outlet, which another reading may take for another one."""
    if not desk.writable:
        return
    with st.expander("Another outlet"), st.form("save_outlet", border=False):
        outlet = st.text_input("Outlet", row["outlet"] or "", max_chars=120)
        why, author = signing.fields("outlet")
        if st.form_submit_button("Save the outlet") and outlet.strip() and outlet.strip() != row["outlet"]:
            draft = Draft("document", row["doc_id"], "outlet", row["outlet"], outlet, why, author, correcting.now())
            signing.save(desk, [draft])
