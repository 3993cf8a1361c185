"""For which states somebody speaks: Latvia's minister, the Latvian foreign ministry, a Latvian official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import gazetteer
from pipeline.events.actors.names import country_of


def spoken_for(names: Iterable[str]) -> frozenset[str]:
    """The states of known people and bodies, and those that the words for unknown ones name."""
    return frozenset(state for name in names for state in _states(name))


def _states(name: str) -> Iterator[str]:
    actor = gazetteer.canonical(name)
    state = gazetteer.state_of(actor.country) if actor is not None and actor.country else None
    if state is not None:
        yield state.name
    elif actor is None:
        yield from (land for word in name.split() if (land := country_of(word)) is not None)
