"""Heads of the phrases that stand with an event's word: of who does it, and of who is affected."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    counted_among,
    included,
    is_destination,
    is_left,
    is_origin,
    places_only,
    possessors_of_places,
    reduced,
    related,
    shared_with,
    wider,
)
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.stance import stance
from pipeline.events.actors.stand_for import owner
from pipeline.events.parse.syntax import (
    Tree,
    clause_dep,
    clause_verb,
    companions,
    is_passive,
    prepositional,
    subjects,
)
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import nominal_frames, nominalised, title_words
from pipeline.events.triggers.kinds import HOSTILE, kind_of

AGENT_PREPOSITIONS = ("by", "between", "from")
SHARED = frozenset({"CONSULT", "PROTEST"})
"""Kinds of event that are those people's who stand behind "of"."""
AIMED = HOSTILE | {"PROTEST", "SANCTION", "ACCUSE"}
"""Kinds of event that somebody faces or suffers."""
HARMS = ("ASSAULT", "COERCE", "DEATH")
PUNISHES = frozenset({"COERCE", "SANCTION", "ACCUSE", "ASSAULT"})
"""Kinds of event that are done to a person: his jailing, her poisoning."""
DECISIONS = frozenset({"LEGISLATE", "SANCTION", "AID", "ORDER", "AGREE", "REQUEST"})
"""Kinds of event that decide upon another, or ask for it."""


def heads(reading: Reading, draft: Draft) -> tuple[list[int], list[int]]:
    """Heads of the phrases of who does it and of who is affected."""
    tree = reading.trees[draft.sentence]
    token = tree.tokens[draft.token]
    if token.pos in ("VERB", "AUX") and not (token.tag == "VBG" and tree.children(draft.token, "poss")):
        seen = token.lemma.lower() in title_words("witnesses") and draft.completed >= 0
        agents, patients = _of_verb(tree, draft.completed if seen else draft.token)
        if draft.event_type in AIMED and token.lemma in lexicon.participant_words("undergoes"):
            agents, patients = prepositional(tree, draft.token, "from"), agents  # Received ten years in prison.
        further = [h for h in wider(tree, draft.token) if not (draft.event_type == "PROTEST" and _is_demanded(tree, h))]
        patients += [h for h in further if h not in patients and h not in agents]
        (patients if token.tag == "VBN" else agents).extend(included(tree, draft.token))
    elif token.pos == "ADJ":
        agents = subjects(tree, clause_verb(tree, draft.token)) or _head(tree, draft.token)
        patients = list(wider(tree, draft.token))
    else:
        agents, patients = _of_noun(reading, draft.sentence, tree, draft.token)
    agents = [h for h in agents if not _names_it(reading, draft, h)]
    if draft.event_type in ("SANCTION", "COERCE"):  # Jailed for insulting X: that is the charge.
        patients = [p for p in patients if p not in _grounds(tree, draft.token)]
    if draft.event_type == "ATTACK" and (is_passive(tree, draft.token) or tree.children(draft.token, "dobj")):
        patients = [p for p in patients if p not in prepositional(tree, draft.token, "with")]  # Hit it with Oreshnik.
    if draft.event_type == "CONSULT":  # Met for a session of the council: what they meet for.
        patients = [p for p in patients if p not in prepositional(tree, draft.token, "for")]
    patients += [h for p in list(patients) for h in counted_among(tree, p)]
    patients += [h for p in list(patients) for h in reduced(tree, p) if h not in patients]
    patients += shared_with(tree, patients)
    patients += [h for h in related(tree, draft.token) if h not in (*agents, *patients)]
    patients = [h for h in patients if not (is_destination(tree, h) or is_origin(tree, h) or _is_wish(tree, h))]
    if draft.event_type == "MOVE" and any(reading.who(draft.sentence, h) for h in agents):
        patients = [h for h in patients if not is_left(reading, draft.sentence, draft.token, h)]
    patients += possessors_of_places(reading, draft.sentence, patients)
    return agents, [h for h in patients if not _names_it(reading, draft, h)]


def _grounds(tree: Tree, word: int) -> list[int]:
    """What somebody is punished for, as far as it is not whom: fined for his criticism of X, not ordered for X."""
    behind = prepositional(tree, word, "for")
    return [h for h in behind if tree.tokens[h].pos == "NOUN" and tree.tokens[h].tag == "NN"]


def _is_wish(tree: Tree, head: int) -> bool:
    """Freed at the request of X: it did not happen to X."""
    token = tree.tokens[head]
    of_whose = token.lemma in lexicon.participant_words("wish")
    return of_whose and token.dep == "pobj" and tree.tokens[token.head].text.lower() == "at"


def _is_demanded(tree: Tree, head: int) -> bool:
    """Rallied to demand her return, to denounce Latvia: the first is whom the crowd is for."""
    return kind_of(tree, clause_verb(tree, head)).event_type == "REQUEST"


