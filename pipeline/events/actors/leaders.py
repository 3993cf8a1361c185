"""Who leads a state or a government, and which."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from pipeline import gazetteer, knowledge
from pipeline.resources import split

if TYPE_CHECKING:
    from pipeline.calendar.interval import Interval
    from pipeline.events.reading import Reading


@functools.cache
def _leaders() -> frozenset[str]:
    words = ("president", "prime minister", "leader", "chancellor")
    rows = [row for row in knowledge.roles() if set(split(row.role)) & set(words)]
    return frozenset(actor.name for row in rows if (actor := gazetteer.actor_named(row.actor_id)))


def leads(name: str, *, on: Interval | None = None) -> bool:
    """Whether somebody headed a state or government; with `on`, then."""
    if on is None or name not in _leaders():
        return name in _leaders()
    actor = gazetteer.canonical(name)
    return actor is not None and any(
        actor in gazetteer.holders(role, actor.country or "", on) for role in ("president", "prime minister", "leader")
    )


def state_led_by(reading: Reading, name: str) -> str:
    """The state that somebody leads at the time: what it does is his own side's deed; "" for others."""
    return _state_of(name) if leads(name, on=reading.document.published) else ""


def state_ever_led_by(name: str) -> str:
    """The state that somebody led at any time; "" for others."""
    return _state_of(name) if leads(name) else ""


def _state_of(name: str) -> str:
    actor = gazetteer.canonical(name)
    state = gazetteer.state_of(actor.country) if actor is not None and actor.country else None
    return state.name if state is not None else ""
