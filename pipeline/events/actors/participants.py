"""Who does it, to whom, and where: subjects, objects, agents and possessors of a trigger, under canonical names."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    counted_among,
    included,
    is_destination,
    is_origin,
    members,
    places_only,
    possessors_of_places,
    quoted,
    reduced,
    related,
    shared_with,
    state_behind,
    struck,
    wider,
)
from pipeline.events.actors.examples import among
from pipeline.events.actors.locations import locations, under_one_name
from pipeline.events.actors.names import country_codes
from pipeline.events.actors.stance import stance
from pipeline.events.actors.stand_for import names_of, owner
from pipeline.events.parse.syntax import Tree, clause_dep, clause_verb, is_passive, prepositional, subjects
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import nominal_frames
from pipeline.events.triggers.kinds import HOSTILE, kind_of
from pipeline.model import Span

TARGET_PREPOSITIONS = (
    "against",
    "versus",
    "on",
    "with",
    "to",
    "for",
    "of",
    "from",
    "into",
    "between",
    "at",
    "about",
    "toward",
    "towards",
    "beside",
    "alongside",
    "within",
)
NOBODY = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
"""Entities that stand with an event and take no part in it."""
AGENT_PREPOSITIONS = ("by", "between", "from")
JOINT = frozenset({"AGREE", "LEGISLATE", "MOBILIZE", "COOPERATE", "ORDER"})
"""Types of event in which the members of a joint body are parties."""


def fill_participants(reading: Reading, draft: Draft) -> None:
    """Sets actors, recipients, locations and their spans."""
    agents, patients = _heads(reading, draft)
    acting = names_of(reading, draft.sentence, agents, described=True)
    # The recogniser takes firms for places, so only places of the gazetteer are none who acts.
    towns = {name for name in places_only(reading, acting) if gazetteer.place_for(name) is not None}
    draft.actors = tuple(name for name in acting if name not in towns)
    recipients = names_of(reading, draft.sentence, patients, described=False)
    draft.recipients = tuple(n for n in recipients if n not in draft.actors)
    draft.recipients += struck(reading, draft, patients)
    draft.locations = locations(reading, draft)
    _fill_from_clause(reading, draft)
    draft.actors += state_behind(reading, draft)
    _add_recipients(draft, among(reading, draft, patients))
    parties = _parties(reading, draft)
    draft.actors, draft.recipients = draft.actors or parties, draft.recipients + (parties if draft.actors else ())
    _add_recipients(draft, quoted(reading, draft))
    places = places_only(reading, draft.recipients)
    draft.recipients = tuple(n for n in draft.recipients if n not in places and n not in draft.actors)
    draft.locations = under_one_name((*draft.locations, *sorted(places)))
    _tell(reading, draft, [*agents, *patients])


def _heads(reading: Reading, draft: Draft) -> tuple[list[int], list[int]]:
    """Heads of the phrases of who does it and of who is affected."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.pos in ("VERB", "AUX"):
        agents, patients = _of_verb(tree, draft.token)
        patients += [h for h in wider(tree, draft.token) if h not in patients and h not in agents]
        (patients if token.tag == "VBN" else agents).extend(included(tree, draft.token))
    elif token.pos == "ADJ":
        agents = subjects(tree, clause_verb(tree, draft.token)) or _head(tree, draft.token)
        patients = list(wider(tree, draft.token))
    else:
        agents, patients = _of_noun(reading, draft.sentence, tree, draft.token)
    agents = [h for h in agents if not _names_it(reading, draft, h)]
    patients += [h for p in list(patients) for h in counted_among(tree, p)]
    patients += [h for p in list(patients) for h in reduced(tree, p) if h not in patients]
    patients += shared_with(tree, patients)
    patients += [h for h in related(tree, draft.token) if h not in (*agents, *patients)]
    patients = [h for h in patients if not (is_destination(tree, h) or is_origin(tree, h))]
    patients += possessors_of_places(reading, draft.sentence, patients)
    return agents, [h for h in patients if not _names_it(reading, draft, h)]


