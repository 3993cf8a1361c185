"""Where it happens: places and countries in the phrases of the event's word and of its clause."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.names import country_of, governments
from pipeline.events.actors.ways import is_left
from pipeline.events.parse.syntax import Tree, clause_verb, conjuncts, prepositional
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.kinds import HOSTILE, tells_of

GOALS = frozenset({"to", "toward", "towards"})
"""Prepositions before where somebody was going: killed people travelling to Riga."""


HARM = frozenset({"ATTACK", "ASSAULT", "DEATH"})
"""Types of event that happen on the way there, and not as a prisoner's transfer does, at its end."""


def locations(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Names of the places, without repeats, nearest phrases first."""
    tree = reading.trees[draft.sentence]
    ways = GOALS if draft.event_type in HARM else frozenset[str]()
    heads = prepositional(tree, draft.token, *lexicon.participant_words("place") - ways)
    heads = [h for h in heads if draft.event_type in HOSTILE or not _is_asked(tree, h)]
    verb = clause_verb(tree, draft.token)
    if verb != draft.token and not _is_left_behind(tree, verb, draft.token):
        heads += prepositional(tree, verb, "in", "at", "near", "on")
    objects = tree.children(draft.token, "dobj")
    heads += [d for h in objects for d in prepositional(tree, h, "in", "at", "near")]
    heads += [h for head in list(heads) for h in _nearer(tree, head)]
    heads += _attacked(tree, draft)
    heads += [h for h in objects if draft.event_type == "MOVE" and is_left(reading, draft.sentence, draft.token, h)]
    found: list[str] = []
    for head in [h for top in heads for h in conjuncts(tree, top)]:
        here = reading.names.at.get((draft.sentence, head))
        if here is not None and here.kind in ("place", "state") and here.name not in found:
            found.append(here.name)
        if here is None and (land := _land_named(reading, draft.sentence, head)) and land not in found:
            found.append(land)
        if here is None and (country := country_of(tree.tokens[head].text)) and country not in found:
            found.append(country)
    return tuple(found)


def _is_asked(tree: Tree, head: int) -> bool:
    """Called on Minsk to free her: its government is asked, and nothing happens there."""
    on = tree.tokens[tree.tokens[head].head].text.lower() == "on"
    return on and tree.tokens[head].text.lower() in governments()


def _attacked(tree: Tree, draft: Draft) -> list[int]:
    """The Russian city of Belgorod was attacked: where the thing is that is hit or taken."""
    if draft.event_type not in ("ATTACK", "OCCUPY"):
        return []
    hit = [h for h in tree.children(draft.token, "dobj", "nsubjpass") if not is_person_noun(tree, h)]
    return [o for h in hit if tree.tokens[h].pos == "NOUN" for o in prepositional(tree, h, "of")]


def _nearer(tree: Tree, head: int) -> list[int]:
    """In the city of Sumy, in a strike on a house in Sumy, in the capital, Riga: what says which city it is."""
    found = prepositional(tree, head, "in", "of", "at", "near")
    on = prepositional(tree, head, "on") if tells_of(tree, head, "ATTACK", "ASSAULT") else []
    found += [h for thing in on for h in prepositional(tree, thing, "in", "at", "near")]
    if tree.tokens[head].pos == "NOUN":
        found += tree.children(head, "appos")
    return found + [h for inner in found for h in prepositional(tree, inner, "of")]


def _land_named(reading: Reading, sentence: int, head: int) -> str:
    """The southern Volgograd region: a land by the place in front of its noun; "" for other words."""
    tree, word = reading.trees[sentence], reading.trees[sentence].tokens[head]
    if word.lemma.lower() not in lexicon.participant_words("land"):
        return ""
    front = (reading.names.at.get((sentence, c)) for c in tree.children(head, "compound", "nmod"))
    return next((f"{here.name} {word.text}" for here in front if here is not None and here.kind == "place"), "")


def _is_left_behind(tree: Tree, verb: int, noun: int) -> bool:
    """Arrived in Russia for the first time since the vote: who travels somewhere else after it was not there for it."""
    above = tree.tokens[tree.tokens[noun].head]
    apart = above.text.lower() in lexicon.participant_words("left behind")
    return tree.tokens[noun].dep == "pobj" and apart and tells_of(tree, verb, "MOVE")


def under_one_name(names: Iterable[str]) -> tuple[str, ...]:
    """The places, each once under the name that the gazetteer gives it: the Kerch Bridge is the Crimean Bridge."""
    places = ((name, gazetteer.place_for(name)) for name in names)
    return tuple(dict.fromkeys(name if place is None else place.name for name, place in places))
