"""Whether a text is written like a short message: small letters, words such as "u" and "pls", hours without a.m."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from pipeline.settings.timex import JOTTED_WORDS, MESSAGE_SHARE
from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import words_of

_SIGNS = frozenset("!@#")
_DRAWN = re.compile(r"([a-z])\1\1")
_QUOTATION = frozenset('"“”„«»')
Register = Literal["message", "jotted", "ancient", "text"]


def register_of(tokens: Sequence[Token]) -> Register:
    """The register a text is written in.

    message: words that only messages use, or a few that speak to "you"; jotted: a few words without a capital in
    front; ancient: a year before Christ is named; text: anything else.
    """
    known, small = words_of("CHAT"), words_of("CHAT_SMALL")
    words = [token for token in tokens if token.kind == "word"]
    chat = sum([token.lower in known or (token.lower in small and not token.capital) for token in words])
    chat += _marks(tokens) + sum([_is_drawn(token) for token in words])
    if chat and chat >= MESSAGE_SHARE.number * len(words):
        return "message"
    few = 0 < len(words) <= JOTTED_WORDS.number
    if few and not words[0].capital and words[0].lower.isascii():
        return "jotted"
    speaks = few and any(token.lower in words_of("ADDRESSED") for token in words)
    if speaks and not _quotes(tokens) and not _names(tokens):
        # "Saturday or Sunday. Your call." speaks to one reader: a message, however well it is written.
        return "message"
    return "ancient" if _names_ancient_year(tokens) else "text"


def _names_ancient_year(tokens: Sequence[Token]) -> bool:
    """Whether a number stands before BC, BCE or B.C."""
    eras = words_of("ERA_BC") | {"b"}
    for number in [i for i, token in enumerate(tokens) if token.lower in eras]:
        token = tokens[number]
        if not number or tokens[number - 1].kind != "number":
            continue
        era = " ".join(each.lower for each in tokens[number : number + 3])
        if token.lower != "b" or (token.capital and era.startswith("b . c")):
            return True
    return False


def _names(tokens: Sequence[Token]) -> bool:
    """Whether somebody or some place is named, as headlines and briefs do: "what you should know of Sunday's vote in
    Riga"."""
    times = words_of("WEEKDAY", "MONTH", "MONTH_OR_VERB", "SUBJECT")
    inside = (other for one, other in pairwise(tokens) if one.kind == "word" or one.lower == ",")
    return any(token.kind == "word" and token.capital and token.lower not in times for token in inside)


def _quotes(tokens: Sequence[Token]) -> bool:
    """Whether marks of quotation stand in the text: who is spoken to may be another than the reader."""
    return any(token.lower in _QUOTATION for token in tokens)


def _is_drawn(token: Token) -> bool:
    """Whether a word is drawn out: "soooo", "wooo"; not "www", nor a number such as III."""
    return not token.capital and token.lower != "www" and _DRAWN.search(token.lower) is not None


def _marks(tokens: Sequence[Token]) -> int:
    """How many names behind @ and #, words such as "2moz" and marks of exclamation: messages have them, reports hardly
    any."""
    known = words_of("CHAT")
    found = 0
    for number in [i for i, token in enumerate(tokens) if token.kind == "number" or token.lower in _SIGNS]:
        one = tokens[number]
        other = tokens[number + 1] if number + 1 < len(tokens) else one
        joined = one.end == other.start
        found += one.lower == "!"
        found += joined and one.lower in {"@", "#"} and other.kind == "word"
        found += joined and one.kind == "number" and f"{one.lower} {other.lower}" in known
    return found
