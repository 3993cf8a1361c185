"""Whom a preposition brings along: with Latvia lifting the ban, listed as a passenger; and two leaders of two lands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.lexicon import role_nouns
from pipeline.events.parse.rehang import SUBJECTS, with_token
from pipeline.model import Token


def _with_one_doing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """It came along with Latvia lifting the ban: who stands right before the participle does it."""
    for verb in tokens:
        who = tokens[verb.index - 1]
        brought = tokens[who.head]
        if verb.tag != "VBG" or verb.dep not in ("xcomp", "advcl") or who.dep != "pobj" or who.index > verb.index:
            continue
        own = any(t.head == verb.index and t.dep in (*SUBJECTS, "mark") for t in tokens)
        if brought.text.lower() == "with" and brought.head == verb.head and who.pos == "PROPN" and not own:
            subject = replace(who, dep="nsubj", head=verb.index)
            tokens = with_token(tokens, subject, replace(verb, dep="pcomp", head=brought.index))
    return tokens


def _including_doing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Courted the West, including freeing a rival in June: one of the deeds of whoever did the rest, of its own day."""
    for word in (t for t in tokens if t.text.lower() == "including" and t.dep == "prep"):
        verb = next((t for t in tokens if t.head == word.index and t.dep == "pcomp" and t.tag == "VBG"), None)
        above = tokens[word.head]
        while above.head != above.index and (above.pos not in ("VERB", "AUX") or above.tag == "VB"):
            above = tokens[above.head]
        if verb is not None and above.pos in ("VERB", "AUX"):
            doing = replace(verb, dep="advcl", head=above.index)
            tokens = with_token(tokens, replace(word, dep="mark", head=verb.index), doing)
    return tokens


def _taken_as(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A list naming Orlova as a guest went missing: of two subjects the one behind "as" says what she is."""
    for word in (t for t in tokens if t.text.lower() == "as" and t.dep == "mark"):
        of_verb = [t for t in tokens if t.head == word.head and t.dep in SUBJECTS]
        if len(of_verb) != 2:
            continue
        first, second = of_verb
        taking = next((t for t in tokens if t.head == first.index and t.dep == "acl" and t.tag in ("VBG", "VBN")), None)
        if taking is None or not (first.index < taking.index < word.index < second.index < word.head):
            continue
        behind = replace(word, pos="ADP", dep="prep", head=taking.index)
        tokens = with_token(tokens, behind, replace(second, dep="pobj", head=word.index))
    return tokens


def _taken_as_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """After a list naming Orlova as a guest went missing: "after" opens the clause of the list, and "as" none."""
    for word in (t for t in tokens if t.text.lower() == "as" and t.dep == "mark"):
        verb = tokens[word.head]
        who = next((t for t in tokens if t.head == verb.index and t.dep in SUBJECTS), None)
        taking = next((t for t in reversed(tokens[: word.index]) if t.dep == "acl" and t.tag == "VBG"), None)
        if who is None or taking is None or not word.index < who.index < verb.index:
            continue
        first = tokens[taking.head]
        opening = tokens[first.head]
        single = any(t.head == who.index and t.text.lower() in ("a", "an") for t in tokens)
        opens = first.dep == "pobj" and opening.text.lower() == "after" and verb.head in (opening.head, taking.index)
        if not (single and opens and who.lemma.lower() in role_nouns()):
            continue
        tokens = with_token(
            tokens,
            replace(verb, dep="advcl", head=opening.head),
            replace(opening, dep="mark", head=verb.index),
            replace(first, dep="nsubj", head=verb.index),
            replace(word, pos="ADP", dep="prep", head=taking.index),
            replace(who, dep="pobj", head=word.index),
        )
    return tokens


def _two_of_two_lands(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Boris Petrov and Latvia's Anna Orlova met: two people, and the land is that of the second."""
    for first in (t for t in tokens if t.entity == "PERSON" and t.dep in ("nmod", "poss", "compound")):
        second, land = tokens[first.head], _land_beside(tokens, first)
        if land is None or second.entity != "PERSON" or first.index > second.index:
            continue
        moved = [replace(t, head=first.index) for t in tokens if t.head == second.index and t.dep == "appos"]
        tokens = with_token(
            tokens,
            replace(first, dep=second.dep, head=second.head),
            replace(second, dep="conj", head=first.index),
            replace(land, dep="poss", head=second.index),
            *(t for t in moved if t.index < second.index),
        )
    return tokens


def _land_beside(tokens: tuple[Token, ...], first: Token) -> Token | None:
    """A land with a possessive mark that "and" ties to a name."""
    lands = (t for t in tokens if t.head == first.index and t.dep == "conj" and t.entity == "GPE")
    return next((t for t in lands if any(c.head == t.index and c.tag == "POS" for c in tokens)), None)


BROUGHT_ALONG: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _with_one_doing,
    _including_doing,
    _taken_as,
    _taken_as_behind,
    _two_of_two_lands,
)
"""Repairs of whom a preposition or a possessive brings along."""
