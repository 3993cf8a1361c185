"""FILTERS: one visible tuple. A row gives a filter's key (widget, URL), its label, its condition and its words."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pipeline import labels, words
from views.state import ViewState

Parameters = list[object]
Condition = tuple[str, Parameters]
"""SQL over the table `event` (and those beside it), and the values for its question marks."""
Term = tuple[bool, str]
"""Whether it is unwanted, and the words as they were written."""

_EPOCH = dt.date(1970, 1, 1).toordinal()
_TERM = re.compile(r'(-?)(?:"([^"]+)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the timeline."""

    key: str
    """Widget key and URL parameter."""
    label: str
    condition: Callable[[ViewState], Condition]
    chips: Callable[[ViewState], tuple[Chip, ...]]
    """What it has been set to, part by part; nothing when it narrows nothing."""
    sentence: Callable[[ViewState], str]
    """What it says in the line over the chart."""
    texts: Callable[[ViewState], tuple[Term, ...]] = lambda _: ()
    """Terms that the title, the names or the passages of an event must hold, besides the condition."""

    def active(self, state: ViewState) -> bool:
        """Whether it narrows this view."""
        return bool(self.chips(state))

    def cleared(self, state: ViewState) -> ViewState:
        """The view without this filter."""
        for chip in self.chips(state):
            state = chip.without(state)
        return state


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of an active filter that can be taken away alone."""

    text: str
    without: Callable[[ViewState], ViewState]


def _listed(state: ViewState, key: str) -> tuple[str, ...]:
    values: tuple[str, ...] = getattr(state, key)
    return values


def _any_of(key: str, label: str, column: str, *, named: Callable[[str], str] = str, lead: str = "") -> Filter:
    """A filter that lets through what has any of the chosen names.

    Args:
        key: field of ViewState, table of names in the catalogue, widget key and URL parameter.
        label: over the widget.
        column: a column of the table `event` that holds the name's code, or a table of (n, code).
        named: a name as it is shown.
        lead: words before the names in the sentence.
    """

    def condition(state: ViewState) -> Condition:
        values = _listed(state, key)
        codes = f"SELECT code FROM {key} WHERE name IN ({', '.join('?' * len(values))})"
        inside = f"{column} IN ({codes})" if column == key else f"n IN (SELECT n FROM {column} WHERE code IN ({codes}))"
        return inside, [*values]

    def without(state: ViewState, value: str) -> ViewState:
        kept = tuple(x for x in _listed(state, key) if x != value)
        return replace(state, **{key: kept})  # type: ignore[arg-type]

    def chips(state: ViewState) -> tuple[Chip, ...]:
        return tuple(Chip(named(value), partial(without, value=value)) for value in _listed(state, key))

    def sentence(state: ViewState) -> str:
        return lead + words.listed([named(value) for value in _listed(state, key)], last="or")

    return Filter(key, label, condition, chips, sentence)


def _dates(state: ViewState) -> Condition:
    clauses, values = ["dated"], Parameters()
    if state.last is not None:
        clauses.append("lo <= ?")
        values.append(state.last.toordinal() - _EPOCH)
    if state.first is not None:
        clauses.append("hi >= ?")
        values.append(state.first.toordinal() - _EPOCH)
    return " AND ".join(clauses), values


def _terms(state: ViewState) -> tuple[Term, ...]:
    return tuple((bool(minus), phrase or word) for minus, phrase, word in _TERM.findall(state.search))


def _dates_sentence(state: ViewState) -> str:
    return words.span(state.first, state.last)


def _dates_chip(state: ViewState) -> tuple[Chip, ...]:
    if state.first is None and state.last is None:
        return ()
    return (Chip(_dates_sentence(state), lambda view: replace(view, first=None, last=None)),)


def _search_chip(state: ViewState) -> tuple[Chip, ...]:
    text = state.search.strip()
    return (Chip(f"“{text}”", lambda view: replace(view, search="")),) if text else ()


def _low(named: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: named(value).lower()


FILTERS: tuple[Filter, ...] = (
    _any_of("actor", "Actor", "event_actor"),
    _any_of("recipient", "Counterpart", "event_recipient", lead="to or with "),
    Filter("dates", "Dates", _dates, _dates_chip, _dates_sentence),
    _any_of("outlet", "Outlet", "event_outlet", lead="reported by "),
    _any_of("claimant", "Claimed by", "event_claimant", lead="claimed by "),
    _any_of("event_type", "Type", "event_type", named=_low(labels.event_type)),
    _any_of("factuality", "Certainty", "factuality", named=_low(labels.factuality)),
    _any_of("place", "Place", "event_place", lead="in "),
    _any_of("agreement", "Sources", "agreement", named=_low(labels.agreement)),
    Filter(
        "search", "Search", lambda _: ("true", []), _search_chip, lambda state: f"with “{state.search.strip()}”", _terms
    ),
)


def row(key: str) -> Filter:
    """The filter of that key."""
    return next(each for each in FILTERS if each.key == key)


def active(state: ViewState) -> tuple[Filter, ...]:
    """The filters that narrow this view, in the order of FILTERS."""
    return tuple(each for each in FILTERS if each.active(state))


def sentence(state: ViewState, shown: int, total: int) -> str:
    """The view in words: "Showing 34 of 120 events: Vladimir Putin; 2022; alleged"."""
    parts = "; ".join(each.sentence(state) for each in active(state))
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
        label = row(key).label.lower()
        notices += [
            f"No {label} called “{value}” in this store; it was ignored." for value in wanted if value not in kept
        ]
        state = replace(state, **{key: kept})  # type: ignore[arg-type]
    return state, tuple(notices)
