"""What a word that looks like a verb is in its place: a participle before its noun, a month, a verb under another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from pipeline.model import Tense
from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.recognition.tense_cues import cues_before_infinitive, tense_of

_CLAUSE, _STOPS = 14, frozenset({",", ".", ";"})
"""Words before a date in which the verb of its clause stands, and what parts clauses."""
_MOST_REACH, _MOST_NEAR = 14, 5
"""Tokens before a length in which "the worst" may stand, and "worst" alone."""


def describes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the participle at `index` stands before its noun: "a still unspecified date", "the proposed law"."""
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    if not tokens[index].lower.endswith("ed") or not before:
        return False
    adverb = before[-1].endswith("ly") or before[-1] in words_of("ADVERB")
    return before[-1] in words_of("DETERMINER") or (adverb and before[0] in words_of("DETERMINER"))


def has_been(tokens: Sequence[Token], index: int) -> bool:
    """Whether "has been" or "have been" is or leads to the verb at `index`: "talks have been put off"."""
    window = [token.lower for token in tokens[max(0, index - 2) : index + 2]]
    return any(first in words_of("HAS") and then == "been" for first, then in itertools.pairwise(window))


def is_bidden(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether what the verb at `index` tells somebody to do stands between it and the date."""
    if tokens[index].lower not in words_of("DIRECTIVE"):
        return False
    between = [token.lower for token in tokens[index + 2 : start - 1]]
    return "to" in between and not any(word in {",", "after", "when", "because"} for word in between)


def is_month(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word with a capital is a month: beside a number, behind "in" or "last", or listed with another."""
    if not tokens[index].capital:
        return False
    beside = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    if any(token.kind in {"number", "ordinal"} for token in beside):
        return True
    if index and tokens[index - 1].lower in words_of("MONTH_LEAD"):
        return True
    near = [tokens[i] for i in (index - 2, index + 2) if 0 <= i < len(tokens)]
    listed = any(token.lower in {",", "and", "or", "to", "-", "–"} for token in beside)
    return listed and any(token.lower in words_of("MONTH") for token in near)


def is_surname(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word with a capital follows a name in a sentence: "Prime Minister Anna May says", no headline."""
    if not 0 < index < len(tokens) - 1 or tokens[index].kind != "word":
        return False
    return all(each.capital for each in tokens[index - 1 : index + 1]) and not tokens[index + 1].capital


def is_over(tokens: Sequence[Token], index: int) -> bool:
    """Whether what looks ahead at `index` did so in the past: "it had been due to expire on Friday"."""
    window = [token.lower for token in tokens[max(0, index - 4) : index]]
    return ("had", "been") in itertools.pairwise(window)


def is_equated(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb of the present says of something that it is the date at `start`: "the vote is on Friday"."""
    lead = tokens[start - 1].lower if start else ""
    verb = start - 2 if lead in words_of("ON_DAY") else start - 1
    return verb > 0 and tokens[verb].lower in words_of("IS_DATE")


def is_made_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb at `index` stands under one that lets or sees it happen: "he let the offensive begin"."""
    window = tokens[max(0, index - 5) : index]
    return any(token.lower in words_of("LETS") for token in window)


def is_seeming(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb at `index` only says what seemed so: "his grip seemed to be slipping in August"."""
    return index >= 2 and tokens[index - 1].lower == "to" and tokens[index - 2].lower in words_of("SEEMS")


def reaches_back(tokens: Sequence[Token], start: int) -> bool:
    """Whether the words before a date say that something began then: "the case goes back to July 29"; or that
    something comes behind what was done then: "the ban comes days after a raid on Friday"."""
    before = [token.lower for token in tokens[max(0, start - 3) : start]]
    goes = before[1:] == ["back", "to"] and before[0] in words_of("GOES_BACK")
    return (
        goes
        or _comes_behind(tokens, start)
        or (before[-1:] in (["to"], ["from"]) and any(w in words_of("REACHES_BACK") for w in before[:-1]))
    )


def _comes_behind(tokens: Sequence[Token], start: int) -> bool:
    for index in range(start - 1, max(0, start - _CLAUSE), -1):
        word = tokens[index].lower
        if word in _STOPS or tense_of(tokens[index]) == "past" or word in words_of("AWAITS") - words_of("BEHIND"):
            return False
        if word in words_of("COMES") and tokens[index - 1].lower not in words_of("CARRIES_TENSE"):
            return any(token.lower in words_of("BEHIND") for token in tokens[index + 1 : start])
    return False


def was_to_come(tokens: Sequence[Token], index: int) -> bool:
    """Whether "was" or "were" at `index`, with a token behind it, opens "was to lead", "was due to lead"."""
    if tokens[index].lower not in cues_before_infinitive():
        return False
    following = tokens[index + 1].lower
    after = tokens[index + 2].lower if index + 2 < len(tokens) else ""
    return following == "to" or (after == "to" and tense_of(tokens[index + 1], after) == "future")


def is_most(tokens: Sequence[Token], places: Sequence[int], tense_at: Callable[[int], Tense]) -> bool:
    """Whether a superlative stands in front of "in" and a length: "the worst flood in ten years"; `places` are the
    tokens from "in" leftward.

    "The boldest plan to rebuild": right behind the superlative stands no verb but its noun.
    """
    ahead = False
    for index in places[1:_MOST_REACH]:
        word = tokens[index].lower
        near = places[0] - index < _MOST_NEAR
        if word in words_of("SUPERLATIVE") or ends_as_superlative(word):
            return near or tokens[index - 1].lower == "the"
        if ahead or (not near and word == ","):
            return False
        ahead = tense_at(index) == "future"
    return False


def ends_as_superlative(word: str) -> bool:
    """Driest, but not arrest."""
    return len(word) > 5 and word.endswith("est") and word not in words_of("NOT_SUPERLATIVE")


def is_arranged(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at `place`, behind "is" or "are", tells what is arranged: "they are meeting on Friday".

    Not where a word that may lead to something over follows: "they are meeting after the flood on Friday".
    """
    if tokens[place].lower not in words_of("ARRANGES"):
        return False
    behind = itertools.takewhile(
        lambda word: word != ".", (t.lower for t in tokens[place + 1 : place + 1 + _MOST_REACH])
    )
    return not words_of("TURNS_BACK").intersection(behind)
