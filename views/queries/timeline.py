"""What the chart and the table need: counts, extent, density, lanes, and the most important events in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from views.queries.catalogue import Catalogue
from views.queries.deriving import EARLIEST, LATEST
from views.queries.selection import EPOCH, FIRST_DAY, LAST_DAY, Days, asked, once, select
from views.state import ViewState

NO_CORRECTIONS = "[]"
__all__ = [
    "EPOCH",
    "FIRST_DAY",
    "LAST_DAY",
    "Found",
    "Mark",
    "actors",
    "corrected",
    "density",
    "found",
    "lanes",
    "marks",
    "others",
    "passing",
    "undated",
]


@dataclass(frozen=True, slots=True)
class Found:
    """How many events a view has, and the stretch of days that holds nearly all of them."""

    dated: int
    undated: int
    extent: Days | None
    """The stretch of days that holds nearly all of them."""
    focus: Days | None
    """The stretch to open with."""
    full: Days | None
    """From the first to the last day of any event."""
    outside: int
    """How many dated events lie wholly outside the extent."""


def found(catalogue: Catalogue, state: ViewState) -> Found:
    """Counts and extent of the events that pass the filters."""
    chosen = select(catalogue, state)
    return Found(chosen.dated.size, chosen.undated.size, chosen.extent, chosen.focus, chosen.full, chosen.outside)


def passes(catalogue: Catalogue, state: ViewState, rank: int) -> bool:
    """Whether the event of that rank is among those that the view shows."""
    chosen = select(catalogue, state)
    return bool((chosen.dated == rank).any() or (chosen.undated == rank).any())


def density(catalogue: Catalogue, state: ViewState, span: Days, *, buckets: int) -> list[tuple[int, int]]:
    """Events per bucket of time over `span`: (dated within a quarter, dated more coarsely), by their middle day."""
    chosen = select(catalogue, state)
    edges = span[0] + (span[1] - span[0] + 1) / buckets * np.arange(buckets + 1)
    fine = np.diff(np.searchsorted(chosen.fine, edges))
    coarse = np.diff(np.searchsorted(chosen.coarse, edges))
    return list(zip(fine.tolist(), coarse.tolist(), strict=True))


def lanes(catalogue: Catalogue, state: ViewState, *, most: int) -> list[tuple[int, str, int]]:
    """The lanes of a view as (code, name, events): chosen names first, then the most frequent."""
    names = [*catalogue.options[state.lanes]]
    counts = _counted(catalogue, state, state.lanes)
    chosen = {"actor": state.actor, "outlet": state.outlet, "event_type": state.event_type}[state.lanes]
    first = [names.index(name) for name in chosen]
    rest = [int(code) for code in np.argsort(-counts, kind="stable")[: most + len(first)] if int(code) not in first]
    return [(code, names[code], int(counts[code])) for code in [*first, *rest][:most] if counts[code]]


def others(catalogue: Catalogue, state: ViewState, codes: Sequence[int]) -> int:
    """How many dated events of a view belong to none of these lanes."""
    return once(
        catalogue,
        f"others {state.lanes} {sorted(codes)} {asked(state)}",
        lambda: catalogue.members[state.lanes].without(select(catalogue, state).dated, codes),
    )


def _counted(catalogue: Catalogue, state: ViewState, key: str) -> NDArray[np.int64]:
    """How many dated events of a view have each name, by code; the lanes and the list of actors often ask the same."""
    return once(
        catalogue,
        f"counted {key} {asked(state)}",
        lambda: catalogue.members[key].counted(select(catalogue, state).dated, len(catalogue.options[key])),
    )


def actors(catalogue: Catalogue, state: ViewState) -> Mapping[str, int]:
    """Actors, most frequent first, with their events that pass all the other filters; chosen ones are always there."""
    names = catalogue.options["actor"]
    others = state if state.every_actor else replace(state, actor=())
    if not others.is_filtered:
        return names
    without = catalogue.members["actor"].counted(select(catalogue, others).undated, len(names))
    counted = zip(names, (_counted(catalogue, others, "actor") + without).tolist(), strict=True)
    kept = {name: count for name, count in counted if count or name in state.actor}
    return dict(sorted(kept.items(), key=lambda pair: -pair[1]))


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in view: its rank by importance, its row in the event table, its days, and the lanes it belongs to."""

    n: int
    row: int
    first: int | None
    last: int | None
    codes: Sequence[int]
    """Codes of its actors, outlets or type (whatever the lanes show), in the event's own order."""


def marks(
    catalogue: Catalogue, state: ViewState, view: Days | None, *, most: int, also: int | None = None
) -> list[Mark]:
    """The most important dated events that could lie in `view` (None: anywhere), most important first.

    The event of the rank `also` is one of them wherever it lies, as long as it has a date and passes the filters.
    """
    columns, dated = catalogue.columns, select(catalogue, state).dated
    shown = dated
    if view is not None:
        shown = shown[(columns.near[shown] <= view[1]) & (columns.far[shown] >= view[0])]
    members, ranks = catalogue.members[state.lanes], shown[:most].tolist()
    if also is not None and also not in ranks and also in dated:
        ranks = [*ranks[: most - 1], also]
    places = np.asarray(ranks, dtype=np.int64)
    days = zip(columns.lo[places].tolist(), columns.hi[places].tolist(), strict=True)
    return [
        Mark(n, row, None if lo == EARLIEST else lo, None if hi == LATEST else hi, members.of(n))
        for n, row, (lo, hi) in zip(ranks, columns.row[places].tolist(), days, strict=True)
    ]


def undated(catalogue: Catalogue, state: ViewState, *, most: int) -> list[int]:
    """Rows of the most important events that nothing dates, most important first."""
    rows: list[int] = catalogue.columns.row[select(catalogue, state).undated[:most]].tolist()
    return rows


def passing(catalogue: Catalogue, state: ViewState) -> list[int]:
    """Rows of all events that pass the filters, dated or not, most important first."""
    chosen = select(catalogue, state)
    ranks = np.sort(np.concatenate((chosen.dated, chosen.undated)))
    numbers: list[int] = catalogue.columns.row[ranks].tolist()
    return numbers


def corrected(catalogue: Catalogue, state: ViewState) -> int:
    """How many of the events that pass the filters a reader corrected or marked by hand."""
    made = catalogue.events.column("corrections").take(pa.array(passing(catalogue, state), pa.int64()))
    return pc.sum(pc.not_equal(made, NO_CORRECTIONS)).as_py() or 0
