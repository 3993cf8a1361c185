"""Dates and hours that head a line: the items of a dated list, the stamps of a live blog.

"- 4 June 2021: the airspace is closed / - 21 June: the fourth package": a list keeps its order, whatever the tense.
"22:50 A man died this evening": the stamps of a blog that says "this evening" are hours of the day it is published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory

_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[-–—+•*·▪]\s*|\d{1,3}[.)]\s+)?(?:\*\*)?(?:[Oo]n )?$")
_ITEM = re.compile(r"[ \t]*[-–—+•*·▪][ \t]*\S")
_BEHIND = re.compile(r"(?:\*\*)?\s*(?:[:–—|]|-\s|\*\*)")
_CLOSED = re.compile(r"(?:\*\*)?[ \t]*\.(?:\*\*)?[ \t]+(?=[\"“‘(]?[A-Z])")
_STAMP_BEHIND = re.compile(r"(?:\*\*)?\s*[:–—|-]?\s+[\"“‘(]?[A-Z]")
_ENTRY_BEHIND = re.compile(r"(?:\*\*)?\s*[:–—|-]?\s+\S")
_HEADING_BEHIND = re.compile(r"(?:\*\*)?[ \t]*[:.–—-]?(?:\*\*)?[ \t]*\n")
_DASH_INSIDE = re.compile(r"\s[-–—|]\s")
_MARGIN = 12
"""Characters before an expression in which the mark that opens its line stands."""
_LOOK_BACK, _REACH = 12, 1200
"""Dates, and characters, among which the items before one stand."""
_LEAST = 2
"""Stamps of a live blog; one alone is an hour that happens to open a line."""
_MOMENTS = {"second", "minute", "hour"}


def heads_item(expression: LocalExpression, text: str) -> bool:
    """Whether it opens a line and a colon or a dash follows: "- 21 June: ...", "May 3 – ...", "Monday - 11 a.m."."""
    parted = _BEHIND.match(text, expression.span.end) or _DASH_INSIDE.search(expression.text)
    return parted is not None and _opens_line(expression, text)


def heads_line(expression: LocalExpression, text: str) -> bool:
    """Whether it heads an item, or opens a line as a sentence of its own: "August 9. Polls close at eight."."""
    closed = _CLOSED.match(text, expression.span.end) is not None and _opens_line(expression, text)
    return closed or heads_item(expression, text)


def item_before(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day that heads the item before the one that a bare weekday heads: "Saturday, 12 August - ... / Sunday - ...".

    The list must begin with a date that names its month; one of weekdays alone is dated as any other text is.
    """
    if expression.month or not heads_item(expression, memory.text):
        return None
    items = [a for a in memory.read if a.interval.is_day and heads_item(a.expression, memory.text)]
    near = bool(items) and expression.span.start - items[-1].expression.span.end <= _REACH
    return items[-1] if near and any(a.expression.month for a in items) else None


def items_before(expression: LocalExpression, memory: Memory) -> list[Antecedent]:
    """The days that head the lines before the one that `expression` heads, in the order of the list, or none."""
    if not expression.month or not heads_item(expression, memory.text):
        return []
    near = [a for a in memory.read[-_LOOK_BACK:] if expression.span.start - a.expression.span.end <= _REACH]
    return [a for a in near if granularity_of(a.value) == "day" and heads_item(a.expression, memory.text)]


def year_above(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The year alone on its line that a list stands under: "1999 / 1 October: ...", up to the next such year."""
    text = memory.text
    if not expression.month or not (heads_item(expression, text) or _is_heading(expression, text)):
        return None
    years = (a for a in reversed(memory.read) if a.expression.year and granularity_of(a.value) == "year")
    return next((year for year in years if _is_heading(year.expression, text)), None)


def year_of_item(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The year that heads this item or one above it: "- 2014: The hall burns. / - In May, a banker wins."; in a list
    of years that rise, and with nothing but items between."""
    text, at = memory.text, expression.span.start
    if not expression.month:
        return None
    heads = [a for a in memory.read if granularity_of(a.value) == "year" and heads_item(a.expression, text)]
    lines = text[heads[-1].expression.span.end : at].split("\n")[1:] if heads else []
    if not heads or any(line.strip() and not _ITEM.match(line) for line in lines):
        return None
    following = (e for e in memory.expressions_from(at) if e.year and not e.month and heads_item(e, text))
    later = next(following, None)
    years = [*(a.first_day.year for a in heads[-2:]), *([later.year] if later and later.year else [])]
    return heads[-1] if len(years) > 1 and years == sorted(years) else None


def head_of_line(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day that heads the item in which `expression` stands: "23 February: a report on a beating of the month"."""
    start = memory.text.rfind("\n", 0, expression.span.start) + 1
    line = [a for a in memory.read[-_LOOK_BACK:] if start <= a.expression.span.start < expression.span.start]
    heads = line and line[0].interval.is_day and heads_item(line[0].expression, memory.text)
    return line[0] if heads else None


def day_of_entry(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The day of the entry before, or of the heading, where an hour opens an entry of a chronicle: "9:48 p.m.: ..."."""
    text = memory.text
    if not _opens_line(expression, text) or not _ENTRY_BEHIND.match(text, expression.span.end):
        return None
    for date in reversed(memory.read[-_LOOK_BACK:]):
        if expression.span.start - date.expression.span.end > _REACH:
            return None
        opens = _opens_line(date.expression, text) and _ENTRY_BEHIND.match(text, date.expression.span.end)
        if date.interval.is_day and (opens or _is_heading(date.expression, text)):
            return date
    return None


def _is_heading(expression: LocalExpression, text: str) -> bool:
    """Whether a date stands alone on its line."""
    return _opens_line(expression, text) and _HEADING_BEHIND.match(text, expression.span.end) is not None


def stamps(text: str, expressions: Sequence[LocalExpression]) -> frozenset[int]:
    """Where the hours begin that stamp the entries of a live blog, none where the text is no such blog.

    A chronicle of another day has lines like these too; a blog speaks of now: "this evening", "a few minutes ago".
    """
    found = [e for e in expressions if e.operator == "clock" and e.day is None and _is_stamp(e, text)]
    starts = [e.span.start for e in found]
    if len(starts) < _LEAST:
        return frozenset()
    live = any(_is_now(e) and e.span.start > starts[0] and _in_line_of_stamp(e, starts, text) for e in expressions)
    return frozenset(starts) if live else frozenset()


def _opens_line(expression: LocalExpression, text: str) -> bool:
    start = expression.span.start
    return _HEAD.search(text[max(0, start - _MARGIN) : start]) is not None


def _is_stamp(expression: LocalExpression, text: str) -> bool:
    bare = expression.relative_to == "previous" and not expression.weekday and expression.text[:1].isdecimal()
    return bare and _opens_line(expression, text) and _STAMP_BEHIND.match(text, expression.span.end) is not None


def _is_now(expression: LocalExpression) -> bool:
    """This evening, a few minutes ago."""
    today = expression.operator == "deictic" and expression.relative_to == "published" and expression.amount == 0
    return today or (expression.operator == "ago" and expression.unit in _MOMENTS)


def _in_line_of_stamp(expression: LocalExpression, starts: Sequence[int], text: str) -> bool:
    before = max((start for start in starts if start < expression.span.start), default=None)
    return before is not None and "\n" not in text[before : expression.span.start].strip()