def _names_it(reading: Reading, draft: Draft, head: int) -> bool:
    """Whether the event's own word is part of this name: the Regional Grouping of Forces forms no grouping."""
    here = reading.names.at.get((draft.sentence, head))
    return here is not None and here.first <= draft.token < here.last


def _head(tree: Tree, index: int) -> list[int]:
    return [tree.tokens[index].head] if tree.tokens[index].dep == "amod" else []


def _of_verb(tree: Tree, verb: int) -> tuple[list[int], list[int]]:
    subject = [*subjects(tree, verb), *companions(tree, verb)]
    objects = tree.children(verb, "dobj", "dative", "oprd", "attr")
    objects += [n for n in tree.children(verb, "nsubj") if n > verb and n not in subject]
    objects += prepositional(tree, verb, *lexicon.participant_words("target"))
    objects += [n for particle in tree.children(verb, "prt") for n in tree.children(particle, "pobj")]
    for child in tree.children(verb, "dobj", "attr"):
        if tree.tokens[verb].lemma in lexicon.support_verbs() or tree.tokens[verb].pos == "AUX":
            objects += prepositional(tree, child, *lexicon.participant_words("target"))
            for whole in prepositional(tree, child, "of"):  # Several rounds of sanctions on X.
                objects += prepositional(tree, whole, "against", "on")
        for deed in _deeds(tree, verb, child):
            objects += prepositional(tree, deed, "against", "on", "with", "to", "for")
    for child in tree.children(verb, "xcomp", "ccomp"):
        cue = lexicon.cues().get((tree.tokens[verb].lemma.lower(), "VERB"))
        if cue is not None and cue.kind == "ask" and any(tree.tokens[c].tag == "TO" for c in tree.below[child]):
            objects += tree.children(child, "nsubj")  # Ordered the paper to close.
        suffers = is_passive(tree, verb) and tree.tokens[child].tag == "VBG"  # Killed fighting rebels.
        if cue is not None or suffers or clause_dep(tree, child) == "advcl":
            continue
        objects += tree.children(child, "nsubj")
        for inner in tree.children(child, "dobj"):
            objects += prepositional(tree, inner, "against", "on", "with", "to")
        objects += tree.children(child, "dobj") + prepositional(tree, child, *lexicon.participant_words("target"))
    if is_passive(tree, verb):
        agents = prepositional(tree, verb, "by")
        for child in tree.children(verb, "prep"):
            for inner in tree.children(child, "pobj"):
                agents += prepositional(tree, inner, "by")
        for child in tree.children(verb, "xcomp") if not agents else ():
            agents += prepositional(tree, child, "by")  # Forced to land by the army.
        return agents, [*subject, *(o for o in objects if o not in agents)]
    return subject, objects


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


def _deeds(tree: Tree, verb: int, noun: int) -> list[int]:
    """Approved aid for X, demanded sanctions against X, a million in aid for X: the noun of what is meant for X."""
    if kind_of(tree, verb).event_type not in DECISIONS:
        return []
    counted = tree.tokens[noun].pos == "NUM" or bool(tree.children(noun, "nummod"))
    nouns = prepositional(tree, noun, "in", "of") if counted else [noun]
    nouns = [n for n in nouns if tree.tokens[n].pos == "NOUN"]
    return [n for n in nouns if kind_of(tree, n).event_type in (AIMED | {"AID"})]


def _of_noun(reading: Reading, sentence: int, tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Possessor, compound, adjective of nationality and by-phrase act; of, on, against and with phrases undergo."""
    agents = tree.children(noun, "poss", "amod", "compound", "nmod") + prepositional(tree, noun, *AGENT_PREPOSITIONS)
    agents += [h for of in prepositional(tree, noun, "of") for h in prepositional(tree, of, "between")]
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "nsubj" and tree.tokens[verb].lemma in lexicon.happening_verbs():
        agents += prepositional(tree, verb, "between")  # An exchange took place between A and B.
    agents = [b for a in agents for b in (*_joined(tree, a), a)]
    agents = [a for a in agents if tree.tokens[a].lemma.lower() not in lexicon.grounds()]
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
    unnamed = not any(reading.who(sentence, a) or owner(reading, sentence, a) for a in agents)
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
    occasion = occasion and not (kind == "PROTEST" and kind_of(tree, head.head).event_type in HOSTILE)
    if unnamed and occasion and tree.tokens[head.head].pos == "VERB":
        agents = subjects(tree, head.head)
    named = [name for h in [*agents, *patients] for name in reading.who(sentence, h)]
    if tree.tokens[noun].dep == "nsubjpass" and not set(named) - places_only(reading, named):
        told = prepositional(tree, head.index, "by", "as", "on", "against")
        patients = [*patients, *told, *(deep for h in told for deep in prepositional(tree, h, "of"))]
    if unnamed and tree.tokens[noun].dep == "nsubj" and (head.lemma.lower(), "VERB") in lexicon.cues():
        agents = [c for c in tree.children(head.index, "nsubj") if c != noun]
    return agents, patients
