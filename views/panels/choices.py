"""The widgets of the filters; their state lives in the session under the filters' keys."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import streamlit as st

from pipeline import labels, words
from views import filters, query, session, state
from views.queries import naming, presets, timeline
from views.queries.catalogue import Catalogue
from views.state import ViewState

_counted = re.compile(r" \([\d,]+\)$")
"""The count behind a name. The browser sends what it was shown, and counts have changed when other filters have."""
OFFERED = 200
"""Most names that a list offers; beyond them a name is found by typing a piece of it."""
_MORE = "The {} most frequent of {:,}; type part of any other name."
_ANY = {
    "actor": "Anyone",
    "recipient": "Anyone",
    "outlet": "Any outlet",
    "claimant": "Anyone",
    "event_type": "Any type",
    "factuality": "Any certainty",
    "place": "Anywhere",
    "agreement": "Any",
    "tag": "Any tag",
}
_NAMED = {"event_type": labels.event_type, "factuality": labels.factuality, "agreement": labels.agreement}


def names(catalogue: Catalogue, view: ViewState, key: str) -> None:
    """A list to choose names from, most frequent first, with how many events each has."""
    counts = timeline.actors(catalogue, view) if key == "actor" else catalogue.options[key]
    offered, named = _offered(counts, getattr(view, key)), _NAMED.get(key, str)
    known = catalogue.options[key]
    if chosen := getattr(view, key):
        # Set anew, or the browser would go on showing the counts of the moment when it was chosen.
        st.session_state[key] = [*chosen]
    st.multiselect(
        filters.row(key).label,
        offered,
        format_func=lambda value: f"{named(value)} ({counts.get(value, 0):,})" if value in known else value,
        key=key,
        placeholder=_ANY[key],
        help=f"The {OFFERED} most frequent of {len(known):,}; type part of any other name."
        if len(known) > OFFERED
        else None,
        # What is typed picks what it says: not names that merely share letters, and not all matches at once.
        filter_mode="contains",
        select_all=False,
        accept_new_options=len(known) > OFFERED,
        on_change=_typed,
        args=(catalogue, key),
        wrap=False,
    )


def _offered(counts: Mapping[str, int], chosen: tuple[str, ...]) -> list[str]:
    first = list(counts) if len(counts) <= OFFERED else list(counts)[:OFFERED]
    return [*first, *(name for name in chosen if name not in {*first})]


def _typed(catalogue: Catalogue, key: str) -> None:
    """A piece of a name that was typed becomes the names that hold it."""
    said = []
    chosen: list[str] = []
    for value in (_counted.sub("", value) for value in st.session_state[key]):
        found, notice = _named(catalogue, key, value)
        chosen += found
        said += [notice] if notice else []
    st.session_state[key] = list(dict.fromkeys(chosen))
    session.note(*said)


def _named(catalogue: Catalogue, key: str, value: str) -> tuple[list[str], str]:
    """The names that a value stands for: itself, the code of that label, or the names that hold it."""
    named, known = _NAMED.get(key, str), catalogue.options[key]
    same = [value] if value in known else [code for code in known if named(code) == value]
    return (same, "") if same else naming.meant(catalogue, key, value)


def dates() -> None:
    """The days, as a calendar; an event is shown when it can have happened on one, an open date by its known day."""
    st.date_input("Dates", key="dates", min_value=dt.date.min, max_value=dt.date.max, format="YYYY-MM-DD")


def search() -> None:
    """The search field with its small language."""
    fields = "\n".join(f"- `{field}:` {meaning}" for field, meaning in query.FIELDS.items())
    st.text_input(
        "Search",
        key="search",
        placeholder="Words, actor:name",
        type="search",
        help="Searches titles, names and passages. Put a phrase in “quotation marks”; a minus sign in "
        f"front excludes. Fields:\n\n{fields}\n\n"
        'Example: `actor:putin type:CONSULT after:2022-06 -"St. Petersburg"`',
    )


def preset(catalogue: Catalogue, view: ViewState) -> None:
    """Stretches of days that one click asks for: the busiest years, and the time before the newest article."""
    offered = presets.offered(catalogue, view)
    chosen = next((one.label for one in offered if (one.first, one.last) == (view.first, view.last)), None)
    st.session_state["preset"] = chosen
    by_label = {one.label: one for one in offered}
    st.pills(
        "Quick dates",
        [*by_label],
        key="preset",
        format_func=lambda label: f"{label} ({by_label[label].events:,})",
        on_change=lambda: session.between(*_span(by_label.get(st.session_state["preset"]))),
    )


def _span(chosen: presets.Preset | None) -> tuple[dt.date | None, dt.date | None]:
    return (chosen.first, chosen.last) if chosen else (None, None)


def within() -> None:
    """Whether an event that may have happened outside of the dates is shown."""
    st.checkbox("Only events entirely within these dates", key="within")


def granularity() -> None:
    """The coarsest date that is still shown."""
    named = {row.granularity: row.label for row in labels.granularities()} | {"": "Any precision"}
    st.selectbox(
        "Precision of the date, at least", ("", *state.GRANULARITIES), key="granularity", format_func=named.__getitem__
    )


def no_date() -> None:
    """What becomes of the events that nothing dates."""
    named = {code: words.capital(label) for code, label in filters.UNDATED.items()}
    st.selectbox("Undated events", [*named], key="no_date", format_func=named.__getitem__)


def marked() -> None:
    """Only what a reader has starred or corrected."""
    named = {code: words.capital(label) for code, label in filters.MARKED.items()}
    st.selectbox("Marked", [*named], key="marked", format_func=named.__getitem__)
