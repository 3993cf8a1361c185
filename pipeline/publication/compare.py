"""A publication date from metadata beside what the text says of its own day.

A plain statement of the metadata is kept, and what disagrees with it is shown. An indirect sign, such as the day on
which a file was made, gives way to the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from pipeline import words
from pipeline.calendar.interval import Interval
from pipeline.model import Document, Reliability, Step, Trace
from pipeline.publication.bounds import Bound
from pipeline.publication.solve import STAGE
from pipeline.vocabulary import DISAGREEMENT


def compared(document: Document, said: Iterable[Bound], inferred: tuple[Interval | None, Trace]) -> Document:
    """`document`, which has a date, with its reliability raised or lowered by its text.

    `said` is what the text says of its own day, `inferred` what would be worked out from the text alone.
    """
    if document.published_basis == "given":
        return replace(document, published_reliability="given")
    if document.published is None or document.published_basis != "metadata":
        return document
    if document.published_reliability == "indirect":
        return _beside(document, document.published, *inferred)
    own = [bound for bound in said if bound.days.width is not None]
    against = [bound for bound in own if not bound.days.overlaps(document.published)]
    if against:
        step = Step(STAGE, DISAGREEMENT, f"{against[0].because}: not the date of the metadata, which is kept")
        return _with(document, step, reliability="conflicting")
    if own and document.published_reliability == "stated":
        step = Step(STAGE, "confirmed", f"{own[0].because}, as the metadata say")
        return _with(document, step, reliability="confirmed")
    return document


def after_limit(document: Document, latest: Iterable[tuple[dt.date, str]]) -> Document:
    """`document` with a date of the metadata that lies after a day by which it must have been published put in doubt.

    `latest` gives such days and where each comes from. The date is kept: nothing tells which of the two is wrong.
    """
    first = document.published.first_day if document.published else None
    late = [f"{first} is later than {day}: {why}" for day, why in latest if first and first > day]
    if not late or document.published_basis != "metadata":
        return document
    step = Step(STAGE, DISAGREEMENT, f"{late[0]}; the date of the metadata is kept")
    return _with(document, step, reliability="conflicting")


def _beside(document: Document, published: Interval, text: Interval | None, steps: Trace) -> Document:
    """An indirect date beside the one that the text gives."""
    if text is None:
        return document
    if text.overlaps(published):
        step = Step(STAGE, "confirmed", "the text gives the same day, or days around it")
        return _with(document, step, reliability="stated")
    step = Step(STAGE, DISAGREEMENT, _against(text, published))
    changed = _with(document, *steps, step, reliability="conflicting")
    return replace(changed, published=text, published_basis="inferred")


def _against(text: Interval, published: Interval) -> str:
    kept, other = (words.span(days.first_day, days.last_day) for days in (text, published))
    return f"the text gives {kept}, which is kept; the file or its address gives {other}"


def _with(document: Document, *steps: Step, reliability: Reliability) -> Document:
    trace = (*document.published_trace, *steps)
    return replace(document, published_trace=trace, published_reliability=reliability)
