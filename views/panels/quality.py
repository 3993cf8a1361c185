"""How far to trust the dates: where they come from, where sources disagree, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from pipeline import words
from views import dossier, session
from views.called import called
from views.panels import suspects
from views.queries.catalogue import Catalogue
from views.queries.quality import MOST, Quality, quality
from views.queries.spikes import spikes

DATING = {
    "explicit": "Named in the text",
    "publication-relative": "From the publication",
    "anaphoric": "From another date",
    "event-anchored": "From another event",
    "inherited": "From the text beside it",
    "cross-document": "From another article",
    "corrected": "Set by a reader",
    "undated": "No date given",
}
BASIS = {
    "metadata": "Stated in metadata",
    "given": "Given with the article",
    "inferred": "Worked out from the text",
    "unknown": "Not known",
}
"""How a date is known, in so few words that a phone shows them whole."""
HOW = 160
"""Pixels of the first column, before there is room to grow: the three together fit a phone."""


@st.dialog("How far to trust these dates", width="large")
def opened(catalogue: Catalogue) -> None:
    """The quality of the whole store, whatever the filters."""
    found, days, guesses = quality(catalogue), spikes(catalogue), suspects.guessed(catalogue)
    bad = sum(day.one_method or day.one_outlet for day in days)
    parts: tuple[tuple[str, Callable[[], None]], ...] = (
        ("How dates are known", lambda: _known(found, catalogue.counts["undated"])),
        (f"Disagreements · {found.conflicting:,}", lambda: _conflicts(found)),
        (f"Busy days · {bad:,} to doubt" if bad else "Busy days", lambda: suspects.busy(days)),
        (f"Guessed dates · {len(guesses):,}", lambda: suspects.guesses(guesses)),
        (f"Undated · {catalogue.counts['undated']:,}", lambda: suspects.undated(found.undated)),
        (f"Not read · {catalogue.counts['skipped']:,}", lambda: _issues(found, catalogue.counts)),
    )
    for tab, (_, fill) in zip(st.tabs([name for name, _ in parts]), parts, strict=True):
        with tab:
            fill()


def _known(found: Quality, undated: int) -> None:
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Articles", anchor=False)
        st.caption("How each publication date is known. Dates such as “on Monday” depend on it.")
        _shares(found.basis, BASIS, unit="Articles", key="basis")
    with right:
        st.subheader("Events", anchor=False)
        rest = f" {words.count(undated, 'event')} without a date: none is guessed." if undated else ""
        st.caption(f"How each event got its date.{rest}")
        _shares(found.dating, DATING, unit="Events", key="dating")


def _shares(counts: Mapping[str, int], named: Mapping[str, str], *, unit: str, key: str) -> None:
    total = max(1, sum(counts.values()))
    frame = pd.DataFrame(
        {
            "How": [named.get(code, code) for code in counts],
            unit: [*counts.values()],
            "Share": [100 * count / total for count in counts.values()],
        }
    )
    st.dataframe(
        frame,
        key=f"quality_{key}",
        hide_index=True,
        height="content",
        column_config={
            "How": st.column_config.TextColumn(width=HOW),
            unit: st.column_config.NumberColumn(format="localized", width="small"),
            "Share": st.column_config.ProgressColumn(format="%.0f %%", min_value=0, max_value=100, width="small"),
        },
        alt=f"{unit} by how their date is known",
    )


def _conflicts(found: Quality) -> None:
    st.subheader("Where the sources disagree on the date", anchor=False)
    if not found.conflicts:
        st.caption("The sources agree on every date.")
        return
    more = f", the first {MOST} shown" if found.conflicting > MOST else ""
    st.caption(
        f"{words.count(found.conflicting, 'event')}{more}; those with most outlets first. Select one to read it."
    )
    frame = pd.DataFrame(
        {
            "What": [" ".join(row["title"].split()) for row in found.conflicts],
            "Dates given": [
                " · ".join(candidate["when"] for candidate in dossier.candidates(row["candidates"]))
                for row in found.conflicts
            ],
            "Outlets": [words.listed([*row["outlets"]]) for row in found.conflicts],
        }
    )
    chosen = st.dataframe(
        frame,
        key="quality_conflicts",
        hide_index=True,
        height=min(300, 36 + 35 * len(frame)),
        on_select="rerun",
        selection_mode="single-row",
        column_config={"What": st.column_config.TextColumn(width="large")},
        alt="Events whose sources disagree on the date",
    )
    if rows := chosen["selection"]["rows"]:
        session.choose(found.conflicts[rows[0]]["event_id"])
        st.rerun()


def _issues(found: Quality, counts: Mapping[str, int]) -> None:
    st.subheader("Files with problems", anchor=False)
    if not found.issues:
        st.caption("All files were read without problems.")
        return
    st.caption(f"{words.count(counts['skipped'], 'file')} skipped, {words.count(counts['warnings'], 'warning')}.")
    frame = pd.DataFrame(
        {
            "": [issue["severity"].capitalize() for issue in found.issues],
            "File": [called(issue["source_uri"]) for issue in found.issues],
            "Why": [issue["message"].replace(f"{issue['source_uri']}: ", "") for issue in found.issues],
        }
    )
    st.dataframe(
        frame,
        key="quality_issues",
        hide_index=True,
        height=min(300, 36 + 35 * len(frame)),
        column_config={"Why": st.column_config.TextColumn(width="large")},
        alt="Files that were skipped or had problems, with the reason",
    )
