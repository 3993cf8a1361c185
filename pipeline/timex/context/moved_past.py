"""A story that has moved past the day its next words count from: "In September they landed. Six days later, ..." """

from __future__ import annotations

import datetime as dt

from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import clip, granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.context.frames import in_one_sentence, is_background, sentences_between
from pipeline.timex.context.outcome import Antecedent, Memory, Outcome, said

_FINE = {"day": "day", "night": "day", "week": "week", "fortnight": "week"}
"""Unit that is counted -> how fine the date counted from would have to be."""
_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX"}
"""What TIMEX3 writes for some day or week that is not known."""
_LEFT_OPEN = {"week": "-X", "month": "-XX", "season": "", "year": "-XX-XX"}


def moved_past(day: dt.date, unit: str, anchor: str, memory: Memory) -> Outcome | None:
    """Some day of the month, season or year that the story has reached, where it names no day to count from.

    `day` is the last day named, `anchor` what gave it. None when the story is no history, or still at that day.
    """
    if not memory.narrative or unit not in _FINE or not anchor.startswith("expression:"):
        return None
    last = memory.read[-1]
    granularity = granularity_of(last.value)
    reached = last.interval.start is not None and last.interval.start > day.toordinal()
    # "In May 1943 ... In September 1939 it burned. A fortnight later": a month told last may lie before the day, too.
    looks_back = granularity != "year" and last.interval.end is not None and last.interval.end <= day.toordinal()
    return _some_day_of(last) if granularity in _LEFT_OPEN and (reached or looks_back) else None


def left_behind(expression: LocalExpression, memory: Memory, anchor: str | None) -> Outcome | None:
    """She was held in March 2021. On the same day they searched the office: a day of that month, in a report as well.

    `anchor` is what gave the last day named, None where no day is known. None where that day stands in the sentence of
    the month, or belongs to it.
    """
    last = memory.read[-1] if memory.read else None
    named = next((a for a in memory.read if anchor == f"expression:{a.index}"), None)
    if memory.narrative or (expression.unit or "") not in _FINE or last is None or (anchor and named is None):
        return None
    if granularity_of(last.value) != "month" or is_background(last, memory.text):
        return None
    begins, ends, start = last.expression.span.start, last.expression.span.end, expression.span.start
    apart = named is None or sentences_between(memory.text, named.expression.span.end, begins) > 0
    inside = named is not None and last.interval.overlaps(named.interval)
    if inside or not apart or sentences_between(memory.text, ends, start) > 1:
        return None
    return _some_day_of(last)


def _some_day_of(last: Antecedent) -> Outcome:
    granularity = granularity_of(last.value)
    return Outcome(
        last.value + _LEFT_OPEN[granularity],
        last.interval,
        f"the story has reached {said(last)}, and no day in it is named to count from",
        f"expression:{last.index}",
        granularity=granularity,
    )


def from_a_month(expression: LocalExpression, memory: Memory, *, here: bool) -> Outcome | None:
    """In December he signed a treaty with one who resigned three weeks later: counted from any day of that month.

    With `here`, only from a month of the same sentence; else also from one of the sentence before.
    """
    last, unit = (memory.read[-1] if memory.read else None), expression.unit or ""
    counts = expression.operator == "later" and unit in _FINE and expression.amount
    if last is None or not counts or memory.narrative or granularity_of(last.value) != "month":
        return None
    start, end = last.expression.span.end, expression.span.start
    near = in_one_sentence(memory.text, start, end) if here else sentences_between(memory.text, start, end) <= 1
    if not near:
        return None
    first, final = last.interval.first_day, last.interval.last_day
    moved = [shift(day, unit, expression.amount or 0) for day in (first, final) if day is not None]
    if len(moved) < 2 or moved[0] is None or moved[1] is None:
        return None
    latest = min(moved[1], memory.published) if memory.published and expression.tense == "past" else moved[1]
    if latest < moved[0]:
        return None
    return Outcome(
        _OPEN[_FINE[unit]],
        clip(moved[0].toordinal(), latest.toordinal() + 1),
        f"counted from some day of {said(last)}",
        f"expression:{last.index}",
        granularity="month",
    )
