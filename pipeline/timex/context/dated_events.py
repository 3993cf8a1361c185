"""Days of events that the document itself dates: "the August 9 election" gives the day of "the election"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory
from pipeline.timex.recognition.lexicon import FUNCTION_WORDS, any_of, words_of

_AHEAD = 80
"""Characters in which the noun of an event, or its date, stands."""
_LEAD = 120
"""Characters before a date in which the event stands that is said to have happened then."""
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_NOUN_PHRASE = re.compile(rf"\s+((?:{_WORD}\s+){{0,4}}{_WORD})")
_HEAD_AFTER = re.compile(rf"\s+((?:{_WORD}\s+){{0,3}}{_WORD})")


@functools.cache
def _before_date() -> re.Pattern[str]:
    """The noun before "of" or "on" and a date: "the vote of August 9"."""
    return re.compile(rf"({_WORD})\s+(?:{any_of('OF_DATE')}|{any_of('ON_DATE')})\s+$", re.I)


@functools.cache
def _happened() -> re.Pattern[str]:
    """The event that is said to have happened on the date behind it: "The landings at Sarno took place on 6 May"."""
    articles, verbs = any_of("ARTICLE"), any_of("HAPPENED")
    return re.compile(rf"\b(?:{articles})\s+((?:{_WORD}\s+){{1,6}}?)(?:{verbs})\s+(?:{_WORD}\s+){{0,3}}$", re.I)


@functools.cache
def _inside() -> re.Pattern[str]:
    """What may stand between "after" and the date of the event: an article, or a noun with "of"."""
    articles, of = f"{any_of('ARTICLE')}|{any_of('ARTICLE_A')}", any_of("OF_DATE")
    return re.compile(rf"\s+(?:{_WORD}\s+){{0,1}}(?:(?:{articles})\s+)?(?:(?:{_WORD}\s+){{1,4}}(?:{of})\s+)?", re.I)


def day_in_phrase(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The date inside the noun phrase of the event: "two days after the August 9 election"."""
    following = next((e for e in memory.expressions_from(expression.span.end) if e is not expression), None)
    if following is None or following.operator not in {"calendar", "named_day"} or following.span == expression.span:
        return None
    between = memory.text[expression.span.end : following.span.start]
    return following if len(between) < _AHEAD and _inside().fullmatch(between) else None


def head_after(text: str, start: int) -> str | None:
    """The head noun of the event named after `start`: " before the snap election, he" -> election."""
    found = _NOUN_PHRASE.match(text, start, start + _AHEAD)
    if found is None:
        return None
    words = found[1].lower().split()
    articles = [i for i, word in enumerate(words) if word in words_of("ARTICLE")]
    if not articles or articles[0] > 2:
        return None
    return _head(words[articles[0] + 1 :])


def _head(phrase: Sequence[str]) -> str | None:
    """The last word before the first small one."""
    stop = next((i for i, word in enumerate(phrase) if _is_function_word(word)), len(phrase))
    return phrase[stop - 1] if stop else None


def _is_function_word(word: str) -> bool:
    return word in words_of(*FUNCTION_WORDS)


def event_days(memory: Memory) -> dict[str, list[LocalExpression]]:
    """Head noun -> the dates the document gives it, as "the August 9 election" or "the election of August 9"."""
    found: dict[str, list[LocalExpression]] = {}
    for expression in memory.expressions:
        if expression.operator != "calendar" or expression.day is None or expression.month is None:
            continue
        start, end = expression.span.start, expression.span.end
        for noun in _nouns_of(memory.text, start, end):
            found.setdefault(noun, []).append(expression)
    return found


def _nouns_of(text: str, start: int, end: int) -> list[str]:
    nouns = []
    if before := _before_date().search(text[max(0, start - _AHEAD) : start]):
        nouns.append(before[1].lower())
    if happened := _happened().search(text[max(0, start - _LEAD) : start]):
        nouns += [noun] if (noun := _head(happened[1].lower().split())) else []
    article = re.search(rf"\b(?:{any_of('ARTICLE')})\s+$", text[max(0, start - 12) : start], re.I)
    if article and (after := _HEAD_AFTER.match(text, end, end + _AHEAD)):
        words = after[1].lower().split()
        stop = next((i for i, word in enumerate(words) if _is_function_word(word)), len(words))
        nouns += words[:stop]
    return nouns


def known_day(noun: str | None, memory: Memory, *, but_after: int, of_deeds: bool = False) -> LocalExpression | None:
    """The date that the document gives this event, None when it gives none or several.

    A date right after the phrase may belong to the verb: "left two days after his arrest on May 9" dates nothing. With
    `of_deeds`, the date of the verb that this noun stands for: "he was arrested on May 7".
    """
    if noun is None:
        return None
    every = (memory.deed_days if of_deeds else memory.event_days).get(noun, [])
    dates = [e for e in every if not but_after <= e.span.start < but_after + _AHEAD]
    same = {(e.year, e.month, e.day) for e in dates}
    return dates[0] if len(same) == 1 else None
