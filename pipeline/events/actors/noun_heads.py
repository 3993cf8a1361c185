"""Who stands with a noun that names an event: its owner, its compounds, the phrases behind it, its clause."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    places_only,
)
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.groups import is_private
from pipeline.events.actors.stance import stance
from pipeline.events.actors.stand_for import owner
from pipeline.events.parse.syntax import (
    Tree,
    prepositional,
    subjects,
)
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Reading
from pipeline.events.title_lexicon import nominal_frames, nominalised
from pipeline.events.triggers.kinds import HOSTILE, kind_of

AGENT_PREPOSITIONS = ("by", "between", "from")
SHARED = frozenset({"CONSULT", "PROTEST"})
"""Kinds of event that are those people's who stand behind "of"."""
AIMED = HOSTILE | {"PROTEST", "SANCTION", "ACCUSE"}
"""Kinds of event that somebody faces or suffers."""
HARMS = ("ASSAULT", "COERCE", "DEATH")
PUNISHES = frozenset({"COERCE", "SANCTION", "ACCUSE", "ASSAULT"})
"""Kinds of event that are done to a person: his jailing, her poisoning."""


def of_noun(reading: Reading, sentence: int, tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Possessor, compound, adjective of nationality and by-phrase act; of, on, against and with phrases undergo."""
    agents = tree.children(noun, "poss", "amod", "compound", "nmod") + prepositional(tree, noun, *AGENT_PREPOSITIONS)
    agents += [h for of in prepositional(tree, noun, "of") for h in prepositional(tree, of, "between")]
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "nsubj" and tree.tokens[verb].lemma in lexicon.happening_verbs():
        agents += prepositional(tree, verb, "between")  # An exchange took place between A and B.
    agents = [b for a in agents for b in (*_joined(tree, a), a)]
    agents = [a for a in agents if tree.tokens[a].lemma.lower() not in lexicon.grounds()]
    agents = [a for a in agents if (tree.tokens[a].dep, tree.tokens[a].entity) != ("compound", "FAC")]  # Metro blasts.
    patients = prepositional(tree, noun, *lexicon.participant_words("target"))
    kind = kind_of(tree, noun).event_type
    if kind in ("COOPERATE", "RETREAT"):  # In a prisoner exchange the prisoners exchange nobody.
        agents = [a for a in agents if tree.tokens[a].dep != "compound" or reading.who(sentence, a)]
    if kind in SHARED and not any(reading.who(sentence, a) for a in agents):
        agents += prepositional(tree, noun, "of")  # The meeting of X and Y, the march of his fighters.
        patients = [p for p in patients if p not in agents]
    patients += [a for a in agents if stance(tree, a) == "anti"]
    sufferers = [a for a in agents if _is_owned_by(reading, sentence, noun, a)]
    agents, patients = [a for a in agents if a not in sufferers], [*patients, *sufferers]
    if tree.tokens[noun].lemma.lower() in lexicon.participant_words("done to") and not patients:
        patients = [a for a in tree.children(noun, "compound") if _is_land(reading, sentence, a)]
        agents = [a for a in agents if a not in patients]
    agents = [a for a in agents if not stance(tree, a)]
    head = tree.tokens[tree.tokens[noun].head]
    victims = _victims(reading, sentence, noun, kind)
    agents, patients = [x for x in agents if x not in victims], patients + (victims if head.text != "in" else [])
    return _of_its_clause(reading, sentence, noun, agents, patients)


def _of_its_clause(
    reading: Reading, sentence: int, noun: int, agents: list[int], patients: list[int]
) -> tuple[list[int], list[int]]:
    """Who takes part by the clause, where the phrase of the noun names nobody: held talks, was wounded in the raid."""
    tree = reading.trees[sentence]
    head, kind = tree.tokens[tree.tokens[noun].head], kind_of(tree, noun).event_type
    unnamed = not any(reading.who(sentence, a) or owner(reading, sentence, a) or _is_source(tree, a) for a in agents)
    if unnamed and kind == "CONSULT" and tree.tokens[noun].dep == "dobj" and head.pos == "VERB":
        agents = subjects(tree, head.index)  # Wrapped up, left or put off a meeting with X.
    undergone = head.lemma in lexicon.participant_words("undergoes") and kind in AIMED
    light = head.lemma in lexicon.support_verbs() or head.lemma == "be" or undergone
    if unnamed and light and tree.tokens[noun].dep in ("dobj", "attr", "nsubjpass") and head.pos in ("VERB", "AUX"):
        passive = is_passive(tree, head.index)
        agents = prepositional(tree, head.index, "by") if passive else subjects(tree, head.index)
        if undergone:
            agents, patients = [], [*patients, *agents]
    occasion = head.text.lower() in ("during", "in", "at") and tree.tokens[noun].dep == "pobj"
    occasion = occasion and kind not in HOSTILE  # Wounded in a bombing: no bomber.
    whole = prepositional(tree, noun, "of") if head.text.lower() == "during" else []
    occasion = occasion and not any(reading.who(sentence, w) for w in whole)  # During the breakup of the country.
    occasion = occasion and not (kind == "PROTEST" and kind_of(tree, head.head).event_type in HOSTILE)
    if unnamed and occasion and tree.tokens[head.head].pos == "VERB":
        agents = subjects(tree, head.head)
    named = [name for h in [*agents, *patients] for name in reading.who(sentence, h)]
    if tree.tokens[noun].dep == "nsubjpass" and not set(named) - places_only(reading, named):
        says = (head.lemma.lower(), "VERB") in lexicon.cues()  # The arrest was reported by X: X was not arrested.
        told = prepositional(tree, head.index, *(() if says else ("by",)), "as", "on", "against")
        patients = [*patients, *told, *(deep for h in told for deep in prepositional(tree, h, "of"))]
    if unnamed and tree.tokens[noun].dep == "nsubj" and (head.lemma.lower(), "VERB") in lexicon.cues():
        agents = [c for c in tree.children(head.index, "nsubj") if c != noun]
    return agents, patients


def _is_source(tree: Tree, head: int) -> bool:
    """Messages from officials, a raid by smugglers: people behind the noun, without a name."""
    people = tree.tokens[head].tag == "NNS" and is_private(tree, head)
    return people and tree.tokens[head].dep == "pobj"


def _victims(reading: Reading, sentence: int, noun: int, kind: str) -> list[int]:
    """The Petrov shooting happened to Petrov. A warrant in the Petrov shooting has a day that is not the shooting's."""
    names = reading.names.at
    compounds = reading.trees[sentence].children(noun, "compound", "amod") if kind in HARMS else []
    return [c for c in compounds if (here := names.get((sentence, c))) is not None and here.kind == "person"]


def _joined(tree: Tree, word: int) -> list[int]:
    """Russian-Belarusian talks: the word before the hyphen."""
    before = [c for c in tree.children(word, "amod", "compound") if c == word - 2 and tree.tokens[c].entity == "NORP"]
    return [c for c in before if tree.tokens[c + 1].tag == "HYPH"]


def _is_owned_by(reading: Reading, sentence: int, noun: int, whose: int) -> bool:
    """Their arrest, Orlova's trial, his jailing: it happened to whose it is. Putin's arrest of rivals was his deed."""
    tree = reading.trees[sentence]
    if not befalls_owner(tree, noun, kind_of(tree, noun).event_type) or prepositional(tree, noun, "of"):
        return False
    return tree.tokens[whose].dep == "poss" and _is_human(reading, sentence, whose)


def befalls_owner(tree: Tree, noun: int, kind: str) -> bool:
    """Whether an event's noun belongs to whoever it happens to: arrest, trial, sentence; a jailing, a sentencing."""
    token = tree.tokens[noun]
    lemma = token.lemma.lower()
    if kind in PUNISHES and (token.tag == "VBG" or lemma.endswith("ing")):
        return bool(tree.children(noun, "poss"))
    frame, made = nominal_frames().get(lemma), nominalised().get(lemma)
    suffered = frame is not None and frame.owner == "patient"
    suffered = suffered or (kind in PUNISHES and made is not None and made.owner == "patient")
    return suffered and kind != "ELECTION" and token.pos in ("NOUN", "PROPN")


def _is_human(reading: Reading, sentence: int, head: int) -> bool:
    """Whether a possessor is a person by name or noun, or they."""
    tree = reading.trees[sentence]
    kinds = {kind for name in reading.who(sentence, head) for kind in reading.names.kinds.get(name, {"person"})}
    return kinds == {"person"} or (not kinds and tree.tokens[head].tag == "PRP$") or is_person_noun(tree, head)


def _is_land(reading: Reading, sentence: int, head: int) -> bool:
    """Whether a word before an event's noun is the name of a country or place: the Latvia invasion; not the US one."""
    here = reading.names.at.get((sentence, head))
    spelt_out = not reading.trees[sentence].tokens[head].text.isupper()
    return here is not None and here.kind in ("state", "place") and spelt_out
