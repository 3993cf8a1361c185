"""Subjects and objects that asides set apart from their verb: Anna Orlova, the head of the council, called for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _finite_behind_a_name(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A past tense after an aside is the name's verb and describes nobody: no participle, it heads the sentence."""
    for token in tokens:
        name = tokens[token.head]
        if token.dep != "acl" or token.tag != "VBD" or name.dep != "ROOT" or name.pos != "PROPN":
            continue
        aside = any(t.head == name.index and t.dep == "appos" and t.index < token.index for t in tokens)
        own = any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        if not aside or own or tokens[token.index - 1].text != ",":
            continue
        tokens = with_token(tokens, replace(name, dep="nsubj", head=token.index))
        tokens = with_token(tokens, replace(token, dep="ROOT", head=token.index))
    return tokens


def _person_before_the_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """On behalf of Latvia, its envoy, Anna Orlova, signed: she explains no country; no other is the subject."""
    for verb in tokens:
        if verb.dep != "ROOT" or verb.tag not in FINITE or verb.index < 2 or tokens[verb.index - 1].text != ",":
            continue
        if tokens[verb.index - 2].entity != "PERSON" or _has_subject(tokens, verb):
            continue
        top = verb.index - 2
        while tokens[tokens[top].head].entity in ("", "PERSON") and tokens[top].dep in ("compound", "appos"):
            top = tokens[top].head
        far = tokens[tokens[top].head]
        first, last = stretch(tokens, top)
        beside = tokens[top].dep == "appos" and tokens[first - 1].text == "," and last < verb.index
        if beside and far.entity not in ("", "PERSON") and not is_below(tokens, verb.index, top):
            tokens = with_token(tokens, replace(tokens[top], dep="nsubj", head=verb.index))
    return tokens


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    return any(t.head == verb.index and t.dep in (*SUBJECTS, "csubj", "expl") for t in tokens)


def _called_in_quotation_marks(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Called the order "grave and sinister": what opens a quotation behind an object is what the thing is called."""
    for token in tokens:
        thing = tokens[token.head]
        verb = tokens[thing.head]
        if token.dep != "appos" or thing.dep != "dobj" or verb.lemma.lower() != "call":
            continue
        start, _ = stretch(tokens, token.index)
        marks = [t for t in tokens[thing.index + 1 : token.index] if t.tag == "``"]
        plain = tokens[start - 1].text != "," and all(t.dep != "appos" or t == token for t in tokens[thing.index :])
        if marks and plain:
            tokens = with_token(tokens, replace(token, dep="oprd", head=verb.index))
            for mark in marks:
                tokens = with_token(tokens, replace(mark, head=token.index))
    return tokens


def _after_the_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Sentenced to ten years in prison Anna Orlova: a bare common noun is no first name, she is the verb's object."""
    for token in tokens:
        place = tokens[token.index - 2] if token.index > 1 else token
        tie, first = tokens[token.head], tokens[token.index - 1]
        if token.dep != "pobj" or token.entity != "PERSON" or first.entity != "PERSON" or first.head != token.index:
            continue
        if place.tag != "NN" or place.entity or place.head != token.index or place.index != tie.index + 1:
            continue
        verb = tie
        while verb.pos != "VERB" and verb.head != verb.index:
            verb = tokens[verb.head]
        if verb.pos == "VERB" and not any(t.head == verb.index and t.dep in ("dobj", "nsubjpass") for t in tokens):
            tokens = with_token(tokens, replace(place, dep="pobj", head=tie.index))
            tokens = with_token(tokens, replace(token, dep="dobj", head=verb.index))
    return tokens


def _reduced_before_the_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Ivan Petrov, tried in absentia, was sentenced: between commas, with the passive behind it, it is a participle."""
    for token in (t for t in tokens[1:] if t.tag == "VBD" and t.pos == "VERB"):
        verb = next((t for t in tokens if t.head == token.index and t.dep == "conj" and t.tag == "VBN"), None)
        if tokens[token.index - 1].text != "," or verb is None:
            continue
        below = [t for t in tokens if t.head == token.index]
        subject = next((t for t in below if t.dep in SUBJECTS and t.index < token.index), None)
        aux = next((t for t in tokens if t.head == verb.index and t.dep in ("aux", "auxpass")), None)
        tied = any(t.dep in ("cc", "dobj") for t in below if t.index < verb.index)
        own = any(t.head == verb.index and t.dep in SUBJECTS for t in tokens)
        if subject is None or aux is None or tied or own or tokens[aux.index - 1].text != ",":
            continue
        main = token if token.head != token.index else replace(token, head=verb.index)
        moved = [replace(t, head=verb.index) for t in below if t.index > verb.index]
        moved += [
            replace(verb, dep=token.dep, head=main.head),
            replace(subject, dep="nsubjpass", head=verb.index),
            replace(token, tag="VBN", dep="acl", head=subject.index),
        ]
        for changed in moved:
            tokens = with_token(tokens, changed)
    return tokens


APART: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _finite_behind_a_name,
    _person_before_the_verb,
    _called_in_quotation_marks,
    _after_the_place,
    _reduced_before_the_verb,
)
