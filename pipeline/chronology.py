"""Public events of known date, found in a text by the words that mean them; and birthdays, for ages.

Offsets are code points of the text as given. Matching is over lower-cased text with straight apostrophes, letter for
letter, so that offsets hold. A cheap look for an event's cue letters comes before its pattern.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval, days
from pipeline.knowledge import KnownEvent, actors, chronology
from pipeline.model import Span
from pipeline.resources import DATA, ResourceError, split

_REACH = 240
"""Characters on either side of a cue that are searched: more than the longest match of any pattern in the table."""
_GRAM = 4
"""Letters of a cue that are looked up among all that a text holds, before the text is searched for the cue."""
_TEXTS = 512
"""How many texts are remembered with what they name: more than one batch of articles holds."""
_CURLY = "’‘ʼ"
"""Apostrophes that are read as straight ones."""


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Words of a text that mean an event of known date; `interval` holds the days of the event."""

    span: Span
    event: KnownEvent
    interval: Interval


@dataclass(frozen=True, slots=True)
class _Matcher:
    event: KnownEvent
    interval: Interval
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def known_events_in(text: str, *, on: Interval | None = None) -> tuple[KnownMatch, ...]:
    """The known events that `text` speaks of, in order of offset; overlapping words of two events give two matches.

    `on`, when given, is when the text was published: an event that began after it cannot be meant, and is left out.
    """
    return tuple(match for match in _named_in(text) if _possible(match.interval, on))


@functools.lru_cache(_TEXTS)
def _named_in(text: str) -> tuple[KnownMatch, ...]:
    """All that the text names, whenever it was published; several stages ask it of one article."""
    lowered = _lower(text)
    grams = frozenset(map("".join, zip(*(lowered[n:] for n in range(_GRAM)), strict=False)))
    found = [
        KnownMatch(Span(*hit.span()), matcher.event, matcher.interval)
        for matcher in _matchers()
        if (cues := [cue for cue in matcher.cues if len(cue) < _GRAM or cue[:_GRAM] in grams])
        for start, end in _windows(cues, lowered)
        for hit in matcher.pattern.finditer(lowered, start, end)
    ]
    return tuple(sorted(found, key=lambda match: (match.span, match.event.event_id)))


def overlapping(matches: Sequence[KnownMatch], span: Span) -> Iterator[KnownMatch]:
    """Those of a text's matches, in order of offset, that share a character with `span`."""
    first, end = (bisect_left(matches, at, key=lambda each: each.span.start) for at in (span.start - _REACH, span.end))
    return (match for match in matches[first:end] if match.span.overlaps(span))


def interval_of(date: str) -> Interval:
    """The days of an EDTF date of the table: 2022-02-24, 1991-12, 1997, or two of these with a slash between.

    Raises:
        ValueError: when `date` is none of these.
    """
    first, _, last = date.partition("/")
    start = _bounds(first)
    return start if not last else start.hull(_bounds(last))


@functools.cache
def people_with_birth_dates() -> Mapping[str, dt.date]:
    """Name and every unshared alias of the people whose birthday is known -> the birthday."""
    return {
        name: actor.born
        for actor in actors()
        if actor.kind == "person" and actor.born
        for name in (actor.name, *split(actor.aliases))
    }


def _possible(event: Interval, on: Interval | None) -> bool:
    """Whether the event had begun by the last day of `on`."""
    start = event.start
    return on is None or on.end is None or start is None or start < on.end


def _windows(cues: Sequence[str], lowered: str) -> list[tuple[int, int]]:
    """The stretches around the cues, merged where they meet; most events have none in most texts."""
    present = [cue for cue in cues if cue in lowered]
    at = sorted(where for cue in present for where in _places(cue, lowered)) if present else []
    windows: list[tuple[int, int]] = []
    for where in at:
        start, end = max(0, where - _REACH), where + _REACH
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, end))
    return windows


def _places(cue: str, lowered: str) -> Iterator[int]:
    where = lowered.find(cue)
    while where >= 0:
        yield where
        where = lowered.find(cue, where + 1)


def _lower(text: str) -> str:
    """Lower case, letter for letter: the few letters whose lower case is longer stay as they are."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for apostrophe in _CURLY:
        lowered = lowered.replace(apostrophe, "'")
    return lowered


def _bounds(date: str) -> Interval:
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        exact = dt.date(*parts)
        return days(exact, exact)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return days(dt.date(year, parts[1] if len(parts) == 2 else 1, 1), following - dt.timedelta(days=1))


@functools.cache
def _matchers() -> tuple[_Matcher, ...]:
    return tuple(_matcher(event) for event in chronology())


def _matcher(event: KnownEvent) -> _Matcher:
    try:
        return _Matcher(event, interval_of(event.date), split(event.cue), re.compile(event.pattern))
    except (ValueError, re.error) as error:
        where = DATA / "knowledge" / "chronology.csv"
        raise ResourceError(f"{where}: event {event.event_id!r}: {error}") from error
