"""Elections told by their day: a text on Belarus that speaks of "the March 19 election" means the one of 2006.

An election has a day of its own, and no two of a country share one: the day, the place and a word for voting name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.calendar.interval import Interval
from pipeline.chronology import KnownMatch, interval_of
from pipeline.knowledge import KnownEvent, chronology
from pipeline.model import ARTICLE_BLOCKS, Document, LocalExpression, Span
from pipeline.resources import split

_TYPE = "ELECTION"
_VOTE = re.compile(
    r"(?<!local )(?<!municipal )(?<!next )(?<!new )(?<!parliamentary )(?<!previous )"
    r"\b(?:presidential )?(?:elections?|vote|polls?|referendum)\b"
)
_REACH = 90
"""Characters on either side of a date in which a word for voting stands beside it."""
_YEARS_ON = re.compile(r"\banniversar|\byears? (?:ago|after|since|later|on)\b")
"""What an article on the day of a vote of some years before says of it."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“])|\n")


def votes_by_day(document: Document, expressions: Sequence[LocalExpression]) -> Iterator[KnownMatch]:
    """Every mention of the one known election whose day the text names beside a word for voting."""
    if _YEARS_ON.search(document.text):
        return
    found = {event.event_id: (event, days) for event, days in _meant(document, expressions)}
    if len(found) != 1:
        return
    event, days = next(iter(found.values()))
    for vote in _VOTE.finditer(document.text):
        if document.block_at(vote.start()) in ARTICLE_BLOCKS:
            yield KnownMatch(Span(*vote.span()), event, days)


def _meant(document: Document, expressions: Sequence[LocalExpression]) -> Iterator[tuple[KnownEvent, Interval]]:
    for expression in expressions:
        if expression.day is None or expression.year is not None or expression.block not in ARTICLE_BLOCKS:
            continue
        for event in chronology():
            days = interval_of(event.date) if event.event_type == _TYPE else None
            first = days.first_day if days is not None and days.is_day else None
            same = first is not None and (first.month, first.day) == (expression.month, expression.day)
            if same and days and _beside_a_vote(document.text, expression.span) and _is_named(event, document.text):
                yield event, days


def _is_named(event: KnownEvent, text: str) -> bool:
    return any(place in text for place in split(event.places))


def _beside_a_vote(text: str, span: Span) -> bool:
    before = _SENTENCE_END.split(text[max(0, span.start - _REACH) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _REACH])[0]
    return _VOTE.search(before) is not None or _VOTE.search(after) is not None
