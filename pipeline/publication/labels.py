"""Dates that say themselves what they are: "Published: 10 February 2023", "Updated: 11 February 2023", a dateline.

What a text says of its own publication comes before all that its other dates suggest. The day of an update is of
another version: publication was not later, and nothing else follows from it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.calendar.interval import Interval
from pipeline.model import Document, Span
from pipeline.publication.bounds import Bound
from pipeline.publication.clues import Clue
from pipeline.publication.datelines import is_date_line, is_prose, line_around, opens_with_dateline

Label = Literal["published", "updated"]

_PUBLISHED = r"published|posted|опубликован[оа]?|опубліковано|апублікавана"
_UPDATED = r"updated|modified|edited|revised|обновлен[оа]?|обновлён|изменен[оа]?|оновлено|змінено|абноўлена"
_SUBJECT = r"(?:this |the )?(?:article|page|story|post|report)(?: was| is)? "
_LABEL = re.compile(rf"\b(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"^\W*(?:{_SUBJECT})?(?:(?:first|last|originally|date|впервые|последнее) )?(?:{_PUBLISHED}|{_UPDATED})\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[\W\d]|\b(?:on|at|date|[ap]m|[A-Z]{2,4}|[A-Z][a-z]+day|в)\b)*$")
"""What may stand between a label and its date: a colon, a time of day, a zone, a weekday."""
_DATED = re.compile(r"\d{4}")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_TOP = 3
"""Lines that can stand above the line that heads a page."""
_REST = 120
"""Characters that a labelled line may hold beside one of its dates."""


def label_of(text: str, span: Span) -> Label | None:
    """What the line of the date at `span` calls it: the nearest label in front of it, right before it."""
    before = line_around(text, span)[0]
    label = next(reversed(list(_LABEL.finditer(before))), None)
    if label is None or not _BETWEEN.fullmatch(before, label.end()):
        return None
    opening = _OPENING.search(before)
    if opening is None and not _DATED.search(before[: label.start()]):
        return None
    return None if _is_text(text, span) else "published" if label["published"] else "updated"


def in_labelled_line(text: str, span: Span) -> bool:
    """Whether `span` stands in a line that a label opens and that holds little else."""
    return _OPENING.search(line_around(text, span)[0]) is not None and not _is_text(text, span)


def _is_text(text: str, span: Span) -> bool:
    before, after = line_around(text, span)
    rest = _OPENING.sub("", before) + after.rstrip(" .")
    return len(rest) > _REST or is_prose(rest)


def unlabelled(document: Document, clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """The clues of the text itself, without what stands in labelled lines."""
    return tuple(clue for clue in clues if not _is_aside(document.text, clue.expression.span))


def _is_aside(text: str, span: Span) -> bool:
    return label_of(text, span) is not None or in_labelled_line(text, span)


def self_dated(document: Document, clues: Sequence[Clue]) -> Iterator[Bound]:
    """What the text says of its own day, the surest first: labelled as published, a full dateline, an update."""
    dated = [(clue, day) for clue in clues if (day := clue.full_day)]
    for clue, day in dated:
        if label_of(document.text, clue.expression.span) == "published":
            because = f"the date line ‘{clue.text}’ is labelled as publication"
            yield Bound(Interval(day.toordinal(), day.toordinal() + 1), because)
    for clue, day in dated:
        if opens_with_dateline(document, clue.expression.span):
            because = f"the dateline ‘{clue.text}’ opens the report: published on that day or the day after it"
            yield Bound(Interval(day.toordinal(), day.toordinal() + 2), because)
            break
    for day, clue in _last_update(document, clues):
        yield Bound(Interval(None, day.toordinal() + 1), f"‘{clue.text}’ is labelled as an update: not published later")


def stamped(document: Document, clues: Sequence[Clue]) -> Iterator[Bound]:
    """An update with weekday and hour at the head of a page, where news pages of some years give no other day."""
    text = document.text
    others = (clue.expression.span for clue in clues if clue.full_day or clue.dated_short)
    if any(label_of(text, span) == "published" or is_date_line(text, span) for span in others):
        return
    for day, clue in _last_update(document, clues):
        span = clue.expression.span
        timed = _HOUR.search(f"{clue.text} {line_around(text, span)[1]}")
        if timed and clue.expression.weekday is not None and text.count("\n", 0, span.start) < _TOP:
            because = f"‘{clue.text}’, with its hour, heads the report: published or last edited then"
            yield Bound(Interval(day.toordinal() - 1, day.toordinal() + 1), because)


def _last_update(document: Document, clues: Sequence[Clue]) -> Iterator[tuple[dt.date, Clue]]:
    """The newest of the days that are labelled as an update, if there is one, with its clue."""
    dated = [(day, clue) for clue in clues if (day := clue.full_day)]
    updates = [each for each in dated if label_of(document.text, each[1].expression.span) == "updated"]
    yield from sorted(updates, key=lambda update: update[0])[-1:]
