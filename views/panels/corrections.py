"""Corrections of one event: the row of buttons over its passage, what was corrected, and the sheet to correct it on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pipeline import labels, words
from pipeline.calendar.edtf import to_edtf
from pipeline.calendar.interval import from_iso
from pipeline.store import Draft, StoreError
from pipeline.store.corrections.fields import MARKS, field
from views import correcting, session
from views.desk import Desk
from views.panels import regrouping, signing, whatif
from views.queries import details
from views.queries.catalogue import Catalogue

NAMES = ("actors", "recipients", "locations", "claimants")
EDITED = ("title", "date", "event_type", "factuality", *NAMES, "tags", "note", "hidden")
MOST_NAMES = 200
"""Names offered beside those of the event; any other can be typed."""


def bar(catalogue: Catalogue, detail: details.Detail, desk: Desk | None) -> None:
    """Star, correct, suppose; and under them what has been corrected by hand."""
    event = detail.event
    if desk and desk.writable:
        with st.container(key="acts", horizontal=True, gap="small"):
            star = ":material/star:" if event["starred"] else ":material/star_outline:"
            name = "Starred" if event["starred"] else "Star"
            if st.button(name, key="star", icon=star, type="tertiary"):
                _at_once(desk, event, "starred", after=not event["starred"])
            _placing(desk, detail)
            if st.button("Correct", key="correct", icon=":material/edit:", type="tertiary"):
                _open(catalogue, detail, desk)
            if detail.tellings and st.button("What if", key="what_if", icon=":material/swap_horiz:", type="tertiary"):
                whatif.show(catalogue, desk, detail.tellings[0].document["doc_id"])
    stated = [each for each in json.loads(event["corrections"]) if each["field"] != "starred"]
    if stated:
        with st.container(key="corrected"):
            st.text("Corrected by hand" if any(x["field"] not in MARKS for x in stated) else "Marked by hand")
            for each in stated:
                st.text(correcting.line(each))


def _placing(desk: Desk, detail: details.Detail) -> None:
    """The way back onto the timeline, for what is hidden or in the background."""
    event = detail.event
    if detail.n is not None:
        return
    if event["hidden"]:
        if st.button("Show again", key="unhide", icon=":material/visibility:", type="tertiary"):
            _at_once(desk, event, "hidden", after=False)
    elif st.button("Put on the timeline", key="put", icon=":material/add_circle:", type="tertiary"):
        _at_once(desk, event, "on_timeline", after=True)


def _at_once(desk: Desk, event: details.Record, name: str, *, after: bool) -> None:
    """Saves what one press of a button says."""
    wanted = Draft("event", event["event_id"], name, not after, after, "", signing.name() or "somebody",
                   correcting.now())  # fmt: skip
    try:
        correcting.save(desk.root, [wanted])
    except StoreError as problem:
        st.text(str(problem))
    else:
        st.rerun()


def _open(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    """Opens the sheet on the event as it is on screen: what is saved is checked against these values."""
    signing.begin()
    st.session_state["_before"] = {name: field(name, "event").read(dict(detail.event)) for name in EDITED}
    _sheet(catalogue, detail, desk)


@st.dialog("Correct this event", width="large")
def _sheet(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    with st.container(key="sheet"):
        st.text(" ".join(detail.event["title"].split()))
        if signing.conflicts(desk):
            return
        facts, groups, past = st.tabs(["Facts and marks", "Merge or split", "History"])
        with facts:
            _facts(catalogue, detail, desk)
        with groups:
            regrouping.show(catalogue, detail, desk)
        with past:
            _history(catalogue, detail, desk)


def _facts(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    before: dict[str, Any] = st.session_state["_before"]
    with st.form("facts", border=False):
        after = _entered(catalogue, detail, before)
        why, author = signing.fields("facts")
        if not st.form_submit_button("Save", type="primary"):
            return
    try:
        after["date"] = correcting.one_date(after["date"], after.pop("given"), before["date"])
        wanted = correcting.drafts("event", detail.event["event_id"], before, after, why=why, author=author)
    except ValueError as problem:
        st.error(str(problem))
        return
    if not wanted:
        st.text("Nothing was changed.")
        return
    if after["hidden"] and not before["hidden"]:
        session.choose(None)
    signing.save(desk, wanted)


def _entered(catalogue: Catalogue, detail: details.Detail, before: dict[str, Any]) -> dict[str, Any]:
    after: dict[str, Any] = {"title": st.text_input("Title", before["title"], max_chars=300)}
    one, two, three = st.columns(3)
    after["date"] = _date(one, before["date"])
    kinds = list(dict.fromkeys([before["event_type"], *(row.event_type for row in labels.event_types())]))
    after["event_type"] = two.selectbox("Type", kinds, format_func=labels.event_type)
    facts = [row.factuality for row in labels.factualities()]
    facts += [before["factuality"]] if before["factuality"] not in facts else []
    at = facts.index(before["factuality"])
    after["factuality"] = three.selectbox("Certainty", facts, index=at, format_func=labels.factuality)
    after["given"] = _given(detail, before["date"])
    pairs = [column for _ in range(3) for column in st.columns(2)]
    for column, name in zip(pairs, NAMES, strict=False):
        after[name] = column.multiselect(
            field(name, "event").label, _offered(catalogue, detail, name, before[name]), before[name],
            accept_new_options=True, filter_mode="contains", select_all=False,
            placeholder="Choose, or type a name",
        )  # fmt: skip
    after["tags"] = pairs[4].multiselect(
        "Tags", sorted({*_tags(catalogue), *before["tags"]}), before["tags"], accept_new_options=True,
        select_all=False, placeholder="Choose, or type a tag",
    )  # fmt: skip
    after["note"] = pairs[5].text_area("Note", before["note"] or "", max_chars=4000, height=68)
    after["hidden"] = st.checkbox("Hide this event from the timeline", before["hidden"])
    return after


def _date(place: DeltaGenerator, present: str | None) -> str:
    """What stands in the field of the date.

    A plain field: a list that takes new entries too would drop what is typed into it and not ended with Enter.
    """
    return place.text_input(
        "Date", present or "", placeholder="No date", max_chars=60,
        help="Such as 2022-07-11, 12 July 2022, 2022-07 or 2022-07-05/2022-07-10; empty for no date",
    )  # fmt: skip


def _given(detail: details.Detail, present: str | None) -> str | None:
    """Which date of an article is chosen instead, in a row of its own: the words of a stretch of days are long."""
    others = _others(detail, present)
    return st.pills("Or the date as an article gives it", others, format_func=correcting.date_words) if others else None


def _others(detail: details.Detail, present: str | None) -> list[str]:
    """The dates that the articles give beside the one on screen."""
    own = [str(telling.mention["edtf"]) for telling in detail.tellings if telling.mention["edtf"]]
    given = [_edtf(each) for each in json.loads(detail.event["candidates"])]
    return [each for each in dict.fromkeys([*given, *own]) if each not in (present, correcting.UNDATED)]


def _edtf(candidate: dict[str, Any]) -> str:
    days = from_iso(candidate["date_start"], candidate["date_end"])
    return to_edtf(days) if days else correcting.UNDATED


def _offered(catalogue: Catalogue, detail: details.Detail, name: str, present: Sequence[str]) -> list[str]:
    """The event's own names first, then those in its passages, then the most frequent of the store."""
    key = {"actors": "actor", "recipients": "actor", "locations": "place", "claimants": "claimant"}[name]
    cells = {"claimants": ("claimant",), "locations": ("locations",)}.get(name, ("actors", "recipients"))
    told = [telling.mention[cell] for telling in detail.tellings for cell in cells]
    near = [one for value in told for one in ([value] if isinstance(value, str) else value or ())]
    return list(dict.fromkeys([*present, *near, *[*catalogue.options[key]][:MOST_NAMES]]))


def _tags(catalogue: Catalogue) -> set[str]:
    values = (entry.correction.after for entry in catalogue.corrections if entry.correction.field == "tags")
    return {tag for value in values for tag in value or ()}


def _history(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    event_id = detail.event["event_id"]
    own = [entry for entry in catalogue.corrections if entry.target == event_id]
    if not own:
        st.caption("No correction of this event is in force; undone ones are listed under Corrections.")
        return
    for entry in reversed(own):
        each = entry.correction
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{correcting.change(entry)}\n{correcting.by(each.author, each.made_at, each.why)}"
                    f" · {correcting.STATES[entry.state]}", width="stretch")  # fmt: skip
            if st.button("Undo", key=f"undo_{each.correction_id}"):
                signing.undo(desk, entry)
    st.caption(f"{words.count(len(own), 'correction')}; undone ones are listed under Corrections.")
