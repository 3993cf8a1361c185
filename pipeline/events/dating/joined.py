"""Days told with "and": on Friday night and early on Saturday; in Brest on Friday and in Minsk on Saturday."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.parse.syntax import Tree

JOINED = 9
"""Days that days told with "and" span at most, to be those of one event."""


def with_joined(tree: Tree, found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """The expressions of a sentence, in order; those told with "and" on one word have all of their days."""
    return tuple(each for run in _runs(tree, found) for each in _joined(run))


def _joined(run: Sequence[Attachment]) -> Iterator[Attachment]:
    days = [each.days for each in run if each.days is not None]
    hull = functools.reduce(Interval.hull, days) if len(days) == len(run) > 1 else None
    apart = hull is None or hull.width is None or (hull.width > JOINED and not _without_gap(days))
    for each in run:
        if hull is None or apart:
            yield each
        else:
            others = [other.expression.text for other in run if other is not each]
            yield replace(each, days=hull, joined=" and ".join(f"“{text}”" for text in others))


def _without_gap(days: Sequence[Interval]) -> bool:
    """Whether each begins where the one before ends: in 2020 and 2021, in May and June."""
    return all(one.end is not None and one.end == other.start for one, other in pairwise(days))


def _runs(tree: Tree, found: Sequence[Attachment]) -> Iterator[list[Attachment]]:
    """Neighbours told in one list; what only commas part belongs together when "and" comes before the last."""
    run: list[Attachment] = []
    ties: list[str] = []
    for each in found:
        tie = _tie(tree, run[-1], each) if run else ""
        if not tie:
            yield from _closed(run, ties)
            run, ties = [each], []
        else:
            run.append(each)
            ties.append(tie)
    yield from _closed(run, ties)


def _closed(run: list[Attachment], ties: list[str]) -> Iterator[list[Attachment]]:
    """The run, up to its last "and"; what follows it stands alone."""
    upto = max((at + 2 for at, tie in enumerate(ties) if tie == "and"), default=min(1, len(run)))
    if run:
        yield run[:upto]
    yield from ([each] for each in run[upto:])


def _tie(tree: Tree, one: Attachment, other: Attachment) -> str:
    """The word that ties two neighbours on one word, "and" or a comma; "" when they are of two clauses, or bound."""
    start, end = one.expression.span.end, other.expression.span.start
    between = [t for t in tree.tokens if start <= t.span.start < end]
    words = {t.text.lower() for t in between}
    parted = one.governor != other.governor or BOUNDS & {one.preposition, other.preposition}
    if parted or words & {"but", "not", "or"} or any(t.pos in ("VERB", "AUX") for t in between):
        return ""
    return "and" if "and" in words else "," if words == {","} else ""
