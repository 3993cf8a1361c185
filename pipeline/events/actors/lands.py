"""The country that an event is of: the one that holds the vote, in which the protests are."""

from __future__ import annotations

from collections import Counter

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.names import Name, country_codes
from pipeline.events.reading import Draft, Reading

MOSTLY = 0.6
"""Share of an article's names of countries and their people that makes one its country."""
FEWEST = 3
"""Times that the country is named, by itself or by its people and places, of which an article is."""
SPOKEN_OF = 2
"""Sentences back to the one that last names a country."""


def country(reading: Reading, draft: Draft, *near: str) -> str:
    """The country that an event is of: named with it, of who takes part, else the only one spoken of just before."""
    told = reading.names.between(draft.sentence - SPOKEN_OF, draft.sentence)
    abroad = {name.name for name in told if _is_refuge(reading, name)}
    for name in (*near, *draft.locations, *draft.actors, *draft.recipients):
        if name not in abroad and (found := _country_of(name)):
            return found
    said = {name.name for name in told} - abroad
    states = {found for name in said if (found := _country_of(name))}
    if len(states) == 1:
        return states.pop()
    if reading.trees[draft.sentence].tokens[draft.token].lemma != "election":
        return ""
    return "" if (found := main_country(reading)) in abroad else found


def _is_refuge(reading: Reading, name: Name) -> bool:
    """In exile in Lithuania, took refuge in Lithuania: where somebody only lives."""
    tree = reading.trees[name.sentence]
    above = tree.tokens[tree.tokens[name.last - 1].head].head
    words = {tree.tokens[i].lemma.lower() for i in (above, *tree.children(above, "dobj"))}
    return bool(words & lexicon.participant_words("refuge"))


def main_country(reading: Reading, *, least: float = MOSTLY) -> str:
    """The country that most of the names of the article belong to; "" when none has the `least` share of them."""
    told: Counter[str] = Counter()
    for name, count in reading.names.count.items():
        if found := _country_of(name):
            told[found] += count
    best, *others = sorted(told, key=lambda name: -told[name]) or [""]
    tied = any(told[name] == told[best] for name in others)
    return best if best and not tied and told[best] >= least * sum(told.values()) else ""


def main_land(reading: Reading) -> str:
    """The same by the places too, named `FEWEST` times at least: a report on Crimea is not only about Russia."""
    told: Counter[str] = Counter()
    for name, count in reading.names.count.items():
        if found := land_of(name):
            told[found] += count
    land, most = next(iter(told.most_common(1)), ("", 0))
    return land if most >= max(FEWEST, MOSTLY * sum(told.values())) else ""


def land_of(name: str) -> str:
    """The country of this name, or of the person or the place of this name; "" when there is none."""
    if found := _country_of(name):
        return found
    place = gazetteer.place_for(name) if name else None
    state = gazetteer.state_of(place.country) if place is not None and place.country else None
    return state.name if state is not None else ""


def _country_of(name: str) -> str:
    """The country of this name, or of the person of this name; "" when there is none."""
    if name.lower() in country_codes():
        return name
    actor = gazetteer.canonical(name) if name else None
    state = gazetteer.state_of(actor.country) if actor and actor.kind == "person" and actor.country else None
    return state.name if state is not None else ""


def land_of_vote(reading: Reading, draft: Draft) -> str:
    """The country that holds an election of which no place or owner says whose it is; "" where one does."""
    tree = reading.trees[draft.sentence]
    if tree.tokens[draft.token].pos not in ("NOUN", "PROPN"):
        return ""
    local = any(name.lower() not in country_codes() for name in draft.locations)
    owned = any(tree.tokens[c].pos != "PRON" for c in tree.children(draft.token, "poss"))
    return "" if local or owned else country(reading, draft)
