"""Subjects that the parser takes for an explanation of what stands before them, and phrases hung on a wrong word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events import lexicon
from pipeline.events.parse.rehang import SUBJECTS, stretch, with_token
from pipeline.events.placing_lexicon import time_conjunctions
from pipeline.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MANY = frozenset({"were", "are", "have"})


def _behind_place_in_front(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """In the capital, Riga, a soldier was killed: what stands right before the verb is its subject, and no Riga."""
    for noun in (t for t in tokens[2:] if t.dep == "appos" and t.pos == "NOUN"):
        place, start = tokens[noun.head], stretch(tokens, noun.index)[0]
        if place.pos != "PROPN" or place.index != start - 2:
            continue
        verb = _verb_behind(tokens, noun.index)
        front = _tie_above(tokens, place)
        if verb is None or front is None or front.head != verb.index or _has_subject(tokens, verb):
            continue
        passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
        tokens = with_token(tokens, replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.index))
    return tokens


def _place_beside_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same, where the parser has both for subjects: Riga explains the capital."""
    for name in tokens[3:]:
        noun, comma = tokens[name.index - 2], tokens[name.index - 1]
        beside = name.dep in SUBJECTS and name.pos == "PROPN" and comma.text == "," and noun.dep == "pobj"
        if beside and any(t.head == name.head and t.dep in SUBJECTS for t in tokens[name.index + 1 :]):
            tokens = with_token(tokens, replace(name, dep="appos", head=noun.index))
    return tokens


def _list_of_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The hospital, a school and some houses were hit: one noun "was", so the second is of a list."""
    for second in (t for t in tokens[3:] if t.dep == "appos" and tokens[t.head].dep in SUBJECTS):
        first, start = tokens[second.head], stretch(tokens, second.index)[0]
        if first.tag != "NN" or tokens[start - 1].text != ",":
            continue
        many = any(t.head == first.head and t.text.lower() in _MANY for t in tokens)
        listed = any(t.head == second.index and t.dep == "conj" for t in tokens)
        if many and listed and second.pos == "NOUN":
            tokens = with_token(tokens, replace(second, dep="conj"))
    return tokens


def _list_of_things(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Damaged a school, a clinic and three cars: no school is a clinic and three cars; a friend may be all she is."""
    for second in (t for t in tokens[3:] if t.dep == "appos" and tokens[t.head].dep == "dobj"):
        first, start = tokens[second.head], stretch(tokens, second.index)[0]
        if first.tag != "NN" or tokens[start - 1].text != ",":
            continue
        last = next((t for t in tokens if t.head == second.index and t.dep == "conj" and t.pos == "NOUN"), None)
        whose = last is not None and any(t.head == last.index and t.dep in ("det", "nummod") for t in tokens)
        somebody = any(t.lemma.lower() in lexicon.role_nouns() for t in (first, second))
        if whose and second.pos == first.pos == "NOUN" and not somebody and tokens[start].dep == "det":
            tokens = with_token(tokens, replace(second, dep="conj"))
    return tokens


def _capital_does_nothing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """After a blast in the capital Riga killed ten: the name of the capital is no subject, the blast is."""
    for name in tokens[4:-1]:
        noun, verb = tokens[name.index - 1], tokens[name.head]
        if name.dep != "nsubj" or name.entity != "GPE" or verb.index != name.index + 1 or noun.dep != "pobj":
            continue
        mark = _tie_above(tokens, noun)
        while mark is not None and mark.text.lower() not in time_conjunctions(of="another time"):
            above = tokens[mark.head]
            mark = _tie_above(tokens, above) if above.dep == "pobj" else None
        deed = next((t for t in tokens if mark is not None and t.head == mark.index and t.dep == "pobj"), None)
        if mark is None or deed is None or verb.dep not in ("advcl", "ccomp") or noun.tag != "NN":
            continue
        tokens = with_token(
            tokens,
            replace(name, dep="appos", head=noun.index),
            replace(verb, dep="advcl", head=mark.head),
            *_opening(verb, mark, deed),
        )
    return tokens


def _after_it_killed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """To be questioned after a blast killed ten: a clause without a subject behind "after" has what stands between."""
    for verb in (t for t in tokens if t.dep == "advcl" and t.tag == "VBD" and not _has_subject(tokens, t)):
        ties = [t for t in tokens[verb.head : verb.index] if t.head == verb.head and t.dep == "prep"]
        mark = next((t for t in ties if t.text.lower() in time_conjunctions(of="another time")), None)
        deed = next((t for t in tokens if mark is not None and t.head == mark.index and t.dep == "pobj"), None)
        if mark is None or deed is None or stretch(tokens, deed.index)[1] != verb.index - 1:
            continue
        if not any(t.head == verb.index and t.dep in ("mark", "aux", "auxpass") for t in tokens):
            tokens = with_token(tokens, *_opening(verb, mark, deed))
    return tokens


def _opening(verb: Token, mark: Token, deed: Token) -> tuple[Token, Token]:
    """What "after" leads to as the subject of a clause, and "after" as the word that opens it."""
    return replace(deed, dep="nsubj", head=verb.index), replace(mark, dep="mark", pos="SCONJ", head=verb.index)


def _of_the_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Activists and members of the council: of the council are the members, whoever else is."""
    for of in tokens[3:]:
        first, last = tokens[of.head], tokens[of.index - 1]
        if of.text.lower() != "of" or of.dep != "prep" or last.dep != "conj" or last.head != first.index:
            continue
        if last.pos == "NOUN" and first.pos == "NOUN":
            tokens = with_token(tokens, replace(of, head=last.index))
    return tokens


def _how_far(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Struck a plant hundreds of miles from the border: a distance behind the object is no second object."""
    for far in (t for t in tokens[2:] if t.dep in ("dobj", "pobj") and t.entity == "QUANTITY"):
        start = stretch(tokens, far.index)[0]
        first = any(t.dep == far.dep and t.head == far.head and t.index < start for t in tokens)
        if first and tokens[start - 1].pos in ("NOUN", "PROPN"):
            tokens = with_token(tokens, replace(far, dep="npadvmod", head=start - 1))
    return tokens


def _verb_behind(tokens: Sequence[Token], noun: int) -> Token | None:
    """The finite verb right behind a noun, or the participle that its auxiliary belongs to."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if after is None or after.tag not in _FINITE:
        return None
    return tokens[after.head] if after.dep in ("aux", "auxpass") else after


def _tie_above(tokens: Sequence[Token], token: Token) -> Token | None:
    """The preposition that leads to a noun, or to the one that it explains."""
    while token.dep == "appos":
        token = tokens[token.head]
    return tokens[token.head] if token.dep == "pobj" else None


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    return any(t.head == verb.index and t.dep in (*SUBJECTS, "expl", "csubj") for t in tokens)


ASTRAY: tuple[Callable[[tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _behind_place_in_front,
    _place_beside_subject,
    _list_of_subjects,
    _list_of_things,
    _capital_does_nothing,
    _after_it_killed,
    _of_the_last,
    _how_far,
)
"""Repairs of subjects behind a place or in a list, and of phrases that hang on the first of two."""
