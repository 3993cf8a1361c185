"""Local expressions -> values and days, against the publication date, the text before them, and known events.

An unsure publication date is an interval: the whole document is resolved once for every day it can be, and what comes
out is joined, so each expression inherits exactly the width that its words give it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.calendar.edtf import to_edtf
from pipeline.calendar.granularity import FINENESS, of_unit
from pipeline.calendar.interval import Interval, day
from pipeline.calendar.timex3 import granularity_of, in_words
from pipeline.knowledge import outlets
from pipeline.model import Document, Granularity, LocalExpression, Step, TemporalExpression
from pipeline.settings.timex import PUBLISHED_SAMPLES
from pipeline.timex.context.dated_events import event_days
from pipeline.timex.context.deeds import deed_days
from pipeline.timex.context.frames import follow
from pipeline.timex.context.hindsight import in_hindsight
from pipeline.timex.context.history import is_narrative, names_many_years, tells_history
from pipeline.timex.context.join import join
from pipeline.timex.context.lines import stamps
from pipeline.timex.context.outcome import Memory, Outcome
from pipeline.timex.recognition.recognise import recognise
from pipeline.timex.resolvers import accounts as resolve_accounts
from pipeline.timex.resolvers import before_christ, ends, nights, numbered_days
from pipeline.timex.resolvers import calendar_dates as resolve_dates
from pipeline.timex.resolvers import clock as resolve_clock
from pipeline.timex.resolvers import decades as resolve_decades
from pipeline.timex.resolvers import deictic as resolve_deictic
from pipeline.timex.resolvers import periods as resolve_periods
from pipeline.timex.resolvers import plain as resolve_plain
from pipeline.timex.resolvers import relative as resolve_relative
from pipeline.timex.resolvers import units as resolve_units
from pipeline.timex.resolvers import weekdays as resolve_weekdays
from pipeline.timex.resolvers.beside_weekday import day_of_writing

_STRETCHES = {"duration", "quarter", "period"}
"""Operators of expressions that may be bounded by the one behind them."""

Resolver = Callable[[LocalExpression, Memory], Outcome]
RESOLVERS: Mapping[str, Resolver] = {
    "calendar": resolve_dates.calendar,
    "span": resolve_dates.span,
    "decade": resolve_decades.decade,
    "century": resolve_decades.century,
    "quarter": resolve_accounts.quarter,
    "week": resolve_periods.week,
    "named_day": resolve_periods.named_day,
    "within": resolve_periods.within,
    "year_end": resolve_periods.year_end,
    "weekday": resolve_weekdays.weekday,
    "weekday_neighbour": resolve_weekdays.weekday,
    "weekday_of_week": resolve_weekdays.weekday_of_week,
    "deictic": resolve_deictic.deictic,
    "unit": resolve_units.unit,
    "period": resolve_accounts.period,
    "year_ago": resolve_accounts.year_ago,
    "ago": resolve_relative.counted,
    "ahead": resolve_relative.counted,
    "later": resolve_relative.counted,
    "same": resolve_relative.same,
    "clock": resolve_clock.clock,
    "numbered_day": numbered_days.numbered_day,
    "operation_day": numbered_days.operation_day,
    "event_offset": resolve_plain.event_offset,
    "duration": resolve_plain.duration,
    "in_units": resolve_plain.duration,
    "duration_long": resolve_plain.duration,
    "duration_range": resolve_plain.duration,
    "vague": resolve_plain.vague,
    "set": resolve_plain.repeated,
}
"""How each operator's expressions get their value."""

_OF_EVENTS = {"event_offset", "numbered_day", "operation_day"}
"""Operators that may count from an event which the text dates elsewhere."""
_BASIS = {
    "metadata": "from its metadata",
    "given": "as given with it",
    "inferred": "worked out from the text",
    "unknown": "assumed",
}


def resolve(document: Document, expressions: Sequence[LocalExpression]) -> tuple[TemporalExpression, ...]:
    """Every expression with its value, days, anchor, sensitivity and trace, in the order given."""
    samples = _samples(document.published)
    order = _date_order(document, expressions)
    runs = [_run(document, expressions, sample, order) for sample in samples]
    identifiers = [_identifier(document, expression) for expression in expressions]
    joined = [join([run[index] for run in runs], document) for index in range(len(expressions))]
    ranges = _ranges(expressions, joined)
    return tuple(
        replace(_temporal(document, expression, joined[index], identifiers, index), range=ranges.get(index))
        for index, expression in enumerate(expressions)
    )


def resolve_text(text: str, published: Interval | dt.date | None) -> tuple[TemporalExpression, ...]:
    """The temporal expressions of a phrase or text, resolved against a publication date (None when unknown)."""
    interval = day(published) if isinstance(published, dt.date) else published
    document = Document(
        doc_id=hashlib.sha256(text.encode()).hexdigest()[:16],
        name="text",
        source_uri="text",
        text=text,
        blocks=(),
        published=interval,
        published_basis="given" if interval else "unknown",
    )
    return resolve(document, recognise(document))


