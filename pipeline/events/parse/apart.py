"""Subjects and objects that asides set apart from their verb: Anna Orlova, the head of the council, called for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.events.placing_lexicon import time_conjunctions
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


def _after_somebody(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Ran after her husband, Ivan Petrov, was jailed: he was; no "and" ties that to "ran", so "after" opens it."""
    for tie in (t for t in tokens if t.dep == "prep" and t.text.lower() in time_conjunctions(of="another time")):
        noun = next((t for t in tokens[tie.index :] if t.head == tie.index and t.dep == "pobj"), None)
        if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.entity in ("DATE", "TIME"):
            continue
        end = stretch(tokens, noun.index)[1] + 1
        verb = next((t for t in tokens[end:] if t.dep in ("conj", "ccomp") and not _has_subject(tokens, t)), None)
        own = [t for t in tokens if verb is not None and t.head == verb.index and end <= t.index < verb.index]
        first = own[0] if own else verb
        if verb is None or first is None or first.index != end or tokens[end - 1].text != ",":
            continue
        aux = next((t for t in own if t.dep in ("aux", "auxpass")), verb)
        if aux.tag not in {*FINITE, "MD"} or any(t.dep in ("cc", "mark") for t in own):
            continue
        above = tokens[tie.head]
        while above.pos not in ("VERB", "AUX") and above.head != above.index:
            above = tokens[above.head]
        passive = any(t.dep == "auxpass" for t in own)
        tokens = with_token(
            tokens,
            replace(tie, pos="SCONJ", dep="mark", head=verb.index),
            replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index),
            replace(verb, dep="advcl", head=above.index),
        )
    return tokens


def _and_the_other(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Orlova, a swimmer and a judge, and Petrov founded a club: both did, where the sentence has no other verb."""
    for verb in (t for t in tokens if t.dep == "conj" and t.tag in FINITE):
        name = tokens[verb.head]
        other = next((t for t in tokens[: verb.index] if t.head == verb.index and t.dep in SUBJECTS), None)
        if name.dep != "ROOT" or name.pos != "PROPN" or other is None or other.pos != "PROPN":
            continue
        if not any(t.head == name.index and t.dep == "appos" for t in tokens[name.index : other.index]):
            continue
        tie = tokens[stretch(tokens, other.index)[0] - 1]
        if tie.dep == "cc" and tie.head == name.index:
            moved = [replace(t, head=verb.index) for t in tokens if t.head == name.index and t.index > verb.index]
            tokens = with_token(
                tokens,
                *moved,
                replace(verb, dep="ROOT", head=verb.index),
                replace(name, dep=other.dep, head=verb.index),
                replace(other, dep="conj", head=name.index),
            )
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
    _reduced_before_the_verb,
    _after_somebody,
    _and_the_other,
)
