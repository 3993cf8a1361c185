"""What resolving one expression against one publication day gives, and what a document remembers while it is read."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.calendar.granularity import FINENESS
from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import as_value, granularity_of, in_words, interval_of, narrow
from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.timex.context.edges import edge_of_year
from pipeline.timex.recognition.lexicon import meanings

_REMEMBERED = 50
"""Dates kept as antecedents: nobody refers further back, and a long text must not cost more than its length."""
_ANCIENT = re.compile(r"BC\d{4}")
_NAMED_WITH = 3
"""Words before a period among which stands what it is named for."""
_PASSING = ("AFTER", "BACKGROUND", "COMPARED")
NO_PUBLICATION = "it counts from the publication date, which is not known"
NO_ANTECEDENT = "it counts from another date, and no date before it has a known day"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value with the days it names, what it hangs on, and why."""

    value: str
    interval: Interval | None
    because: str
    anchor: str | None = None
    """"published", "event:ID", or the position of the expression it hangs on as "expression:INDEX"."""
    uncertain: bool = False
    moves: str | None = None
    """How it moves with the publication date: "by whole days", "by whole weeks", ...; None when it does not."""
    granularity: str | None = None
    """Where the value alone does not tell it."""


def fixed(value: str, expression: LocalExpression, because: str, *, anchor: str | None = None,
          moves: str | None = None, uncertain: bool = False) -> Outcome:  # fmt: skip
    """An outcome whose days follow from its value and the START, MID or END of the words."""
    days = narrow(value, expression.mod)
    return Outcome(value, edge_of_year(days, value, expression) or days, because, anchor, uncertain, moves)


