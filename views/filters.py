"""FILTERS: one visible tuple. A row gives a filter's key (widget, URL), its label, its condition and its words."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from pipeline import labels, words
from views.narrowing import Chip, Condition, Filter, Parameters
from views.searching import SEARCH
from views.state import EPOCH, ViewState, finer

MARKED = {"": "all events", "starred": "starred", "corrected": "corrected by a reader"}
"""What can be asked of a reader's own work, as the address says it and in words."""
UNDATED = {"": "all events", "hide": "dated events only", "only": "undated events only"}
"""What can be asked of events without a date, as the address says it and in words."""


def _listed(state: ViewState, key: str) -> tuple[str, ...]:
    values: tuple[str, ...] = getattr(state, key)
    return values


def _any_of(key: str, label: str, column: str, *, named: Callable[[str], str] = str, lead: str = "") -> Filter:
    """A filter that lets through what has any of the chosen names; of actors all of them, where the view says so.

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
        if joined(state):
            having = f"SELECT n FROM {column} WHERE code IN ({codes}) GROUP BY n HAVING count(*) = {len(values)}"
            return f"n IN ({having})", [*values]
        inside = f"{column} IN ({codes})" if column == key else f"n IN (SELECT n FROM {column} WHERE code IN ({codes}))"
        return inside, [*values]

    def joined(state: ViewState) -> bool:
        return key == "actor" and state.every_actor and len(state.actor) > 1

    def without(state: ViewState, value: str) -> ViewState:
        kept = tuple(x for x in _listed(state, key) if x != value)
        return replace(state, **{key: kept})  # type: ignore[arg-type]

    def chips(state: ViewState) -> tuple[Chip, ...]:
        return tuple(Chip(named(value), partial(without, value=value)) for value in _listed(state, key))

    def sentence(state: ViewState) -> str:
        return lead + words.listed(
            [named(value) for value in _listed(state, key)], last="and" if joined(state) else "or"
        )

    return Filter(key, label, condition, chips, sentence)


def _dates(state: ViewState) -> Condition:
    clauses, values = ["dated"], Parameters()
    low, high = ("hi <= ?", "lo >= ?") if state.within else ("near <= ?", "far >= ?")
    if state.last is not None:
        clauses.append(low)
        values.append(state.last.toordinal() - EPOCH)
    if state.first is not None:
        clauses.append(high)
        values.append(state.first.toordinal() - EPOCH)
    return " AND ".join(clauses), values


def _dates_sentence(state: ViewState) -> str:
    return ("entirely in " if state.within else "") + words.span(state.first, state.last)


def _dates_chip(state: ViewState) -> tuple[Chip, ...]:
    if state.first is None and state.last is None:
        return ()
    return (Chip(_dates_sentence(state), lambda view: replace(view, first=None, last=None, within=False)),)


def _fine(state: ViewState) -> Condition:
    names = finer(state.granularity)
    return f"granularity IN (SELECT code FROM granularity WHERE name IN ({', '.join('?' * len(names))}))", [*names]


def _finest(state: ViewState) -> str:
    return next(row.label for row in labels.granularities() if row.granularity == state.granularity)


def _fine_chip(state: ViewState) -> tuple[Chip, ...]:
    if not state.granularity:
        return ()
    return (Chip(f"{_finest(state)} or finer", lambda view: replace(view, granularity="")),)


def _undated(state: ViewState) -> Condition:
    return ("NOT dated" if state.no_date == "only" else "dated"), []


def _undated_chip(state: ViewState) -> tuple[Chip, ...]:
    return (Chip(UNDATED[state.no_date], lambda view: replace(view, no_date="")),) if state.no_date else ()


def _marked_chip(state: ViewState) -> tuple[Chip, ...]:
    return (Chip(MARKED[state.marked], lambda view: replace(view, marked="")),) if state.marked else ()


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
    Filter("granularity", "Precision", _fine, _fine_chip, lambda state: f"dated to {_finest(state)} or finer"),
    Filter("no_date", "Undated", _undated, _undated_chip, lambda state: UNDATED[state.no_date]),
    _any_of("tag", "Tag", "event_tag", lead="tagged "),
    Filter("marked", "Marked", lambda state: (state.marked, []), _marked_chip, lambda state: MARKED[state.marked]),
    SEARCH,
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
            f"There is no {label} called “{value}” in this store, so it was ignored."
            for value in wanted
            if value not in kept
        ]
        state = replace(state, **{key: kept})  # type: ignore[arg-type]
    return state, tuple(notices)
