"""Days before or after which a text cannot have been published: dated past, known events, ages of known people."""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline import chronology
from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make
from pipeline.knowledge import chronology as all_known_events
from pipeline.model import ARTICLE_BLOCKS, Document
from pipeline.publication.ahead import looks_ahead
from pipeline.publication.clues import Clue
from pipeline.resources import Row, table
from pipeline.settings.publication import PUBLICATION_ADVANCE, PUBLICATION_NEWS_YEARS

_AGE = re.compile(r"(?<=[, (])(\d\d)(?=[,.;)])|\b(\d\d)-year-old\b")
_NAME_BEFORE = re.compile(r"((?:\w[\w'’-]* ){0,3}\w[\w'’-]*)(?:, ?| ?\(|,? aged )$")
_NAME_AFTER = re.compile(r" (?:[a-z][\w-]* ){0,4}([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]*\s+(?=[\"“A-Z])|\n")
_NAME_REACH = 80
"""Characters beside an age in which its name is looked for."""

_SCHEDULED = frozenset({"ELECTION", "CEREMONY"})
_AGREED = frozenset({"AGREE", "CONSULT", "LEGISLATE", "MOVE", "MOBILIZE"})
"""Types of event that a text may speak of as coming; an explosion or a death is not."""
_DECREED = frozenset({"SANCTION", "ORDER", "LEGISLATE"})
"""Types of event that a headline tells in the present when they are decided: "Lithuania closes border"."""

Freshness = Literal["history", "background", "news"]
"""How long after an event texts name it: for ever; for years, as background; for months only."""


class BackgroundEvent(Row):
    """A known event that texts go on naming for years: it tells that a text is not older, and little about how new."""

    event_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Publication lies in `days` (a side may be open). `freshness` says how closely it is likely to follow.

    `day` is the day of a known event that lasted one.
    """

    days: Interval
    because: str
    freshness: Freshness = "history"
    day: dt.date | None = None
    told: bool = False
    """Counted back from a time word beside a known event: weaker than the rest, and the first to be set aside."""
    usual: bool = False
    """So it mostly is: it tells in which years to look for a date, and dates nothing by itself."""


def known_matches(document: Document) -> Iterator[chronology.KnownMatch]:
    """The known events in the article's own text; captions, boxes and notes have no vote."""
    for match in chronology.known_events_in(document.text):
        if document.block_at(match.span.start) in ARTICLE_BLOCKS:
            yield match


def known_events(document: Document) -> tuple[Bound, ...]:
    """For each known event in the article's own text: published on its first day or later.

    What is set in advance (an election, an exercise) is named beforehand too, and bounds by some months less.
    """
    found: dict[str, Bound] = {}
    matches = sorted(known_matches(document), key=lambda match: _is_headline(document, match))
    for match in matches:
        span, start = match.span, match.interval.start
        if start is None:
            continue
        if match.event.event_type in _AGREED and looks_ahead(document.text, span.start, span.end):
            continue
        because = f"‘{document.text[span.start : span.end]}’ is known: {match.event.title}, {match.event.date}"
        if _is_set_in_advance(match) or (_is_headline(document, match) and match.event.event_type in _DECREED):
            earliest = Interval(start - int(PUBLICATION_ADVANCE.number), None)
            bound = Bound(earliest, f"{because}, and may be named some months before")
        else:
            day = match.interval.first_day if match.interval.is_day else None
            bound = Bound(Interval(start, None), because, _freshness(match), day)
        found.setdefault(match.event.event_id, bound)
    return tuple(found.values())


def _is_headline(document: Document, match: chronology.KnownMatch) -> bool:
    return document.block_at(match.span.start) in {"headline", "subheading"}


def is_named_beforehand(match: chronology.KnownMatch) -> bool:
    """Whether such an event is spoken of before it happens; an explosion or a death is not."""
    return match.event.event_type in _AGREED | _SCHEDULED


def _is_set_in_advance(match: chronology.KnownMatch) -> bool:
    kind = match.event.event_type
    return kind in _SCHEDULED or (kind in {"MOBILIZE", "CONSULT"} and not match.interval.is_day)


def _freshness(match: chronology.KnownMatch) -> Freshness:
    start = match.interval.first_day
    if start is None or start.year < _newest_year() - PUBLICATION_NEWS_YEARS.number:
        return "history"
    return "background" if match.event.event_id in _background() or not match.interval.is_day else "news"


@functools.cache
def _newest_year() -> int:
    return max(int(event.date[:4]) for event in all_known_events())


@functools.cache
def _background() -> frozenset[str]:
    return frozenset(row.event_id for row in table("lexicons/en/publication_background.csv", BackgroundEvent))


def stated_years(clues: Sequence[Clue]) -> Iterator[Bound]:
    """For each date with a year that does not look ahead: published on its first day or later."""
    for clue in clues:
        date = clue.explicit
        if date is not None and not clue.ahead:
            yield Bound(Interval(date.toordinal(), None), f"‘{clue.text}’ is spoken of as past")


def ages(document: Document, clues: Sequence[Clue]) -> Iterator[Bound]:
    """For each person of known birth date whose age is stated: published between two birthdays.

    Where the sentence has a day of its own the age may be that of the day: published after the first birthday.
    """
    births = chronology.people_with_birth_dates()
    ends = [end.end() for end in _SENTENCE_END.finditer(document.text)]
    days = {bisect(ends, clue.expression.span.start) for clue in clues if clue.is_month_day or clue.explicit}
    for name, age, start in _stated_ages(document.text):
        born = births.get(name)
        if born is None or document.block_at(start) not in ARTICLE_BLOCKS:
            continue
        first, after = _birthday(born, age), _birthday(born, age + 1)
        if first and after:
            then = bisect(ends, start) in days
            because = f"{name} is {age}" + " on a day that the sentence names" * then + f", born {born.isoformat()}"
            yield Bound(Interval(first.toordinal(), None if then else after.toordinal()), because)


def _birthday(born: dt.date, age: int) -> dt.date | None:
    return make(born.year + age, born.month, born.day) or make(born.year + age, 3, 1)


def _stated_ages(text: str) -> Iterator[tuple[str, int, int]]:
    """Every name that may be meant beside every stated age, with the offset of the age."""
    for age in _AGE.finditer(text):
        if age[1]:
            name = _NAME_BEFORE.search(text[max(0, age.start(1) - _NAME_REACH) : age.start(1)])
            words = name[1].split() if name else []
            candidates = [words[cut:] for cut in range(len(words))]
        else:
            name = _NAME_AFTER.match(text[age.end() : age.end() + _NAME_REACH])
            words = re.sub(r"['’]s$", "", name[1]).split() if name else []
            candidates = [words[:cut] for cut in range(len(words), 0, -1)]
        yield from ((" ".join(words), int(age[1] or age[2]), age.start()) for words in candidates)
