"""Heads of the phrases that stand with an event's word: of who does it, and of who is affected."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    counted_among,
    included,
    is_origin,
    possessors_of_places,
    reduced,
    related,
    shared_with,
    wider,
)
from pipeline.events.actors.groups import is_group
from pipeline.events.actors.locations import HARM
from pipeline.events.actors.noun_heads import AIMED, of_noun
from pipeline.events.actors.ways import is_destination, is_left, is_reached
from pipeline.events.parse.syntax import (
    Tree,
    clause_dep,
    clause_verb,
    companions,
    prepositional,
    subjects,
)
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.triggers.kinds import kind_of

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
        if token.lemma == "be" and draft.event_type == "COERCE":
            agents, patients = [], agents  # Has been in custody since May.
        further = [h for h in wider(tree, draft.token) if not (draft.event_type == "PROTEST" and _is_demanded(tree, h))]
        patients += [h for h in further if h not in patients and h not in agents]
        (patients if token.tag == "VBN" else agents).extend(included(tree, draft.token))
    elif token.pos == "ADJ":
        agents = subjects(tree, clause_verb(tree, draft.token)) or _head(tree, draft.token)
        patients = list(wider(tree, draft.token))
    else:
        agents, patients = of_noun(reading, draft.sentence, tree, draft.token)
    agents = [h for h in agents if not _names_it(reading, draft, h)]
    if draft.event_type in ("SANCTION", "COERCE"):  # Jailed for insulting X: that is the charge.
        patients = [p for p in patients if p not in _grounds(tree, draft.token)]
    if _is_by_means(tree, draft) or _is_charged(reading, draft):
        patients = [p for p in patients if p not in prepositional(tree, draft.token, "with")]
    if draft.event_type == "CONSULT":  # Met for a session of the council: what they meet for.
        patients = [p for p in patients if p not in prepositional(tree, draft.token, "for")]
    several = [p for p in patients if tree.tokens[p].text.lower() != "one"]  # One of the soldiers is nobody else.
    several += [p for p in patients if p not in several and not any(is_group(tree, h) for h in counted_among(tree, p))]
    patients += [h for p in several for h in counted_among(tree, p)]
    things = [p for p in patients if not is_group(tree, p) and tree.tokens[p].entity != "PERSON"]
    told = [h for p in things for h in reduced(tree, p) if h not in patients]  # Not of a man wanted by X.
    patients += [h for h in told if draft.event_type not in HARM or not _is_goal(tree, h)]
    patients = [p for p in patients if not _is_driven_out(reading, draft, p, patients)]
    patients += shared_with(tree, patients)
    patients += [h for h in related(tree, draft.token) if h not in (*agents, *patients)]
    patients = _without_ways(reading, draft, agents, patients)
    patients += possessors_of_places(reading, draft.sentence, patients)
    return agents, [h for h in patients if not _names_it(reading, draft, h)]


def _without_ways(reading: Reading, draft: Draft, agents: list[int], patients: list[int]) -> list[int]:
    """Without where somebody comes from, goes or is made to leave, and at whose wish it happens."""
    tree = reading.trees[draft.sentence]
    patients = [h for h in patients if not (is_destination(tree, h) or is_origin(tree, h) or _is_wish(tree, h))]
    patients = [h for h in patients if not _is_left_by_force(tree, draft.token, h)]
    if draft.event_type == "MOVE" and any(reading.who(draft.sentence, h) for h in agents):
        patients = [h for h in patients if not is_left(reading, draft.sentence, draft.token, h)]
    if draft.event_type == "MOVE" and any(_is_somebody(reading, draft.sentence, h) for h in agents):
        patients = [h for h in patients if not is_reached(reading, draft.sentence, draft.token, h)]
    return patients


def _is_driven_out(reading: Reading, draft: Draft, head: int, patients: list[int]) -> bool:
    """All of them were deported from Latvia: the land is where they were."""
    tree = reading.trees[draft.sentence]
    here = reading.names.at.get((draft.sentence, head))
    if draft.event_type != "COERCE" or here is None or here.kind != "state":
        return False
    others = [p for p in patients if p != head]
    somebody = any(_is_somebody(reading, draft.sentence, p) or is_group(tree, p) for p in others)
    somebody = somebody or any(tree.tokens[p].pos in ("NUM", "PRON") for p in others)
    return head in prepositional(tree, draft.token, "from") and somebody


def _is_goal(tree: Tree, head: int) -> bool:
    """Killed people travelling to Riga: nothing befell Riga."""
    return tree.tokens[tree.tokens[head].head].text.lower() == "to"


def _is_left_by_force(tree: Tree, verb: int, head: int) -> bool:
    """Forced the editor to leave the country: nothing is done to the country."""
    token = tree.tokens[head]
    leaves = tree.tokens[token.head].lemma in lexicon.participant_words("leaves")
    return token.dep == "dobj" and token.head != verb and leaves


def _grounds(tree: Tree, word: int) -> list[int]:
    """What somebody is punished for, as far as it is not whom: fined for his criticism of X, not ordered for X."""
    behind = prepositional(tree, word, "for")
    return [h for h in behind if tree.tokens[h].pos == "NOUN" and tree.tokens[h].tag == "NN"]


def _is_by_means(tree: Tree, draft: Draft) -> bool:
    """Whether "with" tells of a weapon: hit it with Oreshnik, the poisoning with an agent; a war is with somebody."""
    hit = is_passive(tree, draft.token) or bool(tree.children(draft.token, "dobj"))
    harmed = draft.event_type == "ASSAULT" and (hit or tree.tokens[draft.token].pos == "NOUN")
    return harmed or (draft.event_type == "ATTACK" and hit)


def _is_charged(reading: Reading, draft: Draft) -> bool:
    """Whether "with" tells of what somebody is charged with: the organisation of riots."""
    tree = reading.trees[draft.sentence]
    objects = tree.children(draft.token, "dobj")
    somebody = any(reading.who(draft.sentence, h) or is_group(tree, h) for h in objects)
    charged = is_passive(tree, draft.token) or somebody
    return draft.event_type == "ACCUSE" and tree.tokens[draft.token].pos == "VERB" and charged


def _is_somebody(reading: Reading, sentence: int, head: int) -> bool:
    return any(reading.names.is_person(name) for name in reading.who(sentence, head))


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
    objects += [n for c in tree.children(verb, "conj") for n in _with_own_term(tree, c)]
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


def _with_own_term(tree: Tree, noun: int) -> list[int]:
    """Jailed her for four years and Ivan Petrov for three: a person whom the verb reaches past its object."""
    named = [n for n in (noun, *tree.children(noun, "appos")) if tree.tokens[n].entity == "PERSON"]
    return [n for n in named if tree.children(n, "dative")]


def _deeds(tree: Tree, verb: int, noun: int) -> list[int]:
    """Approved aid for X, demanded sanctions against X, a million in aid for X: the noun of what is meant for X."""
    if kind_of(tree, verb).event_type not in DECISIONS:
        return []
    counted = tree.tokens[noun].pos == "NUM" or bool(tree.children(noun, "nummod"))
    nouns = prepositional(tree, noun, "in", "of") if counted else [noun]
    nouns = [n for n in nouns if tree.tokens[n].pos == "NOUN"]
    return [n for n in nouns if kind_of(tree, n).event_type in (AIMED | {"AID"})]