def _samples(published: Interval | None) -> list[dt.date | None]:
    if published is None or published.start is None or published.end is None:
        return [None]
    width, most = published.end - published.start, round(PUBLISHED_SAMPLES.number)
    step = max(1, -(-width // most))
    ordinals = [*range(published.start, published.end, step)]
    if ordinals[-1] != published.end - 1:
        ordinals.append(published.end - 1)
    return [dt.date.fromordinal(ordinal) for ordinal in ordinals]


def _run(
    document: Document, expressions: Sequence[LocalExpression], published: dt.date | None, order: str | None
) -> list[Outcome]:
    memory = Memory(
        text=document.text,
        published=published,
        narrative=is_narrative(expressions, published),
        published_from=_BASIS[document.published_basis],
        history=published is None and tells_history(expressions),
        many_years=published is None and names_many_years(expressions),
        expressions=expressions,
        date_order=order,
        written=day_of_writing(expressions, document.text, published) if published else None,
        stamps=stamps(document.text, expressions) if published else frozenset(),
    )
    if any(e.operator in _OF_EVENTS or e.unit == "night" for e in expressions):
        memory.event_days, memory.deed_days = event_days(memory), deed_days(memory)
    outcomes: list[Outcome] = []
    for index, expression in enumerate(expressions):
        outcome = before_christ.resolve(expression, memory) or RESOLVERS[expression.operator](expression, memory)
        outcome = nights.to_its_end(expression, in_hindsight(expression, outcome, memory))
        before = expressions[index - 1] if index else None
        if before and before.range_with == expression.span and before.operator == expression.operator == "weekday":
            outcomes[-1], outcome = resolve_weekdays.in_order(outcomes[-1], outcome, expression)
        elif before and before.range_with == expression.span and before.operator == expression.operator == "calendar":
            outcomes[-1], outcome = ends.in_order(outcomes[-1], outcome, expression)
        elif before and before.range_with == expression.span and before.operator == expression.operator == "clock":
            outcome = resolve_clock.in_order(outcomes[-1], outcome)
        memory.remember(index, expression, outcome)
        follow(index, expression, outcome, memory)
        outcomes.append(outcome)
    return outcomes


def _date_order(document: Document, expressions: Sequence[LocalExpression]) -> str | None:
    """How 01/02/2022 reads here: as the text's other numeric dates show, else as the outlet writes."""
    numeric = [e for e in expressions if e.rule_id == "date-numeric" and e.note != "ambiguous" and e.day != e.month]
    parts = [re.split(r"[/.-]", e.text) for e in numeric]
    # A date in which both numbers can be a month shows nothing, however it was read.
    shown = {
        "dmy" if int(first) > 12 else "mdy"
        for first, second, _ in parts
        if len(first) <= 2 and max(int(first), int(second)) > 12
    }
    if len(shown) == 1:
        return shown.pop()
    if document.outlet is None or not any(e.note == "ambiguous" for e in expressions):
        return None
    return next((row.date_order for row in outlets() if row.name == document.outlet), None)


def _ranges(expressions: Sequence[LocalExpression], outcomes: Sequence[Outcome]) -> dict[int, Interval]:
    """Index -> the whole range, for expressions that bound one."""
    found: dict[int, Interval] = {}
    for index in range(len(expressions) - 1):
        if expressions[index].operator in _STRETCHES and outcomes[index].anchor == f"expression:{index + 1}":
            # "In the week to Friday", "the first months of the year": what is dated lies in the whole stretch.
            stretch = outcomes[index].interval
            found |= {index: stretch, index + 1: stretch} if stretch else {}
        if expressions[index].range_with != expressions[index + 1].span:
            continue
        one, other = outcomes[index].interval, outcomes[index + 1].interval
        if one and other and one.start is not None and other.end is not None and one.start < other.end:
            found[index] = found[index + 1] = Interval(one.start, other.end)
    return found


def _identifier(document: Document, expression: LocalExpression) -> str:
    key = f"{document.doc_id}:{expression.span.start}:{expression.span.end}:{expression.rule_id}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _temporal(
    document: Document, expression: LocalExpression, outcome: Outcome, identifiers: Sequence[str], index: int
) -> TemporalExpression:
    anchor = outcome.anchor
    if anchor and anchor.startswith("expression:"):
        anchor = identifiers[int(anchor.partition(":")[2])]
    interval = outcome.interval
    edtf = to_edtf(interval, uncertain=outcome.uncertain, approximate=expression.mod == "APPROX") if interval else None
    return TemporalExpression(
        timex_id=identifiers[index],
        doc_id=document.doc_id,
        span=expression.span,
        text=expression.text,
        # "Twenty minutes earlier" is a time of day where the hour it counts from is known.
        type="TIME" if expression.type == "DATE" and outcome.value[10:11] == "T" else expression.type,
        value=outcome.value,
        mod=expression.mod,
        local_value=expression.local_value,
        anchor=anchor,
        interval=interval,
        edtf=edtf,
        granularity=_granularity(expression, outcome),
        rule_id=expression.rule_id,
        block=expression.block,
        trace=(_step(expression, outcome),),
        sensitivity=outcome.moves if interval else None,
    )


def _granularity(expression: LocalExpression, outcome: Outcome) -> Granularity:
    found = outcome.granularity or granularity_of(outcome.value.split("/")[0])
    if found == "none" and expression.unit and expression.type in {"DATE", "TIME"}:
        found = of_unit(expression.unit)
    found = of_unit(found)
    return found if found in FINENESS else "none"  # type: ignore[return-value]


def _step(expression: LocalExpression, outcome: Outcome) -> Step:
    start, end = outcome.interval.iso() if outcome.interval else (None, None)
    days = "" if not outcome.interval or outcome.value[:10] == start == end else f" ({start or '…'} to {end or '…'})"
    text = " ".join(expression.text.split())
    return Step("timex", f"‘{text}’ → {in_words(outcome.value)}{days}", outcome.because)
