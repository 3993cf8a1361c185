"""Merge an event with another one, or split passages off it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pipeline import words
from pipeline.store import Draft
from views import correcting
from views.desk import Desk
from views.panels import signing
from views.queries import details, near
from views.queries.catalogue import Catalogue


def show(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    """Two forms: one event that is the same, and the passages that tell of another one."""
    _merge(catalogue, detail, desk)
    _split(detail, desk)


def _merge(catalogue: Catalogue, detail: details.Detail, desk: Desk) -> None:
    found = {row["event_id"]: row for row in near.likely(catalogue, detail)}
    with st.form("merge", border=True):
        chosen = st.multiselect(
            "The same event as", [*found], format_func=lambda key: _called(found[key]), select_all=False,
            placeholder="Choose an event close in time or with the same people",
        )  # fmt: skip
        signed = signing.fields("merge")
        if not st.form_submit_button("Merge"):
            return
    if not chosen:
        st.text("Choose the event to merge with this one.")
        return
    own = sorted(detail.event["mention_ids"])
    others = [mention for key in chosen for mention in found[key]["mention_ids"]]
    signing.save(desk, [_draft(detail, "merge", own, sorted({*own, *others}), signed)])


def _split(detail: details.Detail, desk: Desk) -> None:
    passages = {telling.mention["mention_id"]: _passage(telling) for telling in detail.tellings}
    if len(passages) < 2:
        st.caption("Only one passage reports this event, so there is nothing to split off.")
        return
    with st.form("split", border=True):
        chosen = st.multiselect(
            "Passages that report another event", [*passages], format_func=passages.__getitem__, select_all=False,
            placeholder="Choose passages to split off",
        )  # fmt: skip
        signed = signing.fields("split")
        if not st.form_submit_button("Split off"):
            return
    own = sorted(detail.event["mention_ids"])
    if not 0 < len(chosen) < len(own):
        st.text("Choose at least one passage, and leave at least one.")
        return
    signing.save(desk, [_draft(detail, "split", own, sorted(chosen), signed)])


def _draft(detail: details.Detail, name: str, before: list[str], after: list[str], signed: tuple[str, str]) -> Draft:
    why, author = signed
    return Draft("event", detail.event["event_id"], name, before, after, why, author, correcting.now())


def _called(row: dict[str, Any]) -> str:
    return f"{words.happened(row)} · {' '.join(row['title'].split())[:90]}"


def _passage(telling: details.Telling) -> str:
    mention, text = telling.mention, telling.document["text"]
    said = " ".join(text[mention["passage_start"] : mention["passage_end"]].split())
    return f"{telling.document['outlet'] or telling.document['name']}: {said[:110]}"
