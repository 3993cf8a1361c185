"""Whether two deeds done at one spot were done in towns too far apart to be one deed."""

from __future__ import annotations

import functools
import math
import re

from pipeline import gazetteer
from pipeline.coreference.profile import Profile
from pipeline.knowledge import demonyms
from pipeline.resources import split

_NOT_AT_ONE_SPOT = frozenset({"MOVE", "STATEMENT", "GOVERN", "AGREE", "LEGISLATE", "ORDER", "CONSULT"})
"""Types of event that towns named beside them need not hold; an arrest in Brest is none in Gomel."""
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_TOWNS = frozenset({"city", "town", "village"})
_FAR = 80.0
"""Kilometres: a suburb and its city, a village and the next town are told of one place."""
_EARTH = 6371.0


def far_apart(one: Profile, other: Profile) -> bool:
    """Whether both name towns, all of one far from all of the other, and nobody to whom both happened."""
    types = {one.mention.event_type, other.mention.event_type}
    if types & _NOT_AT_ONE_SPOT or one.spoken or (one.person is not None and one.person == other.person):
        return False
    here, there = _spots(one), _spots(other)
    return bool(here and there) and all(_kilometres(a, b) > _FAR for a in here for b in there)


def _spots(profile: Profile) -> tuple[tuple[float, float], ...]:
    """Latitude and longitude of the towns where it happened, or else of those in its sentence.

    None where it is said to have happened in a wider place, or in one that nobody knows.
    """
    passage = profile.mention.passage
    return _spots_in(profile.mention.locations, profile.document.text[passage.start : passage.end])


@functools.lru_cache(maxsize=4096)
def _spots_in(where: tuple[str, ...], sentence: str) -> tuple[tuple[float, float], ...]:
    """A mention is held against many others, and its towns stay the same."""
    names = where or [m[0] for m in _NAME.finditer(sentence) if _is_spot(m[0], sentence[: m.start()])]
    places = [gazetteer.place_for(name) for name in names]
    towns = [place for place in places if place is not None and place.kind in _TOWNS]
    if where and len(towns) < len(places):
        return ()
    return tuple((t.latitude, t.longitude) for t in towns if t.latitude is not None and t.longitude is not None)


def _is_spot(name: str, before: str) -> bool:
    """Whether a name is that of a place: "over Kyiv", but a bare "Kyiv" may be the government."""
    return name not in _capitals() or before.endswith((" over ", " on ", " near "))


@functools.cache
def _capitals() -> frozenset[str]:
    """Moscow, the Kremlin: names that may stand for a government wherever it acts."""
    return frozenset(name for row in demonyms() for name in split(row.capital))


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along a great circle."""
    (north, east), (up, right) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    half = math.sin((up - north) / 2) ** 2 + math.cos(north) * math.cos(up) * math.sin((right - east) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))
