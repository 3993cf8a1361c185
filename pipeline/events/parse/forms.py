"""Forms that the parser takes for another part of speech: shot for the noun, occupied for a past tense, a gerund."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.denies_claims import DENIES_CLAIMS
from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token
from pipeline.resources import Row, table


class PastForm(Row):
    """A past tense that is a noun too, with its verb."""

    form: str
    lemma: str
    example: str
    counterexample: str


@functools.cache
def _past_forms() -> dict[str, str]:
    return {row.form: row.lemma for row in table("lexicons/en/past_forms.csv", PastForm)}


FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _shot_and_killed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A sniper shot and killed him: what stands before "and" with a past tense is one, and the noun did both."""
    for token in (t for t in tokens if t.tag == "NN" and t.dep in ("ROOT", "ccomp")):
        verb = next((t for t in tokens[token.index :] if t.head == token.index and t.dep == "conj"), None)
        doer = tokens[token.index - 1] if token.index else token
        if verb is None or verb.tag != "VBD" or tokens[token.index + 1].dep != "cc" or verb.index != token.index + 2:
            continue
        lemma = _past_forms().get(token.text.lower())
        own = any(t.head == verb.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        if own or not lemma or doer.dep not in ("compound", "nsubj") or doer.head != token.index:
            continue
        moved = [replace(t, head=doer.index) for t in tokens if t.head == token.index and t.index < doer.index]
        moved += [replace(doer, dep="nsubj"), replace(token, pos="VERB", tag="VBD", lemma=lemma)]
        tokens = with_token(tokens, *moved)
    return tokens


def _at_that_age(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The 68-year-old visited Riga: behind an age nobody names Riga a visited one, so the old one visited it."""
    for token in (t for t in tokens[3:] if t.dep == "amod" and t.pos in ("VERB", "ADJ") and t.tag != "VBG"):
        old, thing = tokens[token.index - 1], tokens[token.head]
        aged = old.lemma == "old" and old.head == thing.index and tokens[old.index - 1].tag == "HYPH"
        lemma = _of_past(token)
        if not aged or not lemma or thing.index != token.index + 1 or thing.dep != "ROOT":
            continue
        if any(t.tag in FINITE and t != token for t in tokens):
            continue
        after = [replace(t, head=token.index) for t in tokens[thing.index :] if t.head == thing.index]
        before = [replace(t, head=old.index) for t in tokens[: old.index] if t.head == thing.index]
        verb = replace(token, pos="VERB", tag="VBD", dep="ROOT", head=token.index, lemma=lemma)
        tokens = with_token(
            tokens, *after, *before, verb, replace(old, dep="nsubj", head=token.index), replace(thing, dep="dobj")
        )
        return with_token(tokens, replace(tokens[thing.index], head=token.index))
    return tokens


def _of_past(token: Token) -> str:
    """The verb of a word in -ed, whatever the parser took it for; "" for another word."""
    word = token.text.lower()
    if token.pos == "VERB":
        return token.lemma
    stems = (word.removesuffix("ed"), word.removesuffix("d")) if word.endswith("ed") else ()
    return next((stem for stem in stems if (stem, "VERB") in lexicon.event_types()), "")


def _in_occupied_land(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Who built a network in occupied Latvia: right behind a preposition no past tense stands, but an adjective."""
    for token in (t for t in tokens[1:] if t.tag == "VBD" and t.dep in ("ccomp", "conj", "advcl", "relcl")):
        tie = tokens[token.index - 1]
        below = [t for t in tokens if t.head == token.index]
        place = next((t for t in below if t.dep == "dobj" and t.index > token.index), None)
        if tie.dep != "prep" or tie.tag != "IN" or any(t.head == tie.index for t in tokens) or place is None:
            continue
        moved = [replace(t, head=token.head) for t in below if t != place]
        moved = [replace(t, dep="dobj") if t.dep in SUBJECTS else t for t in moved]
        moved += [replace(token, pos="ADJ", tag="JJ", dep="amod", head=place.index)]
        tokens = with_token(tokens, *moved, replace(place, dep="pobj", head=tie.index))
    return tokens


def _after_the_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Sentenced to ten years in prison Anna Orlova: a bare common noun is no first name, she is the verb's object."""
    for token in tokens:
        place = tokens[token.index - 2] if token.index > 1 else token
        tie, first = tokens[token.head], tokens[token.index - 1]
        if token.dep != "pobj" or token.entity != "PERSON" or first.entity != "PERSON" or first.head != token.index:
            continue
        absent = tokens[tie.index + 1]
        if absent.text.lower() == "absentia":
            place = absent
            tokens = with_token(tokens, replace(absent, entity=""))
        elif place.tag != "NN" or place.entity or place.head != token.index or place.index != tie.index + 1:
            continue
        verb = tie
        while verb.pos != "VERB" and verb.head != verb.index:
            verb = tokens[verb.head]
        if verb.pos == "VERB" and not any(t.head == verb.index and t.dep in ("dobj", "nsubjpass") for t in tokens):
            tokens = with_token(tokens, replace(place, dep="pobj", head=tie.index))
            tokens = with_token(tokens, replace(token, dep="dobj", head=verb.index))
    return tokens


def _gerund_of_a_charge(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Charged with planning a raid: what has an object behind a preposition is a verb."""
    for token in (t for t in tokens if t.pos == "NOUN" and t.dep == "pcomp" and t.text.lower().endswith("ing")):
        if any(t.head == token.index and t.dep == "dobj" and t.index > token.index for t in tokens):
            tokens = with_token(tokens, replace(token, pos="VERB", tag="VBG", lemma=_of_gerund(token.text.lower())))
    return tokens


def _of_gerund(word: str) -> str:
    """The verb of a gerund: plan of planning, where the words of events know it; no verb ends in a bare c, v or z."""
    stem = word.removesuffix("ing")
    forms = (stem, stem + "e", stem[:-1])
    known = next((form for form in forms if (form, "VERB") in lexicon.event_types()), stem)
    return known + "e" if known.endswith(("c", "v", "z")) else known


def _out_of_so_many(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Shot down 11 drones out of 20 launched at the town: the participle right behind a number tells of its things."""
    for token in (t for t in tokens[1:] if t.tag == "VBN" and t.dep == "advcl"):
        number = tokens[token.index - 1]
        tie = tokens[tokens[number.head].head]
        own = any(t.head == token.index and t.index < token.index for t in tokens)
        counted = number.tag == "CD" and number.dep == "pobj" and number.entity not in ("DATE", "TIME")
        if counted and not own and tie.text.lower() == "out":
            tokens = with_token(tokens, replace(token, dep="acl", head=number.index))
    return tokens


def _no_kin_of_an_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The thief remains at large and police admit it: "and" ties no noun to an adjective, so police do what follows."""
    for verb in (t for t in tokens[1:] if t.tag in FINITE and t.dep in ("advcl", "conj") and t.index > t.head):
        noun = tokens[verb.index - 1]
        above = tokens[noun.head]
        has = {t.dep for t in tokens if t.head == verb.index}
        if noun.dep != "conj" or noun.pos not in ("NOUN", "PROPN") or above.pos != "ADJ":
            continue
        tie = next((t for t in tokens[above.index : noun.index] if t.head == above.index and t.dep == "cc"), None)
        if tie is not None and not has & {*SUBJECTS, "mark", "csubj", "expl"}:
            tokens = with_token(
                tokens,
                replace(noun, dep="nsubj", head=verb.index),
                replace(verb, dep="conj"),
                replace(tie, head=verb.head),
            )
    return tokens


FORMS: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    *DENIES_CLAIMS,
    _shot_and_killed,
    _at_that_age,
    _in_occupied_land,
    _after_the_place,
    _gerund_of_a_charge,
    _out_of_so_many,
    _no_kin_of_an_adjective,
)
"""Repairs of words taken for another part of speech."""
