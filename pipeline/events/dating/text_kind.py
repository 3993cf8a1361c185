"""What kind of text an article is, as far as dates go: its opening day, its date line, the days it names, its tense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attach import in_dateline
from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.parse.tense import tense_of
from pipeline.events.reading import Reading

OPENING = 4
"""The first sentences, in which a report names the day it tells of."""
LEAD, BODY = 4, 12
"""Sentences of the body up to which a word stands in the lead, and after which it stands near the end."""
SHORT, LONG = 12, 30
"""Sentences below which an article is short, and from which on it is long."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first single day that the article names in its first sentences, and where."""

    sentence: int
    attachment: Attachment
    days: Interval


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Facts of one article that every one of its events is seen against."""

    opening: Opening | None
    dateline: bool
    """Whether it opens with a place and a day before a dash."""
    today: bool
    """Whether it names the day of its publication, or the day before, at all."""
    days: Mapping[Interval, int]
    """The single days it names, each with how often."""
    tense: str
    """Of most of its main clauses."""
    length: str
    body: tuple[int, ...]
    """For each sentence how many sentences of the body stand before it; -1 outside the body."""

    def share(self, days: Interval) -> float:
        """Which part of all the single days that the article names are this one, in tenths."""
        return round(self.days.get(days, 0) / max(1, sum(self.days.values())), 1)

    def place(self, sentence: int) -> str:
        """Where in the article a sentence stands."""
        rank = self.body[sentence]
        if rank < 0:
            return "aside"
        return "first" if rank == 0 else "lead" if rank < LEAD else "body" if rank < BODY else "end"


def backdrop_of(reading: Reading, attached: Mapping[int, Sequence[Attachment]]) -> Backdrop:
    """The facts of an article."""
    count = len(reading.trees)
    single = [a.days for n in range(count) for a in attached[n] if a.days is not None and a.days.is_day]
    roots = [next((t.index for t in tree.tokens if t.dep == "ROOT"), 0) for tree in reading.trees]
    tenses = Counter(tense_of(tree, root) for tree, root in zip(reading.trees, roots, strict=True))
    return Backdrop(
        opening=_opening(reading, attached),
        dateline=any(in_dateline(reading.document.text, e) for e in reading.expressions),
        today=_today(reading),
        days=Counter(single),
        tense=tenses.most_common(1)[0][0] if tenses else "none",
        length="short" if count < SHORT else "middle" if count < LONG else "long",
        body=_ranks(reading),
    )


def _opening(reading: Reading, attached: Mapping[int, Sequence[Attachment]]) -> Opening | None:
    for number in range(min(OPENING, len(reading.trees))):
        for each in attached[number]:
            if each.days is not None and each.days.is_day and each.preposition not in BOUNDS:
                return Opening(number, each, each.days)
    return None


def _today(reading: Reading) -> bool:
    published = reading.document.published
    if published is None or published.start is None or not published.is_day:
        return False
    near = (published, Interval(published.start - 1, published.start))
    return any(e.interval in near for e in reading.expressions if e.type in ("DATE", "TIME"))


def _ranks(reading: Reading) -> tuple[int, ...]:
    found, rank = [], 0
    for tree in reading.trees:
        inside = tree.sentence.block == "body"
        found.append(rank if inside else -1)
        rank += inside
    return tuple(found)
