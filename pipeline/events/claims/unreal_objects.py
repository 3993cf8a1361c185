"""Objects of verbs that undo or only imagine them: foiled an attack, practised an attack, dismissed reports of one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

from pipeline.events import lexicon
from pipeline.events.parse.negation import is_negated
from pipeline.events.parse.syntax import NOUNS, Tree
from pipeline.resources import Row, table

_OBJECTS = frozenset({"dobj", "nsubjpass"})


class UnrealObject(Row):
    """A verb whose object has not taken place, and in what way."""

    lemma: str
    kind: Literal["plan", "hypothesis", "negation"]
    example: str
    counterexample: str = ""


@functools.cache
def unreal_objects() -> Mapping[str, UnrealObject]:
    """Verb -> its row."""
    return {row.lemma: row for row in table("lexicons/en/unreal_objects.csv", UnrealObject)}


def undone_by(tree: Tree, index: int) -> tuple[str, str] | None:
    """The kind and the word that say a noun's event did not take place; None where nothing says so."""
    token = tree.tokens[index]
    while token.dep == "conj" and tree.tokens[token.head].pos in NOUNS:
        token = tree.tokens[token.head]
    if token.pos not in NOUNS:
        return None
    verb = tree.tokens[token.head]
    row = unreal_objects().get(verb.lemma.lower()) if token.dep in _OBJECTS and verb.pos == "VERB" else None
    if row is not None and not is_negated(tree, verb.index):
        return row.kind, verb.text
    return _denied_report(tree, token.head) if token.dep == "pobj" else None


def _denied_report(tree: Tree, tie: int) -> tuple[str, str] | None:
    """Dismissed reports of an attack: what somebody says did not happen."""
    noun = tree.tokens[tree.tokens[tie].head]
    verb = tree.tokens[noun.head]
    heard = noun.lemma.lower() in _hearsay() and noun.dep in _OBJECTS and verb.pos == "VERB"
    types = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ()) if heard else ()
    return ("negation", verb.text) if any(row.event_type == "REJECT" for row in types) else None


@functools.cache
def _hearsay() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/hearsay_nouns.csv", lexicon.Listed))
