"""The entries of a chronology: a day that heads a line, alone or before what it heads, or an hour, and that text.

"24 June / Fighters seize the headquarters. Putin calls it treason.", "- 4 June 2021: the Council closes the airspace",
"14:10 The minister told reporters a few minutes ago that he would resign".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.model import Document, Span, TemporalExpression
from pipeline.run_in import run_in_days

LEAST = 2
"""Entries of a chronology; one day alone over a text may be that of its publication."""
LONGEST = 3660
"""Days that a heading may span: chronologies go by days, months, years or a few years."""

INTRODUCTION = 80
"""Characters above a single heading; a place and a name above a date are its dateline."""

_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-–—+•*·▪#]+\s*)?(?:\*\*)?$")
_MARGIN = 12
"""Characters before an expression in which the mark that opens its line stands."""
_ALONE = re.compile(r"(?:\*\*)?[ \t]*[.:–—-]?[ \t]*(?:\*\*)?[ \t]*(?=\n)")
_TITLED = re.compile(
    r"(?:\*\*)?[ \t]*[:–—-][ \t]+(?:[^\s.!?]+[ \t]+){0,4}[^\s.!?]+[ \t]*(?:\*\*)?(?=\n\s*\n[ \t]*[A-Z])"
)
"""What follows a day that heads a section with its title: "9 August – the vote"."""
_COLON = re.compile(r"(?:\*\*)?[ \t]*(?::|[–—]|--?[ \t])(?:\*\*)?[ \t]*(?=\S)")


_STOP = re.compile(r"(?:\*\*)?[ \t]*\.(?:\*\*)?[ \t]+(?=[\"“‘(]?[A-Z])")
_MONTH_AND_DAY = re.compile(r"XXXX-\d\d-\d\d")
_APART = re.compile(r"\n[ \t]*\n[ \t]*(?:\*\*)?$")
_STAMP = re.compile(r"(?:\*\*)?[ \t]*[:–—|-]?[ \t]+[\"“‘(]?[A-Z]")
_IS_STAMP = re.compile(r"^\d|\s[-–—|]\s")
"""14:10; Monday - 4 p.m."""
_ITEM = re.compile(r"\s*[-–—+•*·▪]\s")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n|\Z))*")


@dataclass(frozen=True, slots=True)
class Entry:
    """The day that heads an entry, and the stretch of text that it heads."""

    expression: TemporalExpression
    days: Interval
    span: Span


def entry_at(found: Sequence[Entry], offset: int) -> Entry | None:
    """The shortest entry that holds this character."""
    return next((each for each in found if each.span.holds(offset)), None)


def entries(document: Document, expressions: Sequence[TemporalExpression]) -> tuple[Entry, ...]:
    """The entries of a chronology, the shortest first; none where the article is no chronology."""
    days = [e for e in expressions if e.type == "DATE" and e.range is None and _is_closed(e.interval)]
    heads = [e for e in days if _opens_line(e, document.text)]
    alone = [e for e in heads if _ALONE.match(document.text, e.span.end) or _TITLED.match(document.text, e.span.end)]
    run_in = {day.end for day in run_in_days(document.text)}
    listed = [e for e in heads if e.span.end in run_in or _is_marked(e, document.text)]
    under = [*_under(document, _in_order(document, alone))]
    starts = sorted(e.span.start for e in listed)
    beside = [_entry(e, e.span.end, _entry_end(document.text, e.span.end, starts)) for e in listed]
    stamped = _stamped(document.text, expressions)
    found = [*under, *(beside if len(beside) >= LEAST else ()), *(stamped if len(stamped) >= LEAST else ())]
    return tuple(sorted(found, key=lambda each: (each.span.end - each.span.start, each.span.start)))


def _is_marked(expression: TemporalExpression, text: str) -> bool:
    return _COLON.match(text, expression.span.end) is not None or _closes(expression, text)


def _closes(expression: TemporalExpression, text: str) -> bool:
    """Whether a day stands at the head of its line as a sentence: "9 November 1998. The court warned"."""
    start = expression.span.start
    whole = expression.local_value[:1].isdecimal() and expression.granularity == "day"
    # Without its year it must open a paragraph: a line may begin with the last words of a sentence.
    apart = _MONTH_AND_DAY.match(expression.local_value) and _APART.search(text[max(0, start - _MARGIN) : start])
    return (whole or apart is not None) and _STOP.match(text, expression.span.end) is not None


def _stamped(text: str, expressions: Sequence[TemporalExpression]) -> list[Entry]:
    """What stands behind the hours that stamp the entries of a live report or of the course of a day."""
    hours = [e for e in expressions if e.type == "TIME" and _IS_STAMP.search(e.text) and _is_closed(e.interval)]
    heads = [e for e in hours if _opens_line(e, text) and _STAMP.match(text, e.span.end)]
    return [_entry(e, e.span.end, _line_end(text, e.span.end)) for e in heads]


def _is_closed(days: Interval | None) -> bool:
    return days is not None and days.width is not None and days.width <= LONGEST


def _opens_line(expression: TemporalExpression, text: str) -> bool:
    start = expression.span.start
    return _BEFORE.search(text[max(0, start - _MARGIN) : start]) is not None


def _in_order(document: Document, heads: list[TemporalExpression]) -> list[TemporalExpression]:
    """The headings that run forward or back in time, without a first one that is the article's own date."""
    for kept in (heads, heads[1:]):
        days = [e.interval.start for e in kept if e.interval is not None and e.interval.start is not None]
        rising = [one <= other for one, other in itertools.pairwise(days)]
        falling = [one >= other for one, other in itertools.pairwise(days)]
        stamped = kept is heads and heads and heads[0].interval == document.published
        if len(days) >= LEAST and (all(rising) or all(falling)) and not stamped:
            return kept
    return heads if len(heads) == 1 and _heads_what_follows(document, heads[0]) else []


