"""What goes on behind "and": a verb that the parser ties to the wrong verb before it, or takes for an adjective."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.own_subjects import OWN_SUBJECTS
from pipeline.events.parse.rehang import SUBJECTS, is_below, stretch, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’"})


def _after_a_gerund(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Had trouble landing and hit a mast: a past tense goes on with the past tense, not with the gerund."""
    for token in (t for t in tokens if t.dep == "conj" and t.tag == "VBD"):
        above = tokens[token.head]
        finite = any(t.head == above.index and t.dep == "aux" and t.tag in (*FINITE, "MD") for t in tokens)
        if above.tag != "VBG" or finite or above.index > token.index or _has_own(tokens, token):
            continue
        while above.tag not in FINITE and above.head != above.index:
            above = tokens[above.head]
        if above.tag == "VBD" and above.index < token.index:
            tokens = with_token(tokens, replace(token, head=above.index))
    return tokens


def _after_a_progressive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Was reporting when police came and raided it: a past tense goes on with the past tense that broke in."""
    for token in (t for t in tokens if t.dep == "conj" and t.tag == "VBD" and t.index > t.head):
        above = tokens[token.head]
        was = any(t.head == above.index and t.dep == "aux" and t.tag == "VBD" for t in tokens)
        between = (t for t in tokens[above.index : token.index] if t.dep == "advcl" and t.head == above.index)
        broke_in = next((t for t in between if t.tag == "VBD" and _has_own(tokens, t)), None)
        if above.tag == "VBG" and was and broke_in is not None and not _has_own(tokens, token):
            ties = (t for t in tokens[broke_in.index : token.index] if t.dep == "cc" and t.head == above.index)
            tied = [replace(t, head=broke_in.index) for t in ties]
            tokens = with_token(tokens, replace(token, head=broke_in.index), *tied)
    return tokens


def _like_the_charge(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Guilty of taking part in "plots" and "inciting hatred": what "and" ties to the gerund is no clause apart."""
    for token in (t for t in tokens if (t.tag, t.dep) == ("VBG", "advcl") and t.index > t.head):
        before = token.index - 1
        while before > 0 and tokens[before].text in QUOTES:
            before -= 1
        tie = tokens[before]
        first = next((t for t in tokens[: tie.index] if (t.tag, t.dep) == ("VBG", "pcomp")), None)
        if tie.dep == "cc" and first is not None and is_below(tokens, tie.head, first.index):
            tokens = with_token(tokens, replace(token, dep="conj", head=first.index), replace(tie, head=first.index))
    return tokens


