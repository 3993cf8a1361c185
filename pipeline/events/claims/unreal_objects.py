"""Objects of verbs that undo or only imagine them: foiled an attack, practised an attack, dismissed reports of one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.resources import Row, split, table

_OBJECTS = frozenset({"dobj", "nsubjpass"})


class UnrealObject(Row):
    """A verb whose object has not taken place, and in what way; `particle` must stand with it: called off."""

    lemma: str
    kind: Literal["plan", "hypothesis", "negation"]
    example: str
    counterexample: str = ""
    particle: str = ""


class UnrealModifier(Row):
    """A word in front of an event that has not taken place: a mock attack.

    `attempt`: it took place, and did not come to what the noun says.
    """

    word: str
    kind: Literal["plan", "hypothesis", "negation", "attempt"]
    example: str
    counterexample: str = ""


class UnrealLead(Row):
    """Words right before a verb that has not taken place, and the tags of the verb that they do so before."""

    phrase: str
    tags: str
    example: str
    counterexample: str


@functools.cache
def unreal_leads() -> tuple[UnrealLead, ...]:
    """All rows."""
    return table("lexicons/en/unreal_leads.csv", UnrealLead)


@functools.cache
def unreal_objects() -> Mapping[str, UnrealObject]:
    """Verb -> its row."""
    return {row.lemma: row for row in table("lexicons/en/unreal_objects.csv", UnrealObject)}


def unreal_object_of(tree: Tree, verb: int) -> UnrealObject | None:
    """The row of a verb that undoes or only imagines its object; None for others, and without its particle."""
    row = unreal_objects().get(tree.tokens[verb].lemma.lower()) if tree.tokens[verb].pos == "VERB" else None
    if row is None or not row.particle:
        return row
    beside = tree.children(verb, "prt", "prep", "advmod")
    return row if any(tree.tokens[c].text.lower() == row.particle for c in beside) else None


def undone_by(tree: Tree, index: int) -> tuple[str, str] | None:
    """The kind and the word that say a noun's event did not take place; None where nothing says so."""
    token = tree.tokens[index]
    if token.pos in NOUNS and (modifier := _modified(tree, index, "plan", "hypothesis", "negation")) is not None:
        return modifier
    while token.dep == "conj" and tree.tokens[token.head].pos in NOUNS:
        token = tree.tokens[token.head]
    if token.pos not in NOUNS:
        return _given_up(tree, token.index)
    verb = tree.tokens[token.head]
    row = unreal_object_of(tree, verb.index) if token.dep in _OBJECTS else None
    if row is not None and not is_negated(tree, verb.index):
        return row.kind, verb.text
    if token.dep != "pobj":
        return None
    if tree.tokens[token.head].text.lower() == "without":
        return "negation", "without"
    return _imagined(tree, token.head)


def falls_short(tree: Tree, index: int) -> bool:
    """An attempted coup, a failed assassination: something happened, but not what the noun alone would tell."""
    return _modified(tree, index, "attempt") is not None


def _modified(tree: Tree, index: int, *kinds: str) -> tuple[str, str] | None:
    words = (tree.tokens[c].text.lower() for c in tree.children(index, "amod", "compound", "nmod"))
    rows = (row for word in words if (row := unreal_modifiers().get(word)) is not None)
    return next(((row.kind, row.word) for row in rows if row.kind in kinds), None)


@functools.cache
def unreal_modifiers() -> Mapping[str, UnrealModifier]:
    """Word -> its row."""
    return {row.word: row for row in table("lexicons/en/unreal_modifiers.csv", UnrealModifier)}


def _given_up(tree: Tree, index: int) -> tuple[str, str] | None:
    """Instead of visiting Minsk, rather than sign, all but lost: what was not chosen, or did not come to it."""
    token = tree.tokens[index]
    before = f" {tree.tokens[index - 2].text} {tree.tokens[index - 1].text}".lower() if index > 1 else ""
    leads = (row for row in unreal_leads() if token.tag in split(row.tags))
    return next((("negation", row.phrase) for row in leads if before.endswith(f" {row.phrase}")), None)


def _imagined(tree: Tree, tie: int) -> tuple[str, str] | None:
    """Practised the defence of Minsk against an attack: all of it is imagined."""
    noun = tree.tokens[tree.tokens[tie].head]
    while noun.dep == "pobj" and tree.tokens[tree.tokens[noun.head].head].pos in NOUNS:
        noun = tree.tokens[tree.tokens[noun.head].head]
    verb = tree.tokens[noun.head]
    row = unreal_object_of(tree, verb.index) if noun.dep in _OBJECTS and noun.pos in NOUNS else None
    return (row.kind, verb.text) if row is not None and row.kind == "hypothesis" else None
