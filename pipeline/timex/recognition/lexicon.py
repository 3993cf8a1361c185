"""Words of time and what they mean: every row gives a word or phrase a symbol that rules speak of, and a value."""

from __future__ import annotations

import functools
import re

from pipeline.knowledge import demonyms
from pipeline.lexicons import TimeWord
from pipeline.resources import split, table
from pipeline.timex.recognition.lexer import spoken

LEXICONS: tuple[str, ...] = (
    "en/months.csv",
    "en/weekdays.csv",
    "en/units.csv",
    "en/numbers.csv",
    "en/time_words.csv",
    "en/time_references.csv",
    "en/message_words.csv",
    "ru/time_words.csv",
    "be/time_words.csv",
    "uk/time_words.csv",
)


FUNCTION_WORDS = ("STOP", "OF_DATE", "ON_DATE", "ARTICLE", "ARTICLE_A", "WAS", "SUBJECT", "CONJUNCTION")
"""Symbols of the words of grammar, which name no event."""


@functools.cache
def words() -> tuple[TimeWord, ...]:
    """Every row of every lexicon of time words. Languages share the symbols, so one grammar reads them all."""
    return tuple(row for name in LEXICONS for row in table(f"lexicons/{name}", TimeWord))


@functools.cache
def meanings() -> dict[tuple[str, str], str]:
    """(symbol, word or phrase as `spoken`) -> value."""
    found = {("COUNTRY", spoken(name)): country for name, country in country_names()}
    return found | {(row.symbol, spoken(row.word)): row.value for row in words()}


@functools.cache
def words_of(*symbols: str) -> frozenset[str]:
    """The words and phrases that carry one of the symbols."""
    return frozenset(word for symbol, word in meanings() if symbol in symbols)


@functools.cache
def any_of(*symbols: str) -> str:
    """A regular expression for any of them."""
    return "|".join(sorted(re.escape(word) for word in words_of(*symbols)))


@functools.cache
def country_names() -> tuple[tuple[str, str], ...]:
    """Names and adjectives of countries, each with its code: ("Ukrainian", "UKR")."""
    return tuple(
        (name, row.country)
        for row in demonyms()
        for name in (row.name, *split(row.adjectives))
        if name.isalpha() or " " in name
    )