def _fill_from_clause(reading: Reading, draft: Draft) -> None:
    """A noun that names nobody takes whom its clause is about; who undergoes it stands as its subject would."""
    tree = reading.trees[draft.sentence]
    if tree.tokens[draft.token].pos == "NOUN" and not draft.actors:
        around = _by_setting(reading, draft)
        if not _befell(tree, draft):
            draft.actors = around
        elif not draft.recipients and _is_of_patients(tree, draft):
            draft.recipients = around  # Treated after a poisoning: he was poisoned.
    if not draft.actors and _undergoes(tree, draft):
        draft.actors, draft.recipients = draft.recipients, ()


def _add_recipients(draft: Draft, names: Iterable[str]) -> None:
    draft.recipients += tuple(n for n in dict.fromkeys(names) if n not in (*draft.actors, *draft.recipients))


def _tell(reading: Reading, draft: Draft, heads: list[int]) -> None:
    """The spans of those named, and the words they stand in, for the trace."""
    tree = reading.trees[draft.sentence]
    draft.actor_spans = tuple(_span(reading, draft.sentence, i) for i in heads if reading.who(draft.sentence, i))
    if draft.actors or draft.recipients:
        shown = ", ".join((*draft.actors, *draft.recipients))
        words = ", ".join(f"“{tree.tokens[i].text}”" for i in heads if tree.tokens[i].entity not in NOBODY)
        draft.note("participants", shown, f"{words} stand with “{tree.tokens[draft.token].text}”")


def _undergoes(tree: Tree, draft: Draft) -> bool:
    """The death of X: he stands where the subject of "dies" stands."""
    frame = nominal_frames().get(tree.tokens[draft.token].lemma.lower())
    return tree.tokens[draft.token].pos == "NOUN" and frame is not None and frame.frame == "undergo"


def _is_of_patients(tree: Tree, draft: Draft) -> bool:
    """His arrest, his poisoning: whose it is suffers it."""
    frame = nominal_frames().get(tree.tokens[draft.token].lemma.lower())
    return frame is not None and frame.owner == "patient"


def _befell(tree: Tree, draft: Draft) -> bool:
    """On the run since the bombing, wounded in the raid: who is spoken of did not do it; for a raid, he will."""
    above = tree.tokens[tree.tokens[draft.token].head]
    return draft.event_type in HOSTILE and above.text.lower() not in ("for", "to", "toward", "towards")


def _names_it(reading: Reading, draft: Draft, head: int) -> bool:
    """Whether the event's own word is part of this name: the Regional Grouping of Forces forms no grouping."""
    here = reading.names.at.get((draft.sentence, head))
    return here is not None and here.first <= draft.token < here.last