def _heads_what_follows(document: Document, head: TemporalExpression) -> bool:
    """Whether one heading alone, below an introduction, names a day gone by: no date of the article stands there."""
    days, published = head.interval, document.published
    if days is None or days.end is None or published is None or published.start is None or days.end > published.start:
        return False
    above = document.text[: head.span.start].strip()
    return above.endswith((".", ":")) and len(above) > INTRODUCTION


def _under(document: Document, heads: Sequence[TemporalExpression]) -> Iterator[Entry]:
    """What stands under each heading, up to the next one or another heading; under the last no more than under any."""
    text, most = document.text, 0
    other = [b.span.start for b in document.blocks if b.kind in ("headline", "subheading")]
    for head, following in itertools.zip_longest(heads, heads[1:]):
        end = min(x for x in (*other, following.span.start if following else len(text)) if x > head.span.end)
        start = _line_end(text, head.span.end)
        parts = [m.end() for m in _PARAGRAPH.finditer(text, start, end)]
        parts = parts if following else parts[: max(most, _listed_first(text, start, end))]
        most = max(most, len(parts))
        if parts:
            yield _entry(head, start, parts[-1])


def _listed_first(text: str, start: int, end: int) -> int:
    """How many paragraphs stand under a heading at the least: one, and the items of a list that follow it."""
    items = [_ITEM.match(m[0]) is not None for m in _PARAGRAPH.finditer(text, start, end)]
    return 1 + len([*itertools.takewhile(bool, items[1:])])


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _entry_end(text: str, start: int, heads: Sequence[int]) -> int:
    """Where the paragraph ends, which may be set on lines of a fixed width, or the next heading stands."""
    paragraph = _PARAGRAPH.match(text, start + 1)
    following = next((head for head in heads if head > start), len(text))
    return max(_line_end(text, start), min(following, paragraph.end() if paragraph else 0))


def _entry(expression: TemporalExpression, start: int, end: int) -> Entry:
    assert expression.interval is not None  # noqa: S101 - only closed ones head a line
    return Entry(expression, expression.interval, Span(start, end))
