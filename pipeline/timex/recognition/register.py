"""Whether a text is written like a short message: small letters, words such as "u" and "pls", hours without a.m."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.settings.timex import JOTTED_WORDS, MESSAGE_SHARE
from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import words_of

Register = Literal["message", "jotted", "ancient", "text"]


def register_of(tokens: Sequence[Token]) -> Register:
    """message: words that only messages use; jotted: a few words without a capital in front; ancient: a year before
    Christ is named; text: anything else."""
    known, small = words_of("CHAT"), words_of("CHAT_SMALL")
    words = [token for token in tokens if token.kind == "word"]
    chat = sum([token.lower in known or (token.lower in small and not token.capital) for token in words])
    chat += _marks(tokens)
    if chat and chat >= MESSAGE_SHARE.number * len(words):
        return "message"
    few = 0 < len(words) <= JOTTED_WORDS.number
    if few and not words[0].capital and words[0].lower.isascii():
        return "jotted"
    return "ancient" if _names_ancient_year(tokens) else "text"


def _names_ancient_year(tokens: Sequence[Token]) -> bool:
    """Whether a number stands before BC, BCE or B.C."""
    for number, token in enumerate(tokens[1:], 1):
        if token.lower in words_of("ERA_BC") or (token.lower == "b" and token.capital):
            era = " ".join(each.lower for each in tokens[number : number + 3])
            if tokens[number - 1].kind == "number" and (era.startswith("b . c") or token.lower != "b"):
                return True
    return False


def _marks(tokens: Sequence[Token]) -> int:
    """How many names behind @ and #, words such as "2moz" and marks of exclamation: messages have them, reports hardly
    any."""
    known = words_of("CHAT")
    found = 0
    for number, one in enumerate(tokens):
        if one.kind not in {"other", "number"}:
            continue
        other = tokens[number + 1] if number + 1 < len(tokens) else one
        joined = one.end == other.start
        found += one.lower == "!"
        found += joined and one.lower in {"@", "#"} and other.kind == "word"
        found += joined and one.kind == "number" and f"{one.lower} {other.lower}" in known
    return found