def _of_others(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Police raided the flat she filmed from and arrested her: she did not arrest herself, they did."""
    for token in (t for t in tokens if t.dep == "dobj" and t.tag == "PRP"):
        verb, first = tokens[token.head], tokens[tokens[token.head].head]
        subject = next((t for t in tokens if t.head == first.index and t.dep in SUBJECTS), None)
        if verb.dep != "conj" or verb.tag != "VBD" or _has_own(tokens, verb) or first.dep not in ("relcl", "acl"):
            continue
        if subject is None or subject.tag != "PRP" or subject.lemma != token.lemma:
            continue
        above = tokens[tokens[first.head].head]
        while above.pos != "VERB" and above.head != above.index:
            above = tokens[above.head]
        if above.tag == "VBD" and not any(t.pos in ("NOUN", "PROPN") for t in tokens[subject.index : verb.index]):
            tokens = with_token(tokens, replace(verb, head=above.index))
    return tokens


def _with_a_gerund(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Demanding that he be freed and saying so, charged with theft and killing a guard: "and" ties like to like."""
    for token in (t for t in tokens if t.dep == "conj" and t.tag == "VBG" and t.index > t.head):
        verb = above = tokens[token.head]
        if (
            verb.pos != "VERB"
            or verb.tag == "VBG"
            or _has_own(tokens, token)
            or any(t.head == verb.index and t.dep == "aux" and t.lemma == "be" for t in tokens)
        ):
            continue
        while above.tag != "VBG" and above.head != above.index:
            above = tokens[above.head]
        ties = (t for t in tokens[verb.index : token.index] if t.text in ("of", "with"))
        tie = next((t for t in ties if t.head == verb.index or tokens[t.head].entity == "DATE"), None)
        earlier = [t for t in tokens[verb.index : token.index] if (t.tag, t.dep) == ("VBG", "pcomp")]
        if above.tag == "VBG" and above.index < token.index:
            tokens = with_token(tokens, replace(token, head=above.index))
        elif earlier and verb.tag in PAST:  # Held on charges of "stealing" and "hiding it".
            tokens = with_token(tokens, replace(token, head=earlier[-1].index))
        elif tie is not None and lexicon.accuses(verb.lemma):
            joins = [t for t in tokens[verb.index : token.index] if t.dep == "cc" and t.head == verb.index]
            tokens = with_token(tokens, *(replace(t, head=token.index) for t in joins))
            tokens = with_token(tokens, replace(token, dep="pcomp", head=tie.index))
        else:
            tokens = _with_the_object(tokens, token, verb)
    return tokens


def _with_the_object(tokens: tuple[Token, ...], token: Token, verb: Token) -> tuple[Token, ...]:
    """The plan included a vote and freeing prisoners: the gerund is a second thing included, and nothing it did."""
    joins = [t for t in tokens[verb.index : token.index] if t.dep == "cc" and t.head == verb.index]
    thing = next((t for t in tokens[verb.index : token.index] if t.head == verb.index and t.dep == "dobj"), None)
    if not joins or thing is None or verb.tag not in FINITE or joins[-1].index + 1 != token.index:
        return tokens
    return with_token(tokens, replace(token, head=thing.index), *(replace(t, head=thing.index) for t in joins))


def _with_infinitive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """To say that the plan was wrong, recall the army and resign: a bare form goes on with the infinitive."""
    for token in (t for t in tokens if t.dep == "conj" and t.tag == "VB"):
        above = tokens[token.head]
        own = any(t.head == token.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)
        if above.tag not in FINITE or above.dep != "ccomp" or own or above.index > token.index:
            continue
        while above.tag != "VB" and above.head != above.index:
            above = tokens[above.head]
        if above.tag == "VB":
            tokens = with_token(tokens, replace(token, head=above.index))
    return tokens


def _of_the_same_kind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Closed its ports and sealed borders: the two tell of the same, and no "the" or "its" stands before the second."""
    for token in (t for t in tokens[1:] if t.dep == "amod" and t.tag in ("VBN", "VBD")):
        noun, tie = tokens[token.head], tokens[token.index - 1]
        first = tokens[noun.head]
        verb = tokens[first.head]
        listed = noun.dep == "conj" and first.dep == "dobj" and tie.dep == "cc" and tie.head == first.index
        if not listed or verb.tag != "VBD" or not _has_article(tokens, first) or _has_article(tokens, noun):
            continue
        if noun.tag != "NNS" or stretch(tokens, noun.index)[0] != token.index or not _kinds(verb) & _kinds(token):
            continue
        hung = [replace(t, head=token.index) for t in tokens if t.head == noun.index and t.dep == "prep"]
        hung += [replace(token, pos="VERB", tag="VBD", dep="conj", head=verb.index)]
        hung += [replace(noun, dep="dobj", head=token.index), replace(tie, head=verb.index)]
        tokens = with_token(tokens, *hung)
    return tokens


def _has_own(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb has a subject or an auxiliary of its own."""
    return any(t.head == verb.index and t.dep in (*SUBJECTS, "aux", "auxpass") for t in tokens)


def _has_article(tokens: Sequence[Token], noun: Token) -> bool:
    return any(t.head == noun.index and t.dep in ("det", "poss") for t in tokens)


def _kinds(verb: Token) -> set[str]:
    rows = lexicon.event_types().get((verb.lemma.lower(), "VERB"), ())
    return {row.event_type for row in rows} - {"OTHER"}


GOING_ON: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _after_a_gerund,
    _after_a_progressive,
    _like_the_charge,
    _of_others,
    _with_a_gerund,
    _with_infinitive,
    _of_the_same_kind,
    *OWN_SUBJECTS,
)
"""Repairs of what "and" ties."""
