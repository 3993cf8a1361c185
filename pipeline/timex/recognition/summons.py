"""What lies ahead without a verb of the future: a gathering that is called for, and the end of "from now until"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import words_of
from pipeline.timex.recognition.tense_cues import tense_of

_ENDS = frozenset({",", ".", ";", "?", "!"})
_FROM_NOW = 3
"""Tokens before the date in "from now until Easter" and "between now and Easter"."""
_REACH = 14
"""Tokens before the date in which the verb stands."""
_NAMES = 3
"""Names that a headline begins with, at most."""
_BETWEEN = 4
"""Words between the verb and the gathering: "called for another large unauthorised rally"."""


def lies_ahead(tokens: Sequence[Token], start: int) -> bool:
    """Whether the date at `start` ends a time from now on, or is that of a gathering which a verb before it calls for.

    "He called for calm on Tuesday" and "called for an end to the strike on Monday" tell when he called.
    """
    lead = [token.lower for token in tokens[max(0, start - _FROM_NOW) : start]]
    if lead[1:2] == ["now"] and lead[0] in words_of("RANGE_OPENS"):
        return True
    if _is_headline(tokens, start):
        return True
    summons = words_of("SUMMONS")
    for index in range(start - 1, max(-1, start - _REACH), -1):
        word = tokens[index].lower
        if word in summons:
            return _names_gathering(tokens, index, start)
        if word in _ENDS or tokens[index].kind == "paragraph" or tense_of(tokens[index]) != "none":
            return False
        if word in words_of("SUBJECT"):
            return False
    return False


def _is_headline(tokens: Sequence[Token], start: int) -> bool:
    """Whether names and "to" with a verb open the line of the date, as in headlines: "Putin to speak at 10:00"."""
    line = list(itertools.takewhile(_goes_on, reversed(tokens[max(0, start - _REACH) : start])))[::-1]
    begin = start - len(line)
    if begin and _goes_on(tokens[begin - 1]):
        return False  # The names stand within a longer sentence: "helped Dmitry Petrov to find a flat in May".
    places = [i for i, token in enumerate(line) if token.lower == "to"]
    if not places or not 1 <= places[0] <= _NAMES or places[0] + 1 >= len(line):
        return False
    names, verb, rest = line[: places[0]], line[places[0] + 1], line[places[0] + 2 :]
    behind = itertools.takewhile(_goes_on, tokens[start : start + _REACH])
    named = all(token.capital and token.kind == "word" and token.lower not in _no_names() for token in names)
    plain = verb.kind == "word" and not verb.capital and verb.lower not in words_of("DETERMINER") | words_of("ARTICLE")
    return named and plain and all(tense_of(token) == "none" for token in (*rest, *behind))


def _goes_on(token: Token) -> bool:
    return token.lower not in _ENDS and token.kind != "paragraph"


def _no_names() -> frozenset[str]:
    return words_of("SUBJECT") | words_of("RANGE_OPENS") | words_of("BEFORE_TO")


def _names_gathering(tokens: Sequence[Token], verb: int, start: int) -> bool:
    gatherings, first = words_of("GATHERING"), verb + 1
    between = [token.lower for token in tokens[first:start]]
    if any(pair[0] == "to" and pair[1] in gatherings for pair in itertools.pairwise(between)):
        return "end" not in between
    if tokens[verb].lower in words_of("SUMMONS_FOR"):
        # "Called a strike for Saturday" says when it will be, "called a strike on Saturday" when it was called.
        if between[:1] != ["for"] and between[-1:] != ["for"]:
            return False
        if between[-1:] == ["for"] and words_of("CONVENED") & set(between[:-1]):
            # "Has called a meeting of the council for Thursday": whatever it is called, it will be then.
            return True
        between = between[1:] if between[:1] == ["for"] else between[:-1]
    words = list(itertools.takewhile(lambda w: w not in words_of("STOP") | words_of("OF_DATE"), between))
    return any(word in gatherings for word in words[: _BETWEEN + 1])
