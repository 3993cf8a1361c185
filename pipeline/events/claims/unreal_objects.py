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
_GIVEN_UP = frozenset({"instead of", "rather than"})


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
        return _given_up(tree, token.index)
    verb = tree.tokens[token.head]
    row = unreal_objects().get(verb.lemma.lower()) if token.dep in _OBJECTS and verb.pos == "VERB" else None
    if row is not None and not is_negated(tree, verb.index):
        return row.kind, verb.text
    if token.dep != "pobj":
        return None
    return _denied_report(tree, token.head) or _without_sign(tree, token.head) or _imagined(tree, token.head)


def _given_up(tree: Tree, index: int) -> tuple[str, str] | None:
    """Instead of visiting Minsk, rather than sign: what was not chosen."""
    token = tree.tokens[index]
    before = " ".join(t.text.lower() for t in tree.tokens[max(0, index - 2) : index])
    given_up = token.tag in ("VBG", "VB") and before in _GIVEN_UP
    return ("negation", before) if given_up or (token.tag == "VBG" and before.endswith("rather than")) else None


def _without_sign(tree: Tree, tie: int) -> tuple[str, str] | None:
    """Saw no sign of an attack."""
    noun = tree.tokens[tree.tokens[tie].head]
    no = any(tree.tokens[c].text.lower() in ("no", "little") for c in tree.children(noun.index, "det", "amod"))
    return ("negation", f"no {noun.text}") if no and noun.lemma.lower() in _signs() else None


def _imagined(tree: Tree, tie: int) -> tuple[str, str] | None:
    """Practised the defence of Minsk against an attack: all of it is imagined."""
    noun = tree.tokens[tree.tokens[tie].head]
    while noun.dep == "pobj" and tree.tokens[tree.tokens[noun.head].head].pos in NOUNS:
        noun = tree.tokens[tree.tokens[noun.head].head]
    verb = tree.tokens[noun.head]
    row = unreal_objects().get(verb.lemma.lower()) if noun.dep in _OBJECTS and noun.pos in NOUNS else None
    return (row.kind, verb.text) if row is not None and row.kind == "hypothesis" else None


def _denied_report(tree: Tree, tie: int) -> tuple[str, str] | None:
    """Dismissed reports of an attack: what somebody says did not happen."""
    noun = tree.tokens[tree.tokens[tie].head]
    verb = tree.tokens[noun.head]
    heard = noun.lemma.lower() in _hearsay() and noun.dep in _OBJECTS and verb.pos == "VERB"
    types = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ()) if heard else ()
    return ("negation", verb.text) if any(row.event_type == "REJECT" for row in types) else None


@functools.cache
def _signs() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/sign_nouns.csv", lexicon.Listed))


@functools.cache
def _hearsay() -> frozenset[str]:
    return frozenset(row.lemma for row in table("lexicons/en/hearsay_nouns.csv", lexicon.Listed))
