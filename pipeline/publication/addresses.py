"""The day in an article's own web address, where the text holds it: https://example.org/2022/07/12/ministers-meet.

A line that holds an address and nothing else may as well lead to another article. It is the article's own when the
words of its last part are those of the headline.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import make
from pipeline.model import Document
from pipeline.publication.bounds import Bound

_LINE = re.compile(
    r"^[^\S\n]*(?:[A-Z]\w+(?: \w+)?:[^\S\n]*)?https?://[^\s/]+/(?:[^\s/]+/)*?"
    r"(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?|[a-z]{3})/(?P<day>\d\d?)/(?P<rest>\S+)[^\S\n]*$",
    re.MULTILINE,
)
"""A line with a label at most before the address: "Source: https://..."."""
_WORD = re.compile(r"[a-z]{4,}")
_SHARED, _OF_ALL = 3, 0.5
"""Words that the address has in common with the headline: so many at least, and such a part of its own."""
_AROUND = 1
"""Days by which a site's zone, or a report written in the evening, may miss the day in its address."""


def addressed(document: Document) -> Iterator[Bound]:
    """The day in the address of this very article, give or take a day; nothing for links to other articles."""
    headline = set(_WORD.findall(_headline(document).lower()))
    for line in _LINE.finditer(document.text):
        words = set(_WORD.findall(line["rest"].rstrip("/").rsplit("/", 1)[-1].lower()))
        shared = len(words & headline)
        day = make(int(line["year"]), _month(line["month"]), int(line["day"]))
        if day is None or shared < _SHARED or shared < _OF_ALL * len(words):
            continue
        because = f"the address of the article has the day {day.isoformat()}"
        yield Bound(Interval(day.toordinal() - _AROUND, day.toordinal() + _AROUND + 1), because)
        return


def _headline(document: Document) -> str:
    if document.title:
        return document.title
    return " ".join(document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "headline")


def _month(written: str) -> int:
    """The month in digits or as "jul"; 0 for what is none."""
    abbreviated = [name.lower() for name in calendar.month_abbr]
    return int(written) if written.isdecimal() else abbreviated.index(written) if written in abbreviated else 0
