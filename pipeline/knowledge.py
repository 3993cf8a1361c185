"""The facts under data/knowledge as typed rows: actors and their roles, places, outlets, named days, known events."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pipeline.resources import Row, table

ActorKind = Literal[
    "person", "office", "body", "force", "state", "alliance", "party", "company", "outlet", "group", "people"
]


class Actor(Row):
    """A person, office, body, force, state or alliance. Lists inside a cell are written with `|` between the parts."""

    actor_id: str
    name: str
    """Canonical name, as events show it."""
    kind: ActorKind
    country: str = ""
    """ISO 3166-1 alpha-3, INT for alliances."""
    sector: str = ""
    """PLOVER sector code: GOV, MIL, SPY, OPP, ..."""
    gender: Literal["male", "female", "none"] = "none"
    born: dt.date | None = None
    died: dt.date | None = None
    aliases: str = ""
    """Other spellings and short forms that name this actor and no other, Cyrillic ones included."""
    short: str = ""
    """Short forms that others share ("Bush", "May"): they count only where the article settles which is meant."""
    source: str


class Role(Row):
    """Who held which office when: "the Belarus president" is a person at a date."""

    actor_id: str
    role: str
    """Role nouns in lower case, `|` between them: president|leader|head of state."""
    of: str
    """ISO alpha-3 of the country, or the actor_id of the body."""
    start: dt.date | None = None
    end: dt.date | None = None
    """First day no longer in office; empty while in office."""
    source: str


class Member(Row):
    """A state that belongs to a body of few: whoever acts through the body, these do."""

    body: str
    """The actor_id of the body."""
    country: str
    """ISO alpha-3."""
    source: str


class Place(Row):
    """A named place. geo_precision follows ACLED: 1 the named town, 2 near it, 3 a region or country."""

    place_id: str
    name: str
    kind: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: Literal["1", "2", "3"]
    aliases: str = ""
    source: str


class Demonym(Row):
    """What a country's people and things are called: BLR, Belarus, Belarusian|Belarussian, Belarusians, Minsk."""

    country: str
    name: str
    adjectives: str
    people: str
    capital: str = ""
    """Names of the capital or seat that stand for its government: Minsk, Moscow|Kremlin."""
    source: str


class Outlet(Row):
    """A news source. `date_order` is how 01/02/2022 reads there; `signatures` are phrases only its own pages carry."""

    outlet_id: str
    name: str
    aliases: str = ""
    domains: str = ""
    country: str = ""
    kind: str = ""
    date_order: Literal["dmy", "mdy", "ymd"] = "dmy"
    timezone: str = ""
    signatures: str = ""
    source: str


class NamedDay(Row):
    """A day with a name. `rule` is MM-DD, easter+N, orthodox-easter+N, or MM-WEEKDAY-N (N-th weekday, -1 the last)."""

    day_id: str
    name: str
    aliases: str = ""
    rule: str
    country: str = ""
    first_year: int | None = None
    last_year: int | None = None
    source: str


class KnownEvent(Row):
    """Background chronology: a public event, its day, and the words that mean it and nothing else."""

    event_id: str
    title: str
    date: str
    """EDTF: 2022-02-24, 1991-12, 2020-08-09/2020-08-12."""
    event_type: str
    cue: str
    """Lower-case letters of which every match holds at least one (`|` between them); looked for first: it is cheap."""
    pattern: str
    """Regular expression over lower-cased text; must match `example` and must not match `counterexample`."""
    example: str
    counterexample: str
    actors: str = ""
    recipients: str = ""
    places: str = ""
    source: str
    lasts: Literal["yes", "no"] = "no"
    """Whether the day opened something that goes on: a war without an armistice."""


def actors() -> tuple[Actor, ...]:
    """Rows of data/knowledge/actors.csv."""
    return table("knowledge/actors.csv", Actor)


def roles() -> tuple[Role, ...]:
    """Rows of data/knowledge/roles.csv."""
    return table("knowledge/roles.csv", Role)


def members() -> tuple[Member, ...]:
    """Rows of data/knowledge/members.csv."""
    return table("knowledge/members.csv", Member)


def places() -> tuple[Place, ...]:
    """Rows of data/knowledge/places.csv."""
    return table("knowledge/places.csv", Place)


def demonyms() -> tuple[Demonym, ...]:
    """Rows of data/knowledge/demonyms.csv."""
    return table("knowledge/demonyms.csv", Demonym)


def outlets() -> tuple[Outlet, ...]:
    """Rows of data/knowledge/outlets.csv."""
    return table("knowledge/outlets.csv", Outlet)


def named_days() -> tuple[NamedDay, ...]:
    """Rows of data/knowledge/named_days.csv."""
    return table("knowledge/named_days.csv", NamedDay)


def chronology() -> tuple[KnownEvent, ...]:
    """Rows of data/knowledge/chronology.csv."""
    return table("knowledge/chronology.csv", KnownEvent)