def open_ended(value: str, because: str) -> Outcome:
    """An expression that stays unresolved, and why."""
    return Outcome(as_value(value), None, because)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An expression already resolved, that later ones may refer to."""

    index: int
    expression: LocalExpression
    value: str
    interval: Interval

    @property
    def first_day(self) -> dt.date:
        """Its first day."""
        return dt.date.fromordinal(self.interval.start or 1)


@dataclass(frozen=True, slots=True)
class Ancient:
    """The year before Christ that was spoken of last."""

    index: int
    text: str
    value: str

    @property
    def year(self) -> int:
        """As written: 218 for 218 BC."""
        return int(self.value[2:6])


@dataclass(frozen=True, slots=True)
class Frame:
    """A date with its year that opened a sentence: "In 1941, ..."; dates without a year after it share the year."""

    date: Antecedent
    end: int
    """Where the last date that kept it ends: it reaches to the end of the next sentence."""


@dataclass(slots=True)
class Memory:
    """The dates of one document in the order they were read, for one assumed publication day (None when unknown)."""

    text: str
    published: dt.date | None
    narrative: bool
    published_from: str
    """Where the publication day comes from, in words: "from its metadata"."""
    history: bool = False
    """Of a text of unknown date, `narrative.tells_history`; asked once a document, not once an expression."""
    many_years: bool = False
    """The same, `narrative.names_many_years`."""
    expressions: Sequence[LocalExpression] = ()
    date_order: str | None = None
    event_days: Mapping[str, Sequence[LocalExpression]] = field(default_factory=dict)
    """Head noun of an event -> the dates that the document gives it."""
    deed_days: Mapping[str, Sequence[LocalExpression]] = field(default_factory=dict)
    """Noun of a deed -> the dates on which the document says that it was done."""
    written: dt.date | None = None
    """The day before publication that the text calls today, None where it is the day of publication."""
    stamps: frozenset[int] = frozenset()
    """Where hours begin that stamp the entries of a live blog."""
    read: list[Antecedent] = field(default_factory=list)
    ancient: Ancient | None = None
    """The year before Christ that the last date named, None when it named another."""
    frame: Frame | None = None
    """The stated year that governs what follows."""
    told: Interval | None = None
    """From when to when a history has said that its war or siege lasted."""
    periods: list[Antecedent | None] = field(default_factory=list)
    """The accounting periods spoken of; None stands for one that is no quarter, such as "the nine months"."""

    def remember(self, index: int, expression: LocalExpression, outcome: Outcome) -> None:
        """Keeps a dated expression of the article's own text; captions, sidebars and footers are no antecedents."""
        self._remember_period(index, expression, outcome)
        if _ANCIENT.match(outcome.value) and "/" not in outcome.value:
            self.ancient = Ancient(index, expression.text, outcome.value)
        days = outcome.interval
        if (
            days is not None
            and days.start is not None
            and expression.block in ARTICLE_BLOCKS
            and expression.type in {"DATE", "TIME"}
        ):
            self.ancient = None
            value = referred_to(outcome.value)
            self.read.append(
                Antecedent(index, expression, value, (interval_of(value) or days) if "/" in outcome.value else days)
            )
            del self.read[:-_REMEMBERED]

    def expressions_from(self, start: int) -> Iterator[LocalExpression]:
        """The expressions of the document that begin at `start` or later, in order."""
        first = bisect_left(self.expressions, start, key=lambda e: e.span.start)
        return (self.expressions[i] for i in range(first, len(self.expressions)))

    def position(self, expression: LocalExpression) -> int:
        """Where `expression` stands among those of the document."""
        return bisect_left(self.expressions, expression.span.start, key=lambda e: e.span.start)

    def antecedent(
        self, unit: str, *, main_line: bool = False, leave_out: Callable[[Antecedent, str], bool] | None = None
    ) -> Antecedent | None:
        """The last date at least as fine as `unit`; with `main_line`, one outside reported speech if there is any.

        `leave_out` names dates that are passed over where there are others.
        """
        limit = FINENESS.index(unit) if unit in FINENESS else FINENESS.index("day")
        fine = [a for a in reversed(self.read) if _fineness(a.value) <= limit]
        # Lazily: mostly the last one will do, and whether one is passed over takes a look at its sentence.
        kept = (a for a in fine if leave_out is None or not leave_out(a, self.text))
        last = next(kept, None)
        return _told_last(fine if last is None else itertools.chain((last,), kept), main_line=main_line)

    def _remember_period(self, index: int, expression: LocalExpression, outcome: Outcome) -> None:
        # "A year earlier" itself is no period that a later "a year earlier" counts from.
        if expression.operator in {"quarter", "period"} and _passing(self.text, expression.span.start):
            return
        if expression.operator in {"quarter", "period"} and outcome.interval and "Q" in outcome.value:
            self.periods.append(Antecedent(index, expression, outcome.value, outcome.interval))
        elif (
            expression.operator == "duration" and expression.unit in {"month", "year"} and expression.text[:4] == "the "
        ):
            self.periods.append(None)
        del self.periods[:-_REMEMBERED]

    def last_period(self) -> Antecedent | None:
        """The last quarter spoken of, years before excepted."""
        return next((a for a in reversed(self.periods) if a is not None), None)

    def in_period(self) -> Antecedent | None:
        """The quarter spoken of last, None when another kind of period was."""
        return self.periods[-1] if self.periods else None

    def day_words(self) -> str:
        """The publication day as a reader would say it."""
        if self.published is None:
            return "the publication day, which is not known"
        day = f"{self.published:%A} {self.published.isoformat()}"
        return f"{day}, the day the article was published ({self.published_from})"


def _told_last(back: Iterable[Antecedent], *, main_line: bool) -> Antecedent | None:
    """The first of dates that go back through the text; with `main_line` one outside reported speech if any is."""
    first = None
    for date in back:
        if not main_line or date.expression.main_line:
            return date
        first = first or date
    return first


def _passing(text: str, start: int) -> bool:
    """Whether a period is named in passing, as what came before: "after a flat second quarter", "than in the first"."""
    words = text[max(0, start - 40) : start].lower().split()[-_NAMED_WITH:]
    return any((symbol, word) in meanings() for symbol in _PASSING for word in words)


def _fineness(value: str) -> int:
    return FINENESS.index(granularity_of(value)) if interval_of(value) is not None else len(FINENESS)


def referred_to(value: str) -> str:
    """What later words count from: after "May 3-7" its last day, after "1941-45" the first year; else the value."""
    first, _, last = value.partition("/")
    return last if last and granularity_of(last) == "day" else first


def said(antecedent: Antecedent) -> str:
    """An antecedent in words: its text and its value."""
    return f"“{antecedent.expression.text}” ({in_words(antecedent.value)})"
