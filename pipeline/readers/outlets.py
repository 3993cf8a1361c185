"""What the table of outlets knows that helps to read a date: how the outlet writes days, and its time zone."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.knowledge import Outlet, outlets
from pipeline.readers.published import Order
from pipeline.resources import split


@dataclass(frozen=True, slots=True)
class DateHabits:
    """How an outlet dates; None where it is not known. `name` is its canonical name."""

    name: str | None = None
    order: Order | None = None
    zone: ZoneInfo | None = None


def outlet_of(name: str | None, url: str | None) -> DateHabits:
    """The habits of the outlet of that name, else of the owner of that address."""
    row = (name and _by_name().get(name.casefold())) or (url and _owner(url))
    return _habits(row) if row else DateHabits()


def _habits(row: Outlet) -> DateHabits:
    try:
        zone = ZoneInfo(row.timezone) if row.timezone else None
    except (ZoneInfoNotFoundError, ValueError):  # a system without the table of time zones
        zone = None
    return DateHabits(row.name, row.date_order, zone)


@functools.cache
def _by_name() -> dict[str, Outlet]:
    return {name.casefold(): row for row in outlets() for name in (row.name, *split(row.aliases))}


@functools.cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: row for row in outlets() for domain in split(row.domains)}


def _owner(url: str) -> Outlet | None:
    """The outlet whose domain is the host of `url` or a parent of it."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return None
    hosts = (".".join(labels[at:]) for at in range(len(labels)))
    return next((row for host in hosts if (row := _by_domain().get(host))), None)
