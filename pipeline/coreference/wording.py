"""The words of a mention that tell it from others: stems, names of things, numbers, lengths of time."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from pipeline import gazetteer
from pipeline.coreference import lexicon
from pipeline.knowledge import demonyms
from pipeline.lexicons import cardinals, units
from pipeline.model import EventMention
from pipeline.resources import split

WORD = re.compile(r"\w+")

COUNT = re.compile(r"(?<![\w.,-])(?!(?:1[89]|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{2,})(?![\w-])")
"""A number that tells one event from another; years and single digits do not."""

THING = re.compile(r"(?<=[\w,”’] )(?:[A-Z][\w-]{2,}|[a-z]{1,2}[A-Z][\w-]*)")
"""A word with a capital that does not open the title."""

FIGURE = re.compile(r"\d{1,3}(?:\.\d)?")

SHORTEST = 3
"""Letters; shorter words are mostly grammar."""


def content(text: str, lemma: str, trigger: frozenset[str]) -> frozenset[str]:
    """The stems of a text without those of the trigger."""
    return frozenset(stem for stem in stems(text) - trigger if not stem.startswith(lemma.lower()))


def things(mention: EventMention) -> frozenset[str]:
    """Names in the title of what is no participant and no country: products, ships, laws."""
    return frozenset(THING.findall(mention.title)) - set(names(mention).split()) - _of_countries()


@functools.cache
def _of_countries() -> frozenset[str]:
    """Words for countries and their people: they name no thing of their own."""
    cells = (cell for row in demonyms() for cell in (row.name, row.adjectives, row.people, row.capital))
    return frozenset(word for cell in cells for name in split(cell) for word in name.split())


def lengths(text: str) -> Mapping[str, frozenset[float]]:
    """The lengths of time that a text gives, by unit: "18-year", "eight years"."""
    found: dict[str, frozenset[float]] = {}
    for number, unit in _length().findall(text.lower()):
        amount = float(number) if FIGURE.fullmatch(number) else cardinals()[number]
        found[unit] = found.get(unit, frozenset()) | {amount}
    return found


@functools.cache
def _length() -> re.Pattern[str]:
    numbers = "|".join(sorted(cardinals(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.,-])({FIGURE.pattern}|{numbers})[ -]({'|'.join(sorted(units()))})s?\b")


def has_a_name(who: str) -> bool:
    """Whether somebody is told by name: a journalist and a dissident in custody may be one and the same."""
    return not who.rpartition(" ")[2].islower() or gazetteer.canonical(who) is not None


def names(mention: EventMention) -> str:
    """Everyone and every place that the mention names, in one text."""
    return " ".join((*mention.actors, *filter(has_a_name, mention.recipients), *mention.locations))


def stems(text: str) -> frozenset[str]:
    """The first letters of the words that are long enough to mean something, so that inflected forms agree."""
    words = (word for word in WORD.findall(text.lower()) if len(word) >= SHORTEST)
    return frozenset(word[: lexicon.STEM] for word in words if not _empty(word))


@functools.cache
def _empty(word: str) -> bool:
    """Whether the word is one of grammar, or a light verb."""
    return word in lexicon.function_words() or lexicon.light(word) or lexicon.light(word.removesuffix("s"))
