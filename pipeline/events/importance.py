"""How much a reader expects to see a mention, in [0, 1], from parts that can be read one by one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.events.link import Link
from pipeline.events.reading import Draft, Reading

TYPE_WEIGHT: Mapping[str, float] = MappingProxyType({"OTHER": 0.2, "STATEMENT": 0.5, "REQUEST": 0.6, "CONSULT": 0.8})
PARTS: Mapping[str, float] = MappingProxyType({"position": 0.25, "actors": 0.25, "type": 0.25, "date": 0.25})
"""What each part can add at most."""


def importance(reading: Reading, draft: Draft, found: Link | None) -> float:
    """Weighted sum of the parts."""
    values = parts(reading, draft, found)
    return round(sum(PARTS[name] * value for name, value in values.items()), 3)


def parts(reading: Reading, draft: Draft, found: Link | None) -> dict[str, float]:
    """Each part in [0, 1]: place in the article, how central its actors are, its type, how fine its date is."""
    count = max(1, len(reading.trees))
    most = max(reading.names.count.values(), default=1)
    central = max((reading.names.count[n] / most for n in (*draft.actors, *draft.recipients)), default=0.0)
    return {
        "position": 1 - draft.sentence / count,
        "actors": central,
        "type": TYPE_WEIGHT.get(draft.event_type, 1.0),
        "date": _fineness(found),
    }


def _fineness(found: Link | None) -> float:
    if found is None:
        return 0.0
    width = found.interval.width
    if width is None:
        return 0.3
    return 1.0 if width <= 2 else 0.8 if width <= 31 else 0.5
