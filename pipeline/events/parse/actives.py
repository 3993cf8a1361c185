"""A participle that has a person as its object is a verb: a court sentenced on Saturday the editor Anna Orlova."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, is_below, with_token
from pipeline.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AROUND = frozenset({"prep", "npadvmod", "advmod", "punct", "cc", "mark"})
"""What stands around the verb of a sentence, and that the parser hangs on a noun where it sees no verb."""


def _does_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Said behind the words, the source takes their subject away: a court sentenced her on Monday, RIA reported."""
    for token in tokens:
        noun = tokens[token.head]
        if token.tag != "VBN" or token.dep != "acl" or noun.index != token.index - 1:
            continue
        told = _person_below(tokens, token)
        if told is None or any(t.dep == "agent" and t.head == token.index for t in tokens):
            continue
        if noun.dep == "ROOT":
            verb = replace(token, tag="VBD", dep="ROOT", head=token.index)
        elif noun.dep in SUBJECTS:
            verb = replace(token, tag="VBD", dep="ccomp", head=noun.head)
        else:
            continue
        for changed in (verb, replace(noun, dep="nsubj", head=token.index), replace(told, dep="dobj")):
            tokens = with_token(tokens, changed)
    return tokens


def _person_below(tokens: tuple[Token, ...], verb: Token) -> Token | None:
    below = (t for t in tokens if t.head == verb.index and t.dep in ("dobj", "npadvmod"))
    return next((t for t in below if t.entity == "PERSON"), None)


