"""Who does it, to whom, and where: subjects, objects, agents and possessors of a trigger, under canonical names."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import gazetteer
from pipeline.events import lexicon
from pipeline.events.actors.affected import (
    members,
    places_only,
    quoted,
    state_behind,
    struck,
)
from pipeline.events.actors.elliptic import understood
from pipeline.events.actors.examples import among
from pipeline.events.actors.heads import heads
from pipeline.events.actors.lands import land_of_vote
from pipeline.events.actors.leaders import leads
from pipeline.events.actors.locations import locations, under_one_name
from pipeline.events.actors.names import country_codes
from pipeline.events.actors.noun_heads import befalls_owner
from pipeline.events.actors.stand_for import names_of
from pipeline.events.parse.syntax import Tree, clause_verb, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Draft, Reading
from pipeline.events.title_lexicon import nominal_frames
from pipeline.events.triggers.kinds import HOSTILE, kind_of
from pipeline.model import Span

NOBODY = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
"""Entities that stand with an event and take no part in it."""
_AT_LAW = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Types of event that somebody undergoes for what he is said to have done."""
_HARM = frozenset({"ASSAULT", "ATTACK", "DEATH"})
"""Types of event in which somebody is harmed, perhaps for what he did."""
JOINT = frozenset({"AGREE", "LEGISLATE", "MOBILIZE", "COOPERATE", "ORDER"})
"""Types of event in which the members of a joint body are parties."""


def fill_participants(reading: Reading, draft: Draft) -> None:
    """Sets actors, recipients, locations and their spans."""
    agents, patients = heads(reading, draft)
    agents = [a for a in agents if not _is_fate(reading, draft, a)]
    acting = names_of(reading, draft.sentence, agents, described=True)
    # The recogniser takes firms for places, so only places of the gazetteer are none who acts.
    towns = {name for name in places_only(reading, acting) if gazetteer.place_for(name) is not None}
    draft.actors = tuple(name for name in acting if name not in towns)
    listed = among(reading, draft, patients)
    recipients = names_of(reading, draft.sentence, patients, described=not listed)
    draft.recipients = tuple(n for n in recipients if n not in draft.actors)
    draft.recipients += struck(reading, draft, patients)
    draft.locations = locations(reading, draft)
    doer, sufferer = understood(reading, draft)
    draft.actors = draft.actors or doer
    draft.recipients = sufferer or draft.recipients
    _fill_from_clause(reading, draft)
    behind = state_behind(reading, draft)
    draft.actors, draft.recipients = draft.actors + behind, tuple(n for n in draft.recipients if n not in behind)
    _add_recipients(draft, listed)
    parties = _parties(reading, draft)
    draft.actors, draft.recipients = draft.actors or parties, draft.recipients + (parties if draft.actors else ())
    _add_recipients(draft, quoted(reading, draft))
    places = places_only(reading, draft.recipients)
    draft.recipients = tuple(n for n in draft.recipients if n not in places and n not in draft.actors)
    if draft.event_type == "DEATH":  # Who dies does nothing: it happens to them.
        draft.actors, draft.recipients = (), draft.actors or draft.recipients
    draft.locations = under_one_name((*draft.locations, *sorted(places)))
    unnamed = not any(name in reading.names.count or name.lower() in country_codes() for name in draft.actors)
    if draft.event_type == "ELECTION" and unnamed and (land := land_of_vote(reading, draft)):
        draft.actors = (land,)
    _tell(reading, draft, [*agents, *patients])


def _fill_from_clause(reading: Reading, draft: Draft) -> None:
    """A noun that names nobody takes whom its clause is about; who undergoes it stands as its subject would."""
    tree = reading.trees[draft.sentence]
    suffered = draft.event_type not in HOSTILE and befalls_owner(tree, draft.token, draft.event_type)
    fallen = draft.recipients and (_undergoes(tree, draft) or suffered)
    if tree.tokens[draft.token].pos == "NOUN" and not draft.actors and not fallen:
        around = _by_setting(reading, draft)
        to_them = _is_of_patients(tree, draft) or befalls_owner(tree, draft.token, draft.event_type)
        if not _befell(tree, draft) and (not to_them or draft.event_type in HOSTILE):
            draft.actors = around
        elif not draft.recipients and to_them:
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


def _is_fate(reading: Reading, draft: Draft, head: int) -> bool:
    """Orlova's death sparked protests, her arrest angered them: what befell her does it, and she does nothing."""
    tree = reading.trees[draft.sentence]
    kind = kind_of(tree, head).event_type
    suffered = kind in _HARM | _AT_LAW and head != draft.token and (draft.sentence, head) not in reading.names.at
    return suffered and tree.tokens[head].pos == "NOUN" and befalls_owner(tree, head, kind)


def _befell(tree: Tree, draft: Draft) -> bool:
    """On the run since the bombing, wounded in the raid: who is spoken of did not do it; for a raid, he will."""
    above = tree.tokens[tree.tokens[draft.token].head]
    if draft.event_type == "PROTEST":  # Took part in protests.
        return above.text.lower() not in ("in", "for", "to") or is_passive(tree, clause_verb(tree, draft.token))
    return draft.event_type in HOSTILE and above.text.lower() not in ("for", "to", "toward", "towards")


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
    tie = tree.tokens[tree.tokens[draft.token].head].text.lower()
    whole = prepositional(tree, draft.token, "of") if tie == "during" else []
    away = (
        tie == "from" and tree.tokens[tree.tokens[tree.tokens[draft.token].head].head].pos == "ADJ"
    )  # Absent from it.
    if tie == "about" or away or any(reading.who(draft.sentence, w) for w in whole):
        return ()  # Concerned about the arrest, during the breakup of the country: it is another's.
    verb = clause_verb(tree, draft.token)
    subject = _who_did(tree, draft.token, verb)
    if tree.tokens[draft.token].dep != "pobj" or tree.tokens[tree.tokens[draft.token].head].text.lower() == "of":
        return ()
    if verb == draft.token or draft.token in subject or (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues():
        return ()
    names = names_of(reading, draft.sentence, subject, described=False)
    if draft.event_type == "ELECTION":  # Unions and states that impose sanctions after a vote do not vote.
        names = tuple(n for n in names if not _is_power(n) and leads(n))
    return () if set(names) & set(draft.recipients) else names


def _who_did(tree: Tree, noun: int, verb: int) -> list[int]:
    """Jailed Orlov for an attack: it is his whom the verb answers, and not of the court; of one arrested, nobody's."""
    tie = tree.tokens[tree.tokens[noun].head]
    lemma = tree.tokens[verb].lemma.lower()
    ground = tie.head in (verb, *tree.children(verb, "dobj")) and tie.text.lower() in ("for", "over", "in", "with")
    if ground and tie.text.lower() == "for" and kind_of(tree, verb).event_type in _HARM:
        return []  # Executed two men for the bombing: it is not the bombing of whoever had them executed.
    types = {row.event_type for row in lexicon.event_types().get((lemma, "VERB"), ()) if not row.needs}
    if not ground or not types & _AT_LAW:
        return subjects(tree, verb)
    if "SANCTION" not in types:
        return []
    return subjects(tree, verb) if is_passive(tree, verb) else tree.children(verb, "dobj")


def _is_power(name: str) -> bool:
    """Whether this is a state or an alliance of states."""
    actor = gazetteer.canonical(name)
    return name.lower() in country_codes() or (actor is not None and actor.kind == "alliance")


def _span(reading: Reading, sentence: int, index: int) -> Span:
    here = reading.names.at.get((sentence, index))
    return here.span if here else reading.trees[sentence].tokens[index].span
