"""Reads a short text the way the flow does, for the tests of the event rules."""

from __future__ import annotations

import datetime as dt

from pipeline import events, language, timex
from pipeline.calendar.interval import day
from pipeline.events.reading import read
from pipeline.model import Block, Document, EventMention, Sentence, Span

PUBLISHED = dt.date(2023, 3, 15)
"""A Wednesday."""


def document(text: str, *, outlet: str | None = None, published: dt.date | None = PUBLISHED) -> Document:
    blocks = (Block("body", Span(0, len(text))),) if text else ()
    given = day(published) if published else None
    return Document("d", "d", "d.txt", text, blocks, outlet=outlet, published=given, published_basis="given")


def mentions(
    text: str, *, outlet: str | None = None, published: dt.date | None = PUBLISHED
) -> tuple[EventMention, ...]:
    source = document(text, outlet=outlet, published=published)
    expressions = timex.resolve(source, timex.recognise(source))
    return events.extract(source, sentences(source), expressions)


def sentences(source: Document) -> tuple[Sentence, ...]:
    return next(iter(language.parse([source])))


def stands_for(text: str, word: str) -> set[str]:
    """The names that the last such word of a text stands for."""
    source = document(text)
    expressions = timex.resolve(source, timex.recognise(source))
    found = read(source, sentences(source), expressions)
    spots = [(tree.sentence.index, t.index) for tree in found.trees for t in tree.tokens if t.text.lower() == word]
    return set(found.who(*spots[-1]))


def mention(text: str, lemma: str, *, outlet: str | None = None) -> EventMention:
    found = [m for m in mentions(text, outlet=outlet) if m.lemma == lemma]
    assert found, f"no mention of {lemma!r} in {text!r}"
    return found[0]


def days(found: EventMention) -> tuple[str | None, str | None]:
    """First and last day of a mention."""
    return found.interval.iso() if found.interval else (None, None)


def why(found: EventMention) -> str:
    """What its trace says of its date."""
    return " ".join(step.because for step in found.trace if step.stage == "date")
