"""What the reader is looking at, as one frozen record, and how it travels in the address of the page."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline import labels

EPOCH = dt.date(1970, 1, 1).toordinal()
"""The day from which days are counted wherever they are numbers."""
Lanes = Literal["actor", "outlet", "event_type"]
LANES: tuple[Lanes, ...] = ("actor", "outlet", "event_type")

CHOICES = ("actor", "recipient", "outlet", "claimant", "event_type", "factuality", "place", "agreement", "tag")
"""Fields that hold any of several names; the address repeats the key for each."""

SINGLES = ("granularity", "no_date", "marked")
"""Fields that hold one of a few codes, or nothing."""

GRANULARITIES = tuple(row.granularity for row in labels.granularities() if row.granularity not in {"vague", "none"})
"""From fine to coarse; what is vague or has no date is as fine as nothing."""
_ALLOWED = {
    "granularity": GRANULARITIES,
    "no_date": ("hide", "only"),
    "marked": ("starred", "corrected"),
    "within": ("yes",),
    "actors": ("all",),
    "lanes": LANES,
}
"""What the address may say under a key that takes one of a few codes."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


def finer(granularity: str) -> tuple[str, ...]:
    """The granularities as fine as that one or finer."""
    return GRANULARITIES[: GRANULARITIES.index(granularity) + 1]


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the address of the page says. Empty fields filter nothing.

    `first` and `last` are inclusive days; an event is shown when it can have happened on some day between them,
    and one with an open date ("on or before 3 May") when the day it names lies there: it would fill all years before.
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    claimant: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    within: bool = False
    """Whether an event must lie wholly between them; else it is enough that it can have happened there."""
    event_type: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    agreement: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    granularity: str = ""
    """Coarsest granularity shown, one of GRANULARITIES; empty for all."""
    no_date: str = ""
    """Events without a date: empty for shown, "hide" for without them, "only" for nothing else."""
    marked: str = ""
    """What a reader has done to an event: "starred" or "corrected"; empty for whatever it is."""
    search: str = ""
    every_actor: bool = False
    """Whether an event must have all of the chosen actors, not just any of them."""
    lanes: Lanes = "actor"
    event: str | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is set (lanes and the chosen event are none)."""
        chosen = any(getattr(self, key) for key in (*CHOICES, *SINGLES)) or bool(self.search.strip())
        return chosen or self.first is not None or self.last is not None


def parse_day(text: str, *, end: bool) -> dt.date | None:
    """A year, a month or a day as its first day, or with `end` its last; None when it is no date."""
    found = _PARTIAL.match(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
        if day or not end:
            return first
        return (
            first.replace(day=calendar.monthrange(first.year, first.month)[1])
            if month
            else first.replace(month=12, day=31)
        )
    except ValueError:
        return None


def parse_dates(text: str) -> tuple[dt.date | None, dt.date | None] | None:
    """ "2022-02-24/2022-03", "2022", "2022-02/.." -> inclusive days; None when it is no span of dates."""
    start, slash, stop = text.partition("/")
    stop = stop if slash else start
    first = None if start in {"", ".."} else parse_day(start, end=False)
    last = None if stop in {"", ".."} else parse_day(stop, end=True)
    understood = (first is not None or start in {"", ".."}) and (last is not None or stop in {"", ".."})
    if not understood or (first is None and last is None) or (first and last and first > last):
        return None
    return first, last


def format_dates(first: dt.date | None, last: dt.date | None) -> str | None:
    """Inclusive days as they stand in the address; None when both sides are open."""
    if first is None and last is None:
        return None
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def parse(parameters: Mapping[str, Sequence[str]]) -> tuple[ViewState, tuple[str, ...]]:
    """The view that an address asks for, and a notice for every part that could not be understood.

    Names are not checked against the store here; `filters.known` does that.
    """
    notices: list[str] = []
    first, last = _dates(parameters, notices)
    coded = {key: _code(parameters, key, notices) for key in _ALLOWED}
    for name in sorted(set(parameters) - set(_KEYS)):
        notices.append(f"{name} in the address is not a filter of this page, so it was ignored.")
    return ViewState(
        **{key: _several(parameters, key) for key in CHOICES},
        first=first,
        last=last,
        within=coded["within"] == "yes",
        granularity=coded["granularity"],
        no_date=coded["no_date"],
        marked=coded["marked"],
        search=_last(parameters, "search"),
        every_actor=coded["actors"] == "all",
        lanes=next((lane for lane in LANES if lane == coded["lanes"]), "actor"),
        event=_last(parameters, "event") or None,
    ), tuple(notices)


_KEYS = (*CHOICES, *_ALLOWED, "dates", "search", "event")


def _code(parameters: Mapping[str, Sequence[str]], key: str, notices: list[str]) -> str:
    code = _last(parameters, key)
    if code and code not in _ALLOWED[key]:
        notices.append(f"{key}={code} in the address was ignored; it can be {', '.join(_ALLOWED[key])}.")
        return ""
    return code


def _dates(parameters: Mapping[str, Sequence[str]], notices: list[str]) -> tuple[dt.date | None, dt.date | None]:
    text = _last(parameters, "dates")
    dates = parse_dates(text) if text else (None, None)
    if dates is None:
        notices.append(f"dates={text} in the address was ignored; write a span of dates such as 2022-02-24/2022-03-31.")
    return dates or (None, None)


def _several(parameters: Mapping[str, Sequence[str]], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in parameters.get(key, ()) if value))


def _last(parameters: Mapping[str, Sequence[str]], key: str) -> str:
    values = parameters.get(key, ())
    return values[-1] if values else ""


def address(state: ViewState) -> dict[str, list[str]]:
    """The query parameters that bring this view back; what is not set does not appear."""
    parameters: dict[str, list[str]] = {key: list(getattr(state, key)) for key in CHOICES}
    parameters |= {key: [code] if (code := getattr(state, key)) else [] for key in SINGLES}
    parameters |= {
        "dates": [dates] if (dates := format_dates(state.first, state.last)) else [],
        "within": ["yes"] if state.within else [],
        "actors": ["all"] if state.every_actor else [],
        "search": [state.search] if state.search.strip() else [],
        "lanes": [state.lanes] if state.lanes != "actor" else [],
        "event": [state.event] if state.event else [],
    }
    return {key: values for key, values in parameters.items() if values}
