"""Days told with "and": on Friday night and early on Saturday; in Brest on Friday and in Minsk on Saturday."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.calendar.interval import Interval
from pipeline.events.dating.attachment import BOUNDS, Attachment
from pipeline.events.parse.syntax import Tree

JOINED = 9
"""Days that days told with "and" span at most, to be those of one event."""
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]$")
"""The words name a day of the week and no more."""
_DAYS_OF_WEEK = 7


def of_some_weekday(tree: Tree, found: list[Attachment]) -> list[Attachment]:
    """Three weeks earlier, on a Friday: that of the week. By itself "a Friday" is of no one week."""
    some = [a for a in found if _WEEKDAY.match(a.expression.local_value) and _is_some(tree, a)]
    weeks = [a for a in found if a not in some and a.days is not None and a.days.width == _DAYS_OF_WEEK]
    made = []
    for each in found:
        if each not in some:
            made += [each] if not (some and each in weeks) else []
        elif len(weeks) == 1 and weeks[0].days is not None and weeks[0].days.start is not None:
            start = weeks[0].days.start + int(each.expression.local_value[-1]) - 1
            made.append(replace(weeks[0], days=Interval(start, start + 1), joined=f"“{each.expression.text}”"))
    return made


def _is_some(tree: Tree, each: Attachment) -> bool:
    # "On a Friday", but "in a Friday interview".
    alone = tree.tokens[each.first].dep not in ("compound", "nmod", "amod", "poss")
    return alone and each.first > 0 and tree.tokens[each.first - 1].text.lower() in ("a", "an")


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
    # Met him on Monday, and on Wednesday, when he flew home: a day with a clause of its own is of that.
    apart = other.clause >= 0 and "," in words
    if parted or apart or words & {"but", "not", "or"} or any(t.pos in ("VERB", "AUX") for t in between):
        return ""
    return "and" if "and" in words else "," if words == {","} else ""
