"""How much a reader expects to see a mention, in [0, 1], from parts that can be read one by one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.names import country_codes, country_of
from pipeline.events.dating.link import Link
from pipeline.events.reading import Draft, Reading
from pipeline.events.timeline.plot import has_own_date
from pipeline.resources import Row, table
from pipeline.words import possessive

PARTS: Mapping[str, float] = MappingProxyType(
    {"position": 0.2, "central": 0.1, "rank": 0.2, "type": 0.3, "assertion": 0.1, "date": 0.1}
)
"""What each part can add at most: what happened counts most, then to whom, then where the article tells it."""
ASSERTION: Mapping[str, float] = MappingProxyType(
    {"asserted": 1.0, "reported": 0.8, "planned": 0.5, "alleged": 0.4, "denied": 0.3, "hypothetical": 0.1}
)
LEAD = 3
"""The first sentences of an article, where editors put the news."""


def importance(reading: Reading, draft: Draft, found: Link | None) -> float:
    """Weighted sum of the parts."""
    values = parts(reading, draft, found)
    return round(sum(PARTS[name] * value for name, value in values.items()), 3)


def parts(reading: Reading, draft: Draft, found: Link | None) -> dict[str, float]:
    """Each part in [0, 1]: place in the article, its actors there and in the world, type, certainty, date."""
    everyone = (*draft.actors, *draft.recipients)
    owned = [name for name in everyone if "’" in name]
    everyone += tuple(n for n in reading.names.count if any(name.startswith(f"{possessive(n)} ") for name in owned))
    most = max(reading.names.count.values(), default=1)
    return {
        "position": _position(reading, draft),
        "central": max((reading.names.count[n] / most for n in everyone), default=0.0),
        "rank": _standing(everyone),
        "type": _type_weights().get(draft.event_type, 0.0),
        "assertion": ASSERTION.get(draft.factuality, 0.0),
        "date": _fineness(found),
    }


def _position(reading: Reading, draft: Draft) -> float:
    """1 in the lead, then falling to 0 at the end; what only gives background there counts half."""
    count = max(1, len(reading.trees))
    place = 1.0 if draft.sentence < LEAD else 1 - draft.sentence / count
    token = reading.trees[draft.sentence].tokens[draft.token]
    return place / 2 if token.dep in ("relcl", "acl", "advcl", "amod", "pobj") else place


def _standing(everyone: tuple[str, ...]) -> float:
    """That of the first in rank, and a little for a second party."""
    ranks = sorted((rank_of(name) for name in everyone), reverse=True)
    if not ranks:
        return 0.0
    return min(1.0, 0.8 * ranks[0] + (0.2 * ranks[1] if len(ranks) > 1 else 0.0))


@functools.lru_cache(maxsize=4096)
def rank_of(name: str) -> float:
    """1 for states and those who lead them, less for who is known or a nation's officials, least for unknown people."""
    if name.lower() in country_codes() or leads(name):
        return 1.0
    actor = gazetteer.canonical(name)
    if actor is None:  # Latvian officials weigh more than a farmer.
        return 0.6 if country_of(name.split(maxsplit=1)[0]) else 0.3
    return {"state": 1.0, "alliance": 0.9, "person": 0.8, "outlet": 0.2}.get(actor.kind, 0.6)


def _fineness(found: Link | None) -> float:
    if found is None:
        return 0.0
    width = found.interval.width
    fine = 0.3 if width is None else 1.0 if width <= 2 else 0.8 if width <= 31 else 0.5
    return fine if has_own_date(found) else 0.7 * fine


class TypeWeight(Row):
    """How much a type of event weighs on a front page, in [0, 1]; `example` is one of that type."""

    event_type: str
    weight: float
    example: str
    counterexample: str = ""


@functools.cache
def _type_weights() -> dict[str, float]:
    """Weights by type."""
    return {row.event_type: row.weight for row in table(lexicon.FOLDER + "type_weights.csv", TypeWeight)}
