"""The lexicons of the words of a title: how a headline treats them, and which nouns are made from which verbs."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, split, table

FOLDER = "lexicons/en/"


class NominalFrame(Row):
    """The verb that tells of the event a noun names, and how the noun's phrases fill its places.

    `undergo`: what it happens to, and the verb (X dies); `act`: one does it to another (X invades Y); `light`: one
    and a light verb with the noun (X gives a speech); `poll`: a country and its vote. `owner`: what a possessor is;
    `objects`: prepositions of the patient. `title` is the headline that the example makes.
    """

    noun: str
    frame: Literal["undergo", "act", "light", "poll"]
    verb: str
    participle: str = ""
    owner: Literal["agent", "patient"]
    objects: str = ""
    example: str = ""
    title: str = ""


@functools.cache
def nominal_frames() -> dict[str, NominalFrame]:
    """Frames by noun."""
    return {row.noun: row for row in table(FOLDER + "nominal_frames.csv", NominalFrame)}


class Nominalised(Row):
    """A noun made from verbs, and who stands with it: the agent as its owner, or the patient behind a preposition."""

    noun: str
    verbs: str
    owner: Literal["agent", "patient"]
    preposition: str = ""
    example: str
    words: str

    @property
    def verb_lemmas(self) -> frozenset[str]:
        """The verbs, in lower case."""
        return frozenset(split(self.verbs))


@functools.cache
def nominalised() -> dict[str, Nominalised]:
    """Nouns made from verbs, by noun."""
    return {row.noun: row for row in table(FOLDER + "nominalised.csv", Nominalised)}


class KindOf(Row):
    """A noun that takes up a thing which was named with one of other nouns: the plane, flight LT497."""

    noun: str
    nouns: str
    example: str
    words: str


@functools.cache
def kinds_of() -> dict[str, KindOf]:
    """Such nouns, by lemma."""
    return {row.noun: row for row in table(FOLDER + "kinds_of.csv", KindOf)}


class OpenNoun(Row):
    """A noun that leaves open of what it is, and what the text tells that by; `beside`: lemmas that must be near."""

    noun: str
    of: Literal["a blow", "the dead", "an alliance", "the land", "a poll"]
    beside: str = ""
    example: str
    words: str


@functools.cache
def open_nouns() -> dict[str, OpenNoun]:
    """Such nouns, by lemma."""
    return {row.noun: row for row in table(FOLDER + "open_nouns.csv", OpenNoun)}


class TitleWord(Row):
    """A word that a headline treats in its own way: a particle of its verb, a border to cut at, an opener."""

    word: str
    kind: Literal[
        "particle",
        "border",
        "dangling",
        "opener",
        "standalone",
        "intransitive",
        "idiom",
        "happens",
        "vacuous",
        "quantity",
        "sounds consonant",
        "sounds vowel",
        "takes the",
        "one and only",
        "points nowhere",
        "votes",
        "kind of place",
        "only there",
        "witnesses",
        "needs content",
        "makes less of",
        "leans on",
        "says nothing alone",
        "ties a clause",
        "many in one",
        "names a source",
        "undoes",
        "arranges",
        "turns",
        "no fact",
        "doubts",
        "counts times",
        "turns under a denial",
        "makes a condition",
        "needs a place",
        "legal form",
        "opens a complement",
        "one more",
        "tells which",
        "tells nothing",
        "acts at home",
        "plural",
        "quantity of nobody",
        "stands before a name",
        "figure of a firm",
    ]
    example: str
    counterexample: str = ""


@functools.cache
def title_words(kind: str) -> frozenset[str]:
    """Words of one kind, in lower case."""
    return frozenset(row.word for row in table(FOLDER + "title_words.csv", TitleWord) if row.kind == kind)