def _parties(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """The states that take part through a joint body, named as a party or by the event's own word."""
    if draft.event_type not in JOINT:
        return ()
    here = reading.names.at.get((draft.sentence, draft.token))
    named = (*draft.actors, *draft.recipients, *((here.name,) if here is not None else ()))
    return tuple(state for state in members(named) if state not in (*draft.actors, *draft.recipients))


def _by_setting(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """The body in which it happens (a bill in the senate), else the subject of the clause (he rules since the vote)."""
    tree = reading.trees[draft.sentence]
    for head in [
        h for n in [draft.token, *prepositional(tree, draft.token, "of")] for h in prepositional(tree, n, "in", "at")
    ]:
        here = reading.names.at.get((draft.sentence, head))
        if here is not None and here.kind == "body":
            return (here.name,)
    verb = clause_verb(tree, draft.token)
    subject = subjects(tree, verb)
    if tree.tokens[draft.token].dep != "pobj" or tree.tokens[tree.tokens[draft.token].head].text.lower() == "of":
        return ()
    if verb == draft.token or draft.token in subject or (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues():
        return ()
    names = names_of(reading, draft.sentence, subject, described=False)
    if draft.event_type == "ELECTION":  # Unions and states that impose sanctions after a vote do not vote.
        names = tuple(n for n in names if reading.names.kinds.get(n, {"person"}) & {"person"} and not _is_power(n))
    return () if set(names) & set(draft.recipients) else names


def _is_power(name: str) -> bool:
    """Whether this is a state or an alliance of states."""
    actor = gazetteer.canonical(name)
    return name.lower() in country_codes() or (actor is not None and actor.kind == "alliance")


def _head(tree: Tree, index: int) -> list[int]:
    return [tree.tokens[index].head] if tree.tokens[index].dep == "amod" else []


def _of_verb(tree: Tree, verb: int) -> tuple[list[int], list[int]]:
    subject = subjects(tree, verb)
    objects = tree.children(verb, "dobj", "dative", "oprd", "attr")
    objects += [n for n in tree.children(verb, "nsubj") if n > verb and n not in subject]
    objects += prepositional(tree, verb, *TARGET_PREPOSITIONS)
    objects += [n for particle in tree.children(verb, "prt") for n in tree.children(particle, "pobj")]
    for child in tree.children(verb, "dobj", "attr"):
        if tree.tokens[verb].lemma in lexicon.support_verbs() or tree.tokens[verb].pos == "AUX":
            objects += prepositional(tree, child, *TARGET_PREPOSITIONS)
    for child in tree.children(verb, "xcomp", "ccomp"):
        if (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues() or clause_dep(tree, child) == "advcl":
            continue
        objects += tree.children(child, "nsubj")
        for inner in tree.children(child, "dobj"):
            objects += prepositional(tree, inner, "against", "on", "with", "to")
        objects += tree.children(child, "dobj") + prepositional(tree, child, *TARGET_PREPOSITIONS)
    if is_passive(tree, verb):
        agents = prepositional(tree, verb, "by")
        for child in tree.children(verb, "prep"):
            for inner in tree.children(child, "pobj"):
                agents += prepositional(tree, inner, "by")
        return agents, [*subject, *objects]
    return subject, objects


def _of_noun(reading: Reading, sentence: int, tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Possessor, compound, adjective of nationality and by-phrase act; of, on, against and with phrases undergo."""
    agents = tree.children(noun, "poss", "amod", "compound", "nmod") + prepositional(tree, noun, *AGENT_PREPOSITIONS)
    agents = [a for a in agents if tree.tokens[a].lemma.lower() not in lexicon.grounds()]
    patients = prepositional(tree, noun, *TARGET_PREPOSITIONS)
    patients += [a for a in agents if stance(tree, a) == "anti"]
    agents = [a for a in agents if not stance(tree, a)]
    head = tree.tokens[tree.tokens[noun].head]
    unnamed = not any(reading.who(sentence, a) or owner(reading, sentence, a) for a in agents)
    light = head.lemma in lexicon.support_verbs() or head.lemma == "be"
    if unnamed and light and tree.tokens[noun].dep in ("dobj", "attr", "nsubjpass") and head.pos in ("VERB", "AUX"):
        passive = is_passive(tree, head.index)
        agents = prepositional(tree, head.index, "by") if passive else subjects(tree, head.index)
    occasion = head.text.lower() in ("during", "in", "at") and tree.tokens[noun].dep == "pobj"
    occasion = occasion and kind_of(tree, noun).event_type not in HOSTILE  # Wounded in a bombing: no bomber.
    if unnamed and occasion and tree.tokens[head.head].pos == "VERB":
        agents = subjects(tree, head.head)
    named = [name for h in [*agents, *patients] for name in reading.who(sentence, h)]
    if tree.tokens[noun].dep == "nsubjpass" and not set(named) - places_only(reading, named):
        told = prepositional(tree, head.index, "by", "as", "on", "against")
        patients = [*patients, *told, *(deep for h in told for deep in prepositional(tree, h, "of"))]
    if unnamed and tree.tokens[noun].dep == "nsubj" and (head.lemma.lower(), "VERB") in lexicon.cues():
        agents = [c for c in tree.children(head.index, "nsubj") if c != noun]
    return agents, patients


def _span(reading: Reading, sentence: int, index: int) -> Span:
    here = reading.names.at.get((sentence, index))
    return here.span if here else reading.trees[sentence].tokens[index].span
