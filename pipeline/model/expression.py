"""Temporal expressions: as their words alone say, and resolved."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.model.trace import Trace
from pipeline.span import Span
from pipeline.vocabulary import BlockKind, Granularity, Tense, TimexType


@dataclass(frozen=True, slots=True)
class LocalExpression:
    """What the words of a temporal expression say on their own, before any anchor is known.

    Only the fields that the words name are set: "Monday, Nov. 28" has weekday 1, month 11, day 28 and no year;
    "two weeks ago" has unit "week", amount -2; "yesterday" has unit "day", amount -1; "Victory Day" has `named_day`.
    """

    span: Span
    text: str
    type: TimexType
    block: BlockKind
    rule_id: str
    operator: str
    local_value: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """ISO weekday, Monday 1 to Sunday 7."""
    unit: str | None = None
    amount: float | None = None
    """Signed: before the anchor is negative."""
    named_day: str | None = None
    mod: str | None = None
    tense: Tense = "none"
    """Tense of the verb the expression goes with, where the rule asked for it."""
    part: str | None = None
    """Season, quarter or half as TIMEX3 writes it: SU, Q3, H1."""
    clock: str | None = None
    """Time of day as TIMEX3 writes it: T20:00, TEV."""
    relative_to: str | None = None
    """What it counts from: "published", "previous" (an expression before it) or "event"; None when it stands alone."""
    last: str | None = None
    """Local value of the last day or year of a span such as "May 3-7"."""
    side: str | None = None
    """"earlier" or "later" within its period: "earlier this month"."""
    definite: bool = False
    """Whether the words point at a period already spoken of: "the quarter"."""
    main_line: bool = True
    """Whether it stands in the main line of the text, not inside reported speech or thought."""
    range_with: Span | None = None
    """The other end, where two expressions bound one range: "from Monday to Wednesday"."""
    note: str | None = None
    """Why it cannot be resolved, or what is odd about it: "February has no day 30"."""


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """A temporal expression with its TIMEX3 value and the days it names (None where it names none)."""

    timex_id: str
    doc_id: str
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None
    local_value: str
    anchor: str | None
    """What it was resolved against: "published", the id of another expression or event, or None."""
    interval: Interval | None
    edtf: str | None
    granularity: Granularity
    rule_id: str
    block: BlockKind
    trace: Trace
    range: Interval | None = None
    """The whole range, where the expression is one end of it: "from Monday to Wednesday"."""
    sensitivity: str | None = None
    """How it moves when the publication date moves: None (fixed), else "moves by whole days", "by years", ..."""
