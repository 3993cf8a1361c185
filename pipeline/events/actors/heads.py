"""Heads of the phrases that stand with an event's word: of who does it, and of who is affected."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    counted_among,
    included,
    is_destination,
    is_origin,
    places_only,
    possessors_of_places,
    reduced,
    related,
    shared_with,
    wider,
)
from pipeline.events.actors.stance import stance
from pipeline.events.actors.stand_for import owner
from pipeline.events.parse.syntax import Tree, clause_dep, clause_verb, is_passive, prepositional, subjects
from pipeline.events.reading import Draft, Reading
from pipeline.events.triggers.kinds import HOSTILE, kind_of

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
AGENT_PREPOSITIONS = ("by", "between", "from")


def heads(reading: Reading, draft: Draft) -> tuple[list[int], list[int]]:
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


def _names_it(reading: Reading, draft: Draft, head: int) -> bool:
    """Whether the event's own word is part of this name: the Regional Grouping of Forces forms no grouping."""
    here = reading.names.at.get((draft.sentence, head))
    return here is not None and here.first <= draft.token < here.last


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
