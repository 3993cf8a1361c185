"""When was this document published, and by whom: metadata first, else what the text itself gives away.

Evidence is of two kinds. Bounds (a dated past, known events, ages) say between which days publication lies. Fixes (a
date line, a weekday with its date, a named day with "yesterday") tie it to days of the calendar. What contradicts the
rest is set aside, and the trace says so. No evidence leaves the date unknown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.calendar.interval import Interval
from pipeline.model import ARTICLE_BLOCKS, Document, LocalExpression, Step, Trace
from pipeline.publication.addresses import addressed
from pipeline.publication.bounds import Bound, ages, known_events, stated_years
from pipeline.publication.breaking import breaking
from pipeline.publication.clues import Clue, clues
from pipeline.publication.coming import coming_dates, coming_names
from pipeline.publication.compare import after_limit, compared
from pipeline.publication.fixes import fixes
from pipeline.publication.labels import self_dated, stamped, unlabelled
from pipeline.publication.offices import offices
from pipeline.publication.outlet import find_outlet
from pipeline.publication.solve import STAGE, frame, pin
from pipeline.publication.told import told_events

__all__ = ["decide"]


def decide(document: Document, expressions: Sequence[LocalExpression], *, today: dt.date | None = None) -> Document:
    """`document` with its outlet, publication interval, basis and trace; unknown where there is no evidence.

    `today`, only when the user gives it, is the last day on which anything read can have been published.
    """
    outlet, told = find_outlet(document)
    found = tuple(clues(document, expressions))
    if document.published is not None:
        trace = (*document.published_trace, *told, *_contradictions(document, found))
        named = replace(document, outlet=outlet, published_trace=trace)
        beside = compared(named, self_dated(document, found), _infer(document, expressions, found, today))
        return after_limit(beside, [(today, "given with --today")] if today else [])
    published, steps = _infer(document, expressions, found, today)
    basis: Literal["unknown", "inferred"] = "unknown" if published is None else "inferred"
    return replace(
        document,
        outlet=outlet,
        published=published,
        published_basis=basis,
        published_reliability=basis,
        published_trace=(*document.published_trace, *told, *_silent(expressions), *steps),
    )


def _infer(
    document: Document, expressions: Sequence[LocalExpression], found: Sequence[Clue], today: dt.date | None
) -> tuple[Interval | None, Trace]:
    steps: list[Step] = []
    known = known_events(document)
    limits = [Bound(Interval(None, day.toordinal() + 1), why) for day, why in _latest(document, today)]
    text = unlabelled(document, found)
    said = (*self_dated(document, found), *stamped(document, found), *addressed(document))
    told = (*told_events(document, expressions), *breaking(document, expressions))
    ahead = (*offices(document, text), *coming_dates(document, text), *coming_names(document))
    within = frame([*limits, *said, *ages(document, text), *known, *stated_years(text), *told, *ahead], steps)
    return pin(within, fixes(document, text, known), steps), tuple(steps)


def _latest(document: Document, today: dt.date | None) -> Iterator[tuple[dt.date, str]]:
    """Days after which it was not published, whatever its text says."""
    if today is not None:
        yield today, "given with --today"
    if document.crawled is not None:
        yield document.crawled, "the page was fetched or saved on that day: not published later"
    if document.modified is not None:
        yield document.modified, "the page says it was changed on that day: not published later"


def _silent(expressions: Sequence[LocalExpression]) -> Trace:
    """Dates outside the article's own text, which have no vote."""
    aside = [e for e in expressions if e.block not in ARTICLE_BLOCKS and (e.year or e.month or e.weekday)]
    return tuple(Step(STAGE, "set aside", f"‘{e.text}’ stands in a {e.block}, which has no vote") for e in aside)


def _contradictions(document: Document, found: Sequence[Clue]) -> Trace:
    """What the text speaks of as past though it lies after the date that the metadata give; the metadata are kept."""
    end = None if document.published is None else document.published.end
    if end is None:
        return ()
    bounds = (*known_events(document), *stated_years(unlabelled(document, found)))
    late = [bound.because for bound in bounds if bound.days.start is not None and bound.days.start >= end]
    return tuple(Step(STAGE, "kept", f"{because}: later than the date given, which is kept") for because in late)
