"""Names of the story matched to the people, bodies, states and places they mean, under one canonical name.

A name counts when it is written as data/knowledge has it (a curly apostrophe reads as a straight one, "the" in front is
optional), or nearly so: transliterations differ by a letter or two. A form that several actors share ("Bush") is
settled by who held an office at the time, else not at all.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from pipeline import knowledge
from pipeline.calendar.interval import Interval, days
from pipeline.knowledge import Actor, Place, Role
from pipeline.resources import split
from pipeline.settings.names import GIVEN_NAME_LIKENESS, NAME_LIKENESS, NAME_MARGIN, NAME_MIN_LETTERS

Pattern = dict[str, str]
"""A pattern of spaCy's EntityRuler: label, pattern and, for an actor, id."""

LABELS = {"person": "PERSON", "state": "GPE", "people": "NORP"}
"""Entity label by kind of actor; every other kind is an ORG."""
PLACE_LABELS = dict.fromkeys(("country", "city", "town", "village", "settlement", "region"), "GPE") | dict.fromkeys(
    ("sea", "river", "strait", "island", "continent", "corridor", "forest"), "LOC"
)
"""Entity label by kind of place; every other kind is built, a FAC."""
CYRILLIC_LANDS = frozenset({"BLR", "RUS", "UKR", "SUN", "KAZ", "KGZ", "TJK", "UZB", "BGR", "SRB"})
"""Names from here reach English by transliteration, so a letter or two may differ; other names are spelt one way."""


@functools.cache
def all_actors() -> tuple[Actor, ...]:
    """The actors of the story, and every outlet as an actor of kind "outlet": a paper may be who says so."""
    return knowledge.actors() + tuple(
        Actor(
            actor_id=outlet.outlet_id,
            name=outlet.name,
            kind="outlet",
            country=outlet.country,
            sector="JRN",
            aliases=outlet.aliases,
            source=outlet.source,
        )
        for outlet in knowledge.outlets()
    )


@functools.cache
def actor_named(actor_id: str) -> Actor | None:
    """The actor with this identifier, or None."""
    return _by_id().get(actor_id)


@functools.cache
def actor_index() -> Mapping[str, Actor]:
    """Canonical names and unshared aliases, letter case as written, apostrophes straight -> the actor."""
    return {_plain(name): actor for actor in all_actors() for name in (actor.name, *split(actor.aliases))}


@functools.lru_cache(maxsize=65536)
def canonical(name: str, *, on: Interval | None = None) -> Actor | None:
    """The actor that `name` means, or None. `on` is the time spoken of; it settles forms that several share."""
    plain = _plain(name).removesuffix("'s")
    bare = plain.removeprefix("the ").removeprefix("The ")
    if not bare:
        return None
    written = (plain, bare, f"the {bare}", f"The {bare}")
    exact = next((actor for form in written if (actor := actor_index().get(form) or _capitals().get(form))), None)
    return exact or _sharer(bare, on) or _alike(bare)


def holders(role: str, of: str, on: Interval | None = None) -> tuple[Actor, ...]:
    """Who held the office `role` ("president") of a country (ISO alpha-3) or body (actor_id), the latest holder first.

    With `on`, only those in office on some day of it; without, all that ever were.
    """
    noun = " ".join(role.casefold().split())
    held = [row for row in _roles_of(of) if noun in split(row.role) and (on is None or _term(row).overlaps(on))]
    latest = sorted(held, key=lambda row: row.start.toordinal() if row.start else 0, reverse=True)
    return tuple(dict.fromkeys(actor for row in latest if (actor := actor_named(row.actor_id))))


def serves(name: str, on: Interval | None = None) -> Actor | None:
    """The body or state in whose office a person is, by the term begun last; None for others."""
    actor = canonical(name, on=on)
    terms = [row for row in (_terms(actor) if actor is not None else ()) if on is None or _term(row).overlaps(on)]
    latest = max(terms, key=lambda row: row.start.toordinal() if row.start else 0, default=None)
    return (actor_named(latest.of) or state_of(latest.of)) if latest is not None else None


def offices(name: str, on: Interval | None = None) -> tuple[str, ...]:
    """What the offices that a person holds are called: president, head of state. () for others."""
    actor = canonical(name, on=on)
    terms = [row for row in (_terms(actor) if actor is not None else ()) if on is None or _term(row).overlaps(on)]
    return tuple(dict.fromkeys(role for row in terms for role in split(row.role)))


def place_for(name: str) -> Place | None:
    """The place of this name or alias, "the" in front or not; None when unknown."""
    bare = _plain(name).removesuffix("'s").removeprefix("the ").removeprefix("The ")
    return _places().get(bare) or _places().get(f"the {bare}") or _places().get(f"The {bare}")


def state_of(country: str) -> Actor | None:
    """The state with this ISO alpha-3 code, as an actor."""
    return _states().get(country)


@functools.cache
def _states() -> dict[str, Actor]:
    return {actor.country: actor for actor in reversed(knowledge.actors()) if actor.kind == "state" and actor.country}


