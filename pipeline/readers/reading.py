"""What a reader hands back: the text and what its format said about it. And the one error that readers raise.

A text that cannot be read is an error. Metadata that cannot be read cost no article: they are set aside with a remark.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from pipeline.calendar.interval import Interval


class ReadError(Exception):
    """A file could not be read; the message is one line that names the file, what is wrong, and the remedy."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text; None where nothing is said."""

    published: Interval | None = None
    published_from: str | None = None
    """Where `published` stands, for the trace: "key 'published' of walk.json: 2022-07-12"."""
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    digest_of: str | None = None
    problems: tuple[str, ...] = ()
    """What was set aside and why, each in one line that names the file and the remedy."""

    def over(self, other: Metadata) -> Metadata:
        """These metadata, completed by `other` where they say nothing; the date travels with its origin."""
        merged = {
            field.name: getattr(self if getattr(self, field.name) is not None else other, field.name)
            for field in fields(self)
        }
        merged["published_from"] = (self if self.published is not None else other).published_from
        merged["problems"] = (*self.problems, *other.problems)
        return Metadata(**merged)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said on the command line; it wins over everything that files say."""

    published: Interval | None = None
    outlet: str | None = None

    def metadata(self) -> Metadata:
        """The same as metadata, with the origin of the date in words."""
        origin = None if self.published is None else "given with --published"
        return Metadata(published=self.published, published_from=origin, outlet=self.outlet)


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as its format gives it: the text, unchanged, and the metadata that stood in the same file."""

    text: str
    metadata: Metadata = Metadata()
