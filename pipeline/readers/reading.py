"""What a reader is given and what it hands back, and the one error that readers raise.

A text that cannot be read is an error. Metadata that cannot be read cost no article: they are set aside with a remark.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import accumulate, pairwise
from typing import Any
from unicodedata import is_normalized, normalize

from pipeline.calendar.interval import Interval
from pipeline.model import Block, Issue, Reliability, Span, Step, Trace
from pipeline.readers.source import ReadError, Source

__all__ = ["Given", "Metadata", "Part", "ReadError", "Reading", "Source"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text; None where nothing is said."""

    published: Interval | None = None
    published_from: str | None = None
    """Where `published` stands, for the trace: "key 'published' of walk.json: 2022-07-12"."""
    reliability: Reliability | None = None
    """How far to trust `published`; None stands for one plain statement."""
    modified: dt.date | None = None
    crawled: dt.date | None = None
    """The day on which the page was fetched or saved: nothing in it was published later."""
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    digest_of: str | None = None
    problems: tuple[str, ...] = ()
    """What was set aside and why, each in one line that names the file and the remedy."""
    steps: Trace = ()
    """Where each of these was found, and which of several statements was taken."""

    def composed(self) -> Metadata:
        """The same with each accent on its letter."""
        outlet, title, author = (said and normalize("NFC", said) for said in (self.outlet, self.title, self.author))
        return replace(self, outlet=outlet, title=title, author=author)

    def over(self, other: Metadata) -> Metadata:
        """These metadata, completed by `other` where they say nothing; the date travels with its origin."""
        merged: dict[str, Any] = {
            field.name: getattr(self if getattr(self, field.name) is not None else other, field.name)
            for field in fields(self)
        }
        dated = self if self.published is not None else other
        merged["published_from"], merged["reliability"] = dated.published_from, dated.reliability
        merged["problems"] = (*self.problems, *other.problems)
        merged["steps"] = (*self.steps, *other.steps)
        return Metadata(**merged)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said on the command line; it wins over everything that files say."""

    published: Interval | None = None
    outlet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """For tables of articles: which column holds what, {"text": "body", "published": "date"}."""

    def metadata(self) -> Metadata:
        """The same as metadata, with the origin of the date in words."""
        origin = None if self.published is None else "given with --published"
        return Metadata(published=self.published, published_from=origin, outlet=self.outlet)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as its format gives it: the text, and the metadata that stood with it."""

    text: str
    metadata: Metadata = Metadata()
    fragment: str = ""
    """Which of the articles in its file this is, "" when it is the only one: "row=17", an entry's identifier."""
    blocks: tuple[Block, ...] = ()
    """The stretches whose kind the format itself tells, in order; what lies between is judged by its words."""

    def composed(self) -> Reading:
        """The same with each accent on its letter (NFC), as every table of names has them; the blocks move along."""
        if is_normalized("NFC", self.text):
            return self
        edges = sorted({0, len(self.text), *(edge for b in self.blocks for edge in (b.span.start, b.span.end))})
        pieces = [normalize("NFC", self.text[start:end]) for start, end in pairwise(edges)]
        moved = dict(zip(edges, accumulate(map(len, pieces), initial=0), strict=True))
        blocks = tuple(Block(b.kind, Span(moved[b.span.start], moved[b.span.end])) for b in self.blocks)
        return replace(self, text="".join(pieces), blocks=blocks)


Part = Reading | Source | Issue
"""What a reader hands back, one after the other: articles, files within the file, and what could not be read."""


def set_aside(problem: str) -> Metadata:
    """No metadata but the reason why those there were could not be read."""
    return Metadata(problems=(problem,))


def told(choice: str, because: str) -> Step:
    """A decision of the readers, for the trace."""
    return Step("readers", choice, because)
