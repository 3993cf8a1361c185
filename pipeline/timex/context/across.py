"""Lengths counted from an event that another article of the batch dates: "two days after the plant explosion".

Cautious on purpose: the same phrase, of an event noun and another word at least, must have one day in all the articles,
not long before this one was published; what comes of it is marked uncertain, and the trace names the article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.calendar.edtf import to_edtf
from pipeline.calendar.interval import Interval
from pipeline.calendar.operators import shift
from pipeline.calendar.timex3 import clip
from pipeline.model import Document, Step, TemporalExpression
from pipeline.settings.timex import DAYS_ACROSS
from pipeline.timex.context.retold import Dated, Phrase, Telling, phrases, told_in
from pipeline.timex.recognition.lexicon import meanings

RULES = {"units-after-event", "day-of-event"}
"""Rules whose expressions count from an event named after them."""
_LENGTH = re.compile(r"(?:P(?P<number>\d+)(?P<letter>[DWMY])|event(?P<step>[+-]1)day)")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_SLACK = {"day": 0, "week": 3, "month": 15, "year": 182}
"""Unit -> days on either side: words that count in weeks are no finer than a week."""
_AFTER = re.compile(r"\s+(?P<word>prior to|[a-z]+)\s+(?P<event>[^.!?;:,\n]{1,80})")


@dataclass(frozen=True, slots=True)
class Offset:
    """An expression that waits for the day of an event: how far from it, and the words that name it."""

    amount: int
    unit: str
    event: str


def across(dated: Sequence[Dated]) -> list[Dated]:
    """The same documents, in order; what waits for an event gets its days where the other articles agree on its day."""
    waiting = {
        each.timex_id: offset
        for document, found in dated
        for each in found
        if each.rule_id in RULES and (offset := _offset(each, document.text)) is not None
    }
    if not waiting:
        return list(dated)
    told = told_in({name for offset in waiting.values() for name in phrases(offset.event)}, dated)
    return [
        (document, tuple(_settled(each, waiting.get(each.timex_id), told, document) for each in found))
        for document, found in dated
    ]


def _settled(
    expression: TemporalExpression,
    offset: Offset | None,
    told: Mapping[Phrase, Sequence[Telling]],
    document: Document,
) -> TemporalExpression:
    agreed = _agreed(offset, told, document) if offset else None
    return _counted(expression, offset, agreed, document) if offset and agreed else expression


def _offset(expression: TemporalExpression, text: str) -> Offset | None:
    length = _LENGTH.fullmatch(expression.local_value)
    if expression.interval is not None or length is None:
        return None
    following = _AFTER.match(text, expression.span.end)
    side = following and meanings().get(("AFTER", following["word"]))
    if following is None or side is None:
        return None
    amount = int(length["number"] or 1) * int(side)
    return Offset(amount, _UNITS[length["letter"] or "D"], following["event"])


def _agreed(offset: Offset, told: Mapping[Phrase, Sequence[Telling]], document: Document) -> Telling | None:
    """The day on which all articles agree, for the longest name that any of them tells of."""
    for name in phrases(offset.event):
        if tellings := told.get(name):
            one = len({telling.day for telling in tellings}) == 1
            return tellings[0] if one and _near(tellings[0].day, document) else None
    return None


def _near(day: dt.date, document: Document) -> bool:
    """Whether the event is one that an article of this day may speak of without its date."""
    last = document.published.last_day if document.published else None
    return last is not None and 0 <= (last - day).days <= DAYS_ACROSS.number


def _counted(expression: TemporalExpression, waiting: Offset, told: Telling, document: Document) -> TemporalExpression:
    moved = shift(told.day, waiting.unit, waiting.amount)
    days = _around(moved, waiting.unit) if moved else None
    last = document.published.last_day if document.published else None
    if days is None or moved is None or (last and moved > last):
        return expression
    own = told.doc_id == document.doc_id
    source = "this article" if own else f"another article read with this one ({told.article})"
    because = (
        f"counted from {told.day.isoformat()}, the day that {source} gives “{told.words}”; "
        "no article gives it another day, and it is marked uncertain"
    )
    start, end = days.iso()
    shown = moved.isoformat() if expression.type == "DATE" else expression.value
    step = Step("timex", f"‘{expression.text}’ → {shown} ({start} to {end})", because)
    return replace(
        expression,
        value=shown,
        interval=days,
        edtf=to_edtf(days, uncertain=True),
        anchor=told.timex_id,
        granularity=waiting.unit,  # type: ignore[arg-type]
        trace=(step,),
    )


def _around(day: dt.date, unit: str) -> Interval | None:
    return clip(day.toordinal() - _SLACK[unit], day.toordinal() + 1 + _SLACK[unit])
