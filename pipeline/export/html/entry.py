"""One event as markup: closed it says when, what and how sure; open it says who, who says so, where, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from pipeline import labels, words
from pipeline.export import sources
from pipeline.export.statement import EventRow
from pipeline.export.texts import facts, line


def entry(event: EventRow) -> str:
    """The event as an article of the page; every text in it is escaped."""
    return "".join(_parts(event)) + "\n"


def _parts(event: EventRow) -> Iterator[str]:
    known = {row.factuality: row for row in labels.factualities()}
    fact = known.get(event["factuality"])
    data = {
        "start": _iso(event["date_start"]),
        "end": _iso(event["date_end"]),
        "shape": fact.symbol if fact else "circle",
        "weight": f"{event['importance']:.4f}",
        "lasting": "1" if words.is_lasting(event["edtf"]) else "",
    }
    yield f'<article id="e-{escape(event["event_id"])}"'
    yield "".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value)
    yield "><details><summary>"
    yield f'<span class="when">{escape(words.capital(words.happened(event)))}</span> '
    yield f'<span class="title">{escape(line(event["title"]))}</span> '
    yield f'<span class="fact">{escape(labels.factuality(event["factuality"]))}</span></summary>'
    yield _described([*facts(event), *_dates(event)])
    yield from map(sources.markup, sources.told(event))
    yield from _why(event)
    yield "</details></article>"


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _described(pairs: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(line(text))}</dd></div>" for label, text in pairs)
    return f"<dl>{inner}</dl>"


def _dates(event: EventRow) -> Iterator[tuple[str, str]]:
    """EDTF, and every date given where the sources disagree."""
    if event["edtf"]:
        yield "EDTF", event["edtf"]
    candidates = json.loads(event["candidates"] or "[]") if event["agreement"] == "conflicting" else []
    for candidate in candidates:
        span = f"{candidate['date_start'] or '..'} to {candidate['date_end'] or '..'}"
        yield "A date given", f"{span}, by {words.listed([*candidate['outlets']], most=4) or 'an unnamed outlet'}"


def _why(event: EventRow) -> Iterator[str]:
    steps = json.loads(event["trace"] or "[]")
    if steps:
        yield "<p class='why'>Why these mentions are one event, and why this date</p><ol>"
        yield from (f"<li><b>{escape(line(step['choice']))}</b> {escape(line(step['because']))}</li>" for step in steps)
        yield "</ol>"
