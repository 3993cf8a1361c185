"""The event lexicons under data/lexicons/en as typed rows, indexed for the stage. Every row carries its example."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Literal

from pipeline.lexicons import EventType, event_type_rows
from pipeline.resources import Row, split, table

FOLDER = "lexicons/en/"


class Cue(Row):
    """A verb of saying, claiming or thinking; `certainty` is how sure it makes its content sound."""

    lemma: str
    pos: Literal["VERB", "NOUN"]
    kind: Literal["say", "announce", "claim", "accuse", "think", "know", "warn", "promise", "deny", "ask"]
    certainty: Literal["certain", "probable", "possible"]
    factive: Literal["yes", "no"]
    example: str
    counterexample: str = ""


class Hedge(Row):
    """A word or phrase that lowers certainty: hearsay, an allegation, a possibility, or a plan."""

    phrase: str
    kind: Literal["hearsay", "allegation", "possibility", "plan"]
    certainty: Literal["probable", "possible"]
    example: str
    counterexample: str = ""


class Irrealis(Row):
    """A word whose complement has not happened; `particle` must stand with it: ruled out building a base."""

    lemma: str
    pos: Literal["VERB", "AUX", "SCONJ", "ADJ", "NOUN", "ADV"]
    kind: Literal["plan", "hypothesis", "negation"]
    example: str
    counterexample: str = ""
    particle: str = ""


class Listed(Row):
    """A word on a list whose file name says what it is good for, with sentences that show it."""

    lemma: str
    example: str
    counterexample: str = ""


class ParticipantWord(Row):
    """A word that tells who takes part, or where.

    `target`, `place`: prepositions before whoever it is done to, and before where. `undergoes`: verbs whose subject
    undergoes what their object names. `done to`: nouns whose land in front undergoes it. `other time`: an office held
    at another time. `weapon`: nouns behind a make. `count`: words that count by themselves. `wish`: nouns that with "at
    the ... of" tell who asked. `company`: adverbs before "with". `body`: nouns that take up the body that acted last.
    `leaves`: verbs whose object is the place that somebody goes away from. `court`: bodies that act for the state of
    their place. `leads`: nouns for the two who met last. `holds some office`: nouns that leave open which one.
    `a state`: nouns that take up the state spoken of. `comes out`: verbs of which "it" with a clause means nobody.
    `is left`: nouns with "it is" before a clause, of nobody either. `judges`: verbs that tell what somebody is found.
    `passes`: verbs whose object is a length of time. `is plain`: adjectives with "it is" that speak of nobody.
    `refuge`: words before the place where somebody only lives. `land`: nouns with the name of a land in front.
    `each a state`: of these, two or both are the states spoken of last; `organ of each`: of those spoken of most.
    `own words`: nouns for what somebody has said, whose "his" or "her" is of whoever spoke last.
    """

    word: str
    kind: (
        Literal["target", "place", "undergoes", "done to", "weapon", "street", "other time", "count", "wish", "company"]
        | Literal["body", "apposed", "identifies", "leaves", "court", "leads", "holds some office", "a state"]
        | Literal["comes out", "is left", "judges", "passes", "is plain", "refuge", "says further", "left behind"]
        | Literal["number of", "land", "own words", "each a state", "organ of each"]
    )
    example: str
    counterexample: str = ""


class RoleNoun(Row):
    """A noun that stands for a person or group named elsewhere: the dictator, his counterpart, Russian forces.

    `kin`: people told by whose they are, and never that person: a friend, a brother, an aide. Those whose role is
    `private` never stand for the state of which they are: Belarusian activists, Japanese firms. A `state` with a role
    (government, police, army) acts for itself where no word tells whose it is.
    """

    lemma: str
    kind: Literal["leader", "office", "relation", "person", "kin", "state", "group", "firm"]
    role: str = ""
    gender: Literal["", "female", "male"] = ""
    example: str
    counterexample: str = ""


@functools.cache
def listed(file: str) -> frozenset[str]:
    """The lemmas of a list of words."""
    return frozenset(row.lemma for row in table(FOLDER + file, Listed))


@functools.cache
def event_types() -> dict[tuple[str, str], tuple[EventType, ...]]:
    """Rows by (lemma, part of speech), those that need company first."""
    found: dict[tuple[str, str], list[EventType]] = defaultdict(list)
    for row in event_type_rows():
        found[row.lemma, row.pos].append(row)
    return {key: tuple(sorted(rows, key=lambda r: not r.needs)) for key, rows in found.items()}


@functools.cache
def accuses(lemma: str) -> bool:
    """Whether a verb lays what follows "of" or "for" to its object: accused her of lying."""
    cue = cues().get((lemma.lower(), "VERB"))
    return cue is not None and cue.kind == "accuse"


@functools.cache
def cues() -> dict[tuple[str, str], Cue]:
    """Verbs and nouns of saying, claiming and thinking by (lemma, part of speech)."""
    return {(row.lemma, row.pos): row for row in table(FOLDER + "reporting_verbs.csv", Cue)}


@functools.cache
def hedges() -> tuple[dict[str, Hedge], tuple[Hedge, ...]]:
    """Hedges of one word by word, and those of several words."""
    rows = table(FOLDER + "hedges.csv", Hedge)
    return {r.phrase: r for r in rows if " " not in r.phrase}, tuple(r for r in rows if " " in r.phrase)


@functools.cache
def irrealis() -> dict[tuple[str, str], Irrealis]:
    """Irrealis words by (lemma, part of speech)."""
    return {(row.lemma, row.pos): row for row in table(FOLDER + "irrealis.csv", Irrealis)}


def support_verbs() -> frozenset[str]:
    """Lemmas of verbs that lend their tense to an event noun: hold talks."""
    return listed("support_verbs.csv")


def happening_verbs() -> frozenset[str]:
    """Lemmas of verbs that say of their subject that it took place: the strike began."""
    return listed("happening_verbs.csv")


def comparison_verbs() -> frozenset[str]:
    """Lemmas of verbs that hold one thing against another, which need not be of its time: compared it with the war."""
    return listed("comparison_verbs.csv")


def object_control() -> frozenset[str]:
    """Lemmas of verbs whose object is the subject of their infinitive (told him to go); with others the subject is."""
    return listed("control_verbs.csv")


def pairing_verbs() -> frozenset[str]:
    """Lemmas of verbs that set their object beside another thing: compared the vote with the war."""
    return listed("pairing_verbs.csv")


def two_object_verbs() -> frozenset[str]:
    """Lemmas of verbs that keep an object in the passive: a man given a year in jail, a firm named the winner."""
    return listed("two_object_verbs.csv")


def no_passive_verbs() -> frozenset[str]:
    """Lemmas of verbs that nobody has done to them: was shot and died."""
    return listed("no_passive_verbs.csv")


def outcome_verbs() -> frozenset[str]:
    """Lemmas of regular verbs that behind a comma tell what a deed did: was blown up, killing ten people."""
    return listed("outcome_verbs.csv")


def tenure_verbs() -> frozenset[str]:
    """Lemmas of verbs for holding an office, which goes on: has ruled the island for ten years."""
    return listed("tenure_verbs.csv")


def fatal_verbs() -> frozenset[str]:
    """Lemmas of verbs for taking lives, which outweighs hurting others: killed two and injured ten."""
    return listed("fatal_verbs.csv")


def grounds() -> frozenset[str]:
    """Nouns for land from which something is done, by whoever it is: soil, airspace."""
    return listed("grounds.csv")


def organs() -> frozenset[str]:
    """Nouns for a body through which a state acts, so that "it" is that state: its foreign ministry, its embassy."""
    return listed("organs.csv")


def media_nouns() -> frozenset[str]:
    """Nouns for those who carry what is told them, of whatever country they are: newspaper, television."""
    return listed("media_nouns.csv")


def relational_nouns() -> frozenset[str]:
    """Nouns that make one preposition with those around them: in line with, on behalf of, in the event of."""
    return listed("relational_nouns.csv")


def phase_verbs() -> frozenset[str]:
    """Lemmas of verbs that share one event with the verb they govern: began shelling, decided to resign."""
    return listed("phase_verbs.csv")


@functools.cache
def participant_words(*kinds: str) -> frozenset[str]:
    """Words of these kinds, in lower case."""
    return frozenset(row.word for row in table(FOLDER + "participant_words.csv", ParticipantWord) if row.kind in kinds)


@functools.cache
def role_nouns() -> dict[str, tuple[RoleNoun, ...]]:
    """Role nouns by lemma."""
    found: dict[str, list[RoleNoun]] = defaultdict(list)
    for row in table(FOLDER + "role_nouns.csv", RoleNoun):
        found[row.lemma].append(row)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def roles_of(lemma: str, tag: str) -> tuple[RoleNoun, ...]:
    """What a noun can mean in this number: one soldier is somebody, soldiers are their state's."""
    rows = role_nouns().get(lemma, ())
    people = tuple(row for row in rows if row.kind == "person")
    return people if tag == "NN" and people and any(row.kind == "state" for row in rows) else rows


def honorifics() -> frozenset[str]:
    """Titles before names, in lower case without their full stop."""
    return listed("honorifics.csv")


def body_nouns() -> frozenset[str]:
    """Nouns that end the names of bodies, in lower case."""
    return listed("body_nouns.csv")


def needed(row: EventType) -> frozenset[str]:
    """The words of which one must stand with the row's own; those joined by "+" must stand there together."""
    return frozenset(split(row.needs))
