"""What the chart and the table need: counts, extent, density, lanes, and the most important events in view."""

# ruff: noqa: S608 - the texts joined here are table names and conditions of ours; values go in as parameters

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from views import filters
from views.queries.catalogue import EARLIEST, LATEST, Catalogue
from views.state import Lanes, ViewState

EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = dt.date.min.toordinal() - EPOCH, dt.date.max.toordinal() - EPOCH
_LEAST_REACH = 45
"""Days on each side of the middle half of the events that always count as near."""
Days = tuple[int, int]
"""First and last day, inclusive, counted from 1970-01-01."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many events a view has, and the stretch of days that holds nearly all of them."""

    dated: int
    undated: int
    extent: Days | None
    """The stretch worth opening with: a lone event centuries away does not squeeze the rest into a pixel."""
    full: Days | None


def found(catalogue: Catalogue, state: ViewState) -> Found:
    """Counts and extent of the events that pass the filters."""
    where, values = filters.where(state)
    row: tuple[Any, ...] = catalogue.ask(
        f"""SELECT count(*) FILTER (dated), count(*) FILTER (NOT dated), min(mid), max(mid),
        quantile_disc(mid, 0.25), quantile_disc(mid, 0.75),
        min(lo) FILTER (lo > {EARLIEST}), max(hi) FILTER (hi < {LATEST}) FROM event WHERE {where}""",
        values,
    )[0]
    dated, undated, least, most, low, high, first, last = row
    if not dated:
        return Found(0, undated, None, None)
    full = (least if first is None else min(first, least), most if last is None else max(last, most))
    reach = max(_LEAST_REACH, (high - low) * 3)
    near = (low - reach, high + reach)
    inside: tuple[Any, ...] = catalogue.ask(
        f"""SELECT min(CASE WHEN lo < ? THEN mid ELSE lo END), max(CASE WHEN hi > ? THEN mid ELSE hi END)
        FROM event WHERE {where} AND dated AND mid BETWEEN ? AND ?""",
        [*near, *values, *near],
    )[0]
    return Found(dated, undated, inside, full)


def density(catalogue: Catalogue, state: ViewState, span: Days, *, buckets: int) -> list[tuple[int, int]]:
    """Events per bucket of time over `span`: (dated within a quarter, dated more coarsely), by their middle day."""
    where, values = filters.where(state)
    width = (span[1] - span[0] + 1) / buckets
    rows: list[tuple[Any, ...]] = catalogue.ask(
        f"""SELECT CAST(floor((mid - ?) / ?) AS INTEGER) AS bucket, count(*) FILTER (hi - lo <= 92),
        count(*) FILTER (hi - lo > 92) FROM event
        WHERE {where} AND dated AND mid BETWEEN ? AND ? GROUP BY bucket""",
        [span[0], width, *values, *span],
    )
    filled = {bucket: (fine, coarse) for bucket, fine, coarse in rows}
    return [filled.get(bucket, (0, 0)) for bucket in range(buckets)]


def lanes(catalogue: Catalogue, state: ViewState, *, most: int) -> list[tuple[int, str, int]]:
    """The lanes of a view as (code, name, events): chosen names first, then the most frequent."""
    where, values = filters.where(state)
    by: Lanes = state.lanes
    if by == "event_type":
        sql = f"SELECT event_type AS code, count(*) AS events FROM event WHERE {where} AND dated GROUP BY ALL"
    else:
        inner = f"SELECT n FROM event WHERE {where} AND dated"
        sql = f"SELECT code, count(*) AS events FROM event_{by} WHERE n IN ({inner}) GROUP BY code"
    chosen = [*(state.actor if by == "actor" else state.outlet if by == "outlet" else state.event_type)]
    rows: list[tuple[Any, ...]] = catalogue.ask(
        f"""SELECT code, name, c.events FROM ({sql}) c JOIN {by} USING (code)
        ORDER BY list_contains(?, name) DESC, c.events DESC, name LIMIT ?""",
        [*values, chosen, most],
    )
    return [(code, name, events) for code, name, events in rows]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in view: its rank by importance, its row in the event table, its days, and the lanes it belongs to."""

    n: int
    row: int
    first: int | None
    last: int | None
    codes: tuple[int, ...]
    """Codes of its actors, outlets or type (whatever the lanes show), in the event's own order."""


def marks(catalogue: Catalogue, state: ViewState, view: Days | None, *, most: int) -> list[Mark]:
    """The most important dated events that could lie in `view` (None: anywhere), most important first."""
    where, values = filters.where(state)
    low, high = view or (EARLIEST, LATEST)
    rows: list[tuple[Any, ...]] = catalogue.ask(
        f"""SELECT n, row, lo, hi, event_type FROM event
        WHERE {where} AND dated AND lo <= ? AND hi >= ? ORDER BY n LIMIT ?""",
        [*values, high, low, most],
    )
    codes = _codes(catalogue, state.lanes, rows)
    return [Mark(n, row, _bound(lo), _bound(hi), codes.get(n, ())) for n, row, lo, hi, _ in rows]


def _bound(day: int) -> int | None:
    return None if day in {EARLIEST, LATEST} else day


def _codes(catalogue: Catalogue, by: Lanes, rows: list[tuple[Any, ...]]) -> dict[int, tuple[int, ...]]:
    if by == "event_type":
        return {row[0]: (row[4],) for row in rows}
    found_codes: dict[int, tuple[int, ...]] = {}
    numbers = [row[0] for row in rows]
    members: list[tuple[Any, ...]] = catalogue.ask(
        f"SELECT n, code FROM event_{by} WHERE n IN (SELECT unnest(?::INTEGER[])) ORDER BY n, place",
        [numbers],
    )
    for n, code in members:
        found_codes[n] = (*found_codes.get(n, ()), code)
    return found_codes


def undated(catalogue: Catalogue, state: ViewState, *, most: int) -> list[int]:
    """Rows of the most important events that nothing dates, most important first."""
    where, values = filters.where(state)
    rows: list[tuple[Any, ...]] = catalogue.ask(
        f"SELECT row FROM event WHERE {where} AND NOT dated ORDER BY n LIMIT ?",
        [*values, most],
    )
    return [row for (row,) in rows]
