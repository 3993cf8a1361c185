"""FILTERS: one visible tuple. A row gives a filter's key (widget, URL), its label, its condition and its words."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from views import labels, words
from views.state import ViewState

Parameters = list[object]
Condition = tuple[str, Parameters]
"""SQL over the table `event` (and those beside it), and the values for its question marks."""

_EPOCH = dt.date(1970, 1, 1).toordinal()
_TERM = re.compile(r'(-?)(?:"([^"]+)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the timeline."""

    key: str
    """Widget key and URL parameter."""
    label: str
    active: Callable[[ViewState], bool]
    condition: Callable[[ViewState], Condition]
    sentence: Callable[[ViewState], str]
    """What it says in the line over the chart."""
    cleared: Callable[[ViewState], ViewState]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _actor(state: ViewState) -> Condition:
    names = f"SELECT code FROM actor WHERE name IN ({_marks(state.actor)})"
    return f"n IN (SELECT n FROM event_actor WHERE code IN ({names}))", [*state.actor]


def _outlet(state: ViewState) -> Condition:
    names = f"SELECT code FROM outlet WHERE name IN ({_marks(state.outlet)})"
    return f"n IN (SELECT n FROM event_outlet WHERE code IN ({names}))", [*state.outlet]


def _event_type(state: ViewState) -> Condition:
    names = f"SELECT code FROM event_type WHERE name IN ({_marks(state.event_type)})"
    return f"event_type IN ({names})", [*state.event_type]


def _factuality(state: ViewState) -> Condition:
    names = f"SELECT code FROM factuality WHERE name IN ({_marks(state.factuality)})"
    return f"factuality IN ({names})", [*state.factuality]


def _dates(state: ViewState) -> Condition:
    clauses, values = ["dated"], Parameters()
    if state.last is not None:
        clauses.append("lo <= ?")
        values.append(state.last.toordinal() - _EPOCH)
    if state.first is not None:
        clauses.append("hi >= ?")
        values.append(state.first.toordinal() - _EPOCH)
    return " AND ".join(clauses), values


def _search(state: ViewState) -> Condition:
    clauses, values = [], Parameters()
    for minus, phrase, word in _TERM.findall(state.search):
        clauses.append(f"{'NOT ' if minus else ''}contains(words, lower(strip_accents(?)))")
        values.append(phrase or word)
    return " AND ".join(clauses) or "true", values


def _dates_sentence(state: ViewState) -> str:
    return words.span(state.first, state.last)


FILTERS: tuple[Filter, ...] = (
    Filter(
        key="actor",
        label="Actor",
        active=lambda state: bool(state.actor),
        condition=_actor,
        sentence=lambda state: words.listed([*state.actor], last="or"),
        cleared=lambda state: replace(state, actor=()),
    ),
    Filter(
        key="dates",
        label="Dates",
        active=lambda state: state.first is not None or state.last is not None,
        condition=_dates,
        sentence=_dates_sentence,
        cleared=lambda state: replace(state, first=None, last=None),
    ),
    Filter(
        key="outlet",
        label="Outlet",
        active=lambda state: bool(state.outlet),
        condition=_outlet,
        sentence=lambda state: "reported by " + words.listed([*state.outlet], last="or"),
        cleared=lambda state: replace(state, outlet=()),
    ),
    Filter(
        key="event_type",
        label="Type",
        active=lambda state: bool(state.event_type),
        condition=_event_type,
        sentence=lambda state: words.listed([labels.event_type(x).lower() for x in state.event_type], last="or"),
        cleared=lambda state: replace(state, event_type=()),
    ),
    Filter(
        key="factuality",
        label="Certainty",
        active=lambda state: bool(state.factuality),
        condition=_factuality,
        sentence=lambda state: words.listed([labels.factuality(x).lower() for x in state.factuality], last="or"),
        cleared=lambda state: replace(state, factuality=()),
    ),
    Filter(
        key="search",
        label="Search",
        active=lambda state: bool(state.search.strip()),
        condition=_search,
        sentence=lambda state: f"with “{state.search.strip()}”",
        cleared=lambda state: replace(state, search=""),
    ),
)


def active(state: ViewState) -> tuple[Filter, ...]:
    """The filters that narrow this view, in the order of FILTERS."""
    return tuple(row for row in FILTERS if row.active(state))


def where(state: ViewState, *, without: str = "") -> Condition:
    """All active conditions joined; `without` leaves out the filter of that key."""
    parts = [row.condition(state) for row in active(state) if row.key != without]
    return " AND ".join(f"({sql})" for sql, _ in parts) or "true", [x for _, values in parts for x in values]


def sentence(state: ViewState, shown: int, total: int) -> str:
    """The view in words: "Showing 34 of 120 events: Vladimir Putin; 2022; alleged"."""
    parts = "; ".join(row.sentence(state) for row in active(state))
    if not parts:
        return f"Showing all {words.count(total, 'event')}" if total != 1 else "Showing the only event"
    return f"Showing {shown:,} of {words.count(total, 'event')}: {parts}"


def known(state: ViewState, names: Mapping[str, Collection[str]]) -> tuple[ViewState, tuple[str, ...]]:
    """The view without values the store does not hold, and a notice naming each of them.

    Args:
        state: a view as an address gave it.
        names: for each filter that chooses among names, the names there are.
    """
    notices: list[str] = []
    for key, options in names.items():
        wanted: tuple[str, ...] = getattr(state, key)
        kept = tuple(value for value in wanted if value in options)
        label = next(row.label for row in FILTERS if row.key == key).lower()
        notices += [
            f"No {label} called “{value}” in this store; it was ignored." for value in wanted if value not in kept
        ]
        state = replace(state, **{key: kept})  # type: ignore[arg-type]
    return state, tuple(notices)