@functools.cache
def members_of(name: str) -> tuple[Actor, ...]:
    """The states that a joint body of few consists of, by its canonical name; () for any other actor."""
    rows = knowledge.members()
    ids = {actor.actor_id for actor in knowledge.actors() if actor.name == name} & {row.body for row in rows}
    return tuple(state for row in rows if row.body in ids and (state := state_of(row.country)) is not None)


@functools.cache
def opposition_of(country: str) -> Actor | None:
    """The opposition of the state with this ISO alpha-3 code, as an actor."""
    groups = (actor for actor in knowledge.actors() if actor.kind == "group" and actor.country == country)
    return next((actor for actor in groups if actor.name.endswith(" opposition")), None)


@functools.cache
def entity_patterns() -> tuple[Pattern, ...]:
    """Names for spaCy's EntityRuler: every unshared name of an actor with its id, then places that no actor shares."""
    patterns: dict[str, Pattern] = {}
    for actor in all_actors():
        for form in _spellings((actor.name, *split(actor.aliases))):
            label = LABELS.get(actor.kind, "ORG")
            patterns.setdefault(form, {"label": label, "pattern": form, "id": actor.actor_id})
    for place in knowledge.places():
        for form in _spellings((place.name, *split(place.aliases))):
            patterns.setdefault(form, {"label": PLACE_LABELS.get(place.kind, "FAC"), "pattern": form})
    return tuple(patterns.values())


def _spellings(names: Iterable[str]) -> tuple[str, ...]:
    """Names without a "the" that may be left out, each with straight and with curly apostrophe."""
    kept = set(names)
    bare = [name for name in names if not (name.lower().startswith("the ") and name[4:] in kept)]
    return tuple(dict.fromkeys(form for name in bare for form in (name, name.replace("'", "’"))))


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


def _term(row: Role) -> Interval:
    """Days in office; `end` of the table is the first day no longer in it."""
    term = days(row.start, None)
    return Interval(term.start, row.end.toordinal() if row.end else None)


def _sharer(name: str, on: Interval | None) -> Actor | None:
    """The one actor that a shared form can mean: the only one there is, or the only one in office on `on`."""
    sharers = _shared().get(name, ())
    if len(sharers) == 1:
        return sharers[0]
    serving = [actor for actor in sharers if on is not None and any(_term(r).overlaps(on) for r in _terms(actor))]
    return serving[0] if len(serving) == 1 else None


def _alike(name: str) -> Actor | None:
    """The person of a land with another alphabet whose name is spelt nearly so; None when two could be meant."""
    best: dict[str, float] = {}
    for form, actor in _transliterated().get(name.count(" "), ()):
        if form[0] == name[0] and (score := _likeness(form, name)) >= NAME_LIKENESS.number:
            best[actor.actor_id] = max(score, best.get(actor.actor_id, 0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < NAME_MARGIN.number):
        return None
    return actor_named(ranked[0][0])


def _likeness(form: str, name: str) -> float:
    """0 to 100, that of the surnames; 0 when they are short, end otherwise, or the given names differ."""
    *given, surname = form.split(" ")
    *other_given, other = name.split(" ")
    if min(len(surname), len(other)) < NAME_MIN_LETTERS.number or abs(len(surname) - len(other)) > 1:
        return 0
    if _ending(surname) != _ending(other):
        return 0
    if any(fuzz.ratio(*pair) < GIVEN_NAME_LIKENESS.number for pair in zip(given, other_given, strict=True)):
        return 0
    return fuzz.ratio(surname, other)


def _ending(surname: str) -> str:
    """Class of the last letter; across classes it is another family or sex (Ivanov, Ivanova; Karpenko, -kov)."""
    return "a" if surname[-1] in "ao" else "y" if surname[-1] in "yij" else "consonant"


@functools.cache
def _transliterated() -> Mapping[int, tuple[tuple[str, Actor], ...]]:
    """Number of spaces -> Latin spellings of people whose names reach English by transliteration."""
    forms = defaultdict(list)
    for form, actor in actor_index().items():
        if actor.kind == "person" and actor.country in CYRILLIC_LANDS and form.split(" ")[-1].isascii():
            forms[form.count(" ")].append((form, actor))
    return {spaces: tuple(values) for spaces, values in forms.items()}


@functools.cache
def _shared() -> Mapping[str, tuple[Actor, ...]]:
    shared = defaultdict(list)
    for actor in all_actors():
        for form in split(actor.short):
            shared[form].append(actor)
    return {form: tuple(sharers) for form, sharers in shared.items()}


@functools.cache
def _capitals() -> Mapping[str, Actor]:
    """Names in capitals, as headlines write them."""
    return {name.upper(): actor for name, actor in actor_index().items()}


@functools.cache
def _by_id() -> Mapping[str, Actor]:
    return {actor.actor_id: actor for actor in all_actors()}


@functools.cache
def _roles_of(of: str) -> tuple[Role, ...]:
    return tuple(row for row in knowledge.roles() if row.of == of)


@functools.cache
def _terms(actor: Actor) -> tuple[Role, ...]:
    return tuple(row for row in knowledge.roles() if row.actor_id == actor.actor_id)


@functools.cache
def _places() -> Mapping[str, Place]:
    return {_plain(name): place for place in knowledge.places() for name in (place.name, *split(place.aliases))}