def _finite_after_all(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A court jailed editor Anna Orlova on Monday, days after it banned her paper: the sentence has no other verb."""
    for token in tokens[1:]:
        done = tokens[token.head]
        done = tokens[done.head] if done.dep == "compound" else done
        doer = tokens[token.index - 1]
        named = doer.pos in ("NOUN", "PROPN") or doer.entity == "GPE"
        if token.tag not in ("VBN", "VBD") or token.dep != "amod" or not named:
            continue
        opens = all(is_below(tokens, t.index, done.index) for t in tokens[: token.index])
        person = any(t.entity == "PERSON" and is_below(tokens, t.index, done.index) for t in tokens[token.index :])
        if done.index > token.index and opens and person and _lacks_verb(tokens, done):
            return _with_verb(tokens, doer, token, done)
    return tokens


def _lacks_verb(tokens: tuple[Token, ...], done: Token) -> bool:
    """Whether a noun stands alone as a sentence, or before the conjunction of the clause that it is hung on."""
    if done.dep == "ROOT":
        return tokens[-1].text == "." and not any(t.tag in FINITE for t in tokens)
    below = [t for t in tokens if t.head == done.head and t.index > done.index]
    mark = next((t.index for t in below if t.dep == "mark"), None)
    ended = mark is not None and any(t.dep in SUBJECTS and t.index > mark for t in below)
    return done.dep in SUBJECTS and tokens[done.head].dep == "ROOT" and ended


def _with_verb(tokens: tuple[Token, ...], doer: Token, verb: Token, done: Token) -> tuple[Token, ...]:
    """Doer, verb and object in their places; what else hung on either noun goes to the noun before or to the verb."""
    clause = tokens[done.head]
    hung = [replace(t, head=doer.index) for t in tokens[: doer.index] if t.head in (done.index, verb.index)]
    hung += [replace(t, head=verb.index) for t in tokens if t.head == done.index and t.dep in ("prep", "npadvmod")]
    hung += [replace(verb, pos="VERB", tag="VBD", dep="ROOT", head=verb.index)]
    hung += [replace(doer, dep="nsubj", head=verb.index), replace(done, dep="dobj", head=verb.index)]
    if clause.index != done.index:
        hung.append(replace(clause, dep="advcl", head=verb.index))
    for changed in hung:
        tokens = with_token(tokens, changed)
    return tokens


def _with_an_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A ship bought by Rodnik left Riga, the port said; a court jailed on Monday a clerk: an object makes it active."""
    for token in tokens:
        if token.tag not in ("VBN", "VBD") or token.dep != "acl" or not _takes_an_object(tokens, token):
            continue
        noun = _doer(tokens, token)
        said = tokens[noun.head]
        if noun.dep == "ROOT" and tokens[-1].text == ".":
            hung = [replace(t, head=token.index) for t in tokens if t.head == noun.index and t.dep in AROUND]
            hung.append(replace(token, pos="VERB", tag="VBD", dep="ROOT", head=token.index))
        elif said.index > token.index and any(
            t.head == said.index and t.dep in SUBJECTS and t.index > token.index for t in tokens
        ):
            hung = [replace(token, pos="VERB", tag="VBD", dep="ccomp", head=said.index)]
        else:
            continue
        hung.append(replace(noun, dep="nsubj", head=token.index))
        hung += [replace(t, tag="VBD") for t in tokens if t.head == token.index and t.dep == "conj" and t.tag == "VBN"]
        tokens = with_token(tokens, *hung)
    return tokens


def _over_a_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The attack damaged over a dozen houses: "over" that is part of the number says how many, and not where."""
    for token in (t for t in tokens if t.dep == "prep" and t.entity == "CARDINAL"):
        thing = next((t for t in tokens if t.head == token.index and t.dep == "pobj"), None)
        if thing is None or thing.pos != "NOUN":
            continue
        number = next((t for t in tokens if t.head == thing.index and t.entity == "CARDINAL"), None)
        free = tokens[token.head].pos == "VERB" and not any(t.head == token.head and t.dep == "dobj" for t in tokens)
        if number is not None and free:
            tokens = with_token(tokens, replace(token, dep="quantmod", head=number.index))
            tokens = with_token(tokens, replace(thing, dep="dobj", head=token.head))
    return tokens


def _takes_an_object(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether it has one that a passive would not keep, and nobody by whom it is done."""
    below = {t.dep for t in tokens if t.head == verb.index}
    kept = verb.lemma.lower() in lexicon.two_object_verbs() or below & {"agent", "aux", "auxpass", *SUBJECTS}
    return not kept and any(t.head == verb.index and t.dep == "dobj" for t in tokens[verb.index :])


def _doer(tokens: tuple[Token, ...], verb: Token) -> Token:
    """The noun under which a participle stands; behind one by whom a thing was done, that thing."""
    noun = tokens[verb.head]
    while noun.dep == "pobj" and tokens[tokens[noun.head].head].dep == "acl" and tokens[noun.head].dep == "agent":
        noun = tokens[tokens[tokens[noun.head].head].head]
    return noun


def _with_its_outcome(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """On Monday a bus overturned near Orsha, killing two: a sentence with no other verb, whose outcome follows."""
    for token in tokens:
        noun = tokens[token.head]
        if token.tag not in ("VBN", "VBD") or token.dep != "acl" or noun.dep != "ROOT" or noun.index != token.index - 1:
            continue
        outcome = next(
            (t for t in tokens[token.index :] if t.tag == "VBG" and t.head in (noun.index, token.index)), None
        )
        fatal = outcome is not None and outcome.lemma.lower() in lexicon.fatal_verbs()
        if outcome is None or not fatal or tokens[outcome.index - 1].text != "," or not _lacks_verb(tokens, noun):
            continue
        hung = [replace(t, head=token.index) for t in tokens if t.head == noun.index and t.dep in ("prep", "punct")]
        hung += [replace(token, pos="VERB", tag="VBD", dep="ROOT", head=token.index)]
        hung += [replace(noun, dep="nsubj", head=token.index), replace(outcome, dep="advcl", head=token.index)]
        for changed in hung:
            tokens = with_token(tokens, changed)
        return tokens
    return tokens


def _opens_with_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Signs a charter with the king: no plural stands right before an article, so it is a verb without its subject."""
    verb = next((t for t in tokens if t.dep == "ROOT"), tokens[0])
    opens = verb.index == 0 and verb.tag in ("NNS", "NNPS") and len(tokens) > 2 and tokens[1].tag == "DT"
    thing = tokens[tokens[1].head] if opens else verb
    if thing.head != verb.index or thing.index == verb.index or any(t.tag in FINITE for t in tokens):
        return tokens
    tokens = with_token(tokens, replace(thing, dep="dobj"))
    return with_token(tokens, replace(verb, pos="VERB", tag="VBZ"))


ACTIVES: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _does_it,
    _finite_after_all,
    _over_a_number,
    _with_an_object,
    _with_its_outcome,
    _opens_with_it,
)
