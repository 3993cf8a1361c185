"""One HTML file that works offline from disk: the chart, every event with its facts, its passages and why its date.

The file loads nothing: style and script stand in it, and its content security policy allows exactly these two by
their hashes. What articles say is escaped in the markup, so the file reads well without its script too.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import BinaryIO

from pipeline import labels, words
from pipeline.export.html.entry import entry
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import line

HERE = Path(__file__).resolve().parent
MOST = 5_000
"""Most events of one file: a browser opens so many in about a second."""


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write one page; events may carry `passages`, as `passages.quoted` attaches them."""
    style, script = _ours("page.css"), _ours("page.js")
    page = Template(_ours("page.html")).substitute(
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        about="".join(_about(statement)),
        legend="".join(_legend()),
        events="".join(_sections(events)),
    )
    out.write(page.encode("utf-8", "replace"))


def _sections(events: Sequence[EventRow]) -> Iterator[str]:
    for heading, group in groupby(events, _heading):
        yield f"<section><h2>{heading}</h2>\n"
        yield from (entry(event) for event in group)
        yield "</section>\n"


def _about(statement: Statement) -> Iterator[str]:
    beside = f" ({statement.of_them})" if statement.of_them else ""
    yield f"<p>{words.count(statement.exported, 'event')} of {statement.total:,}{beside}.</p><dl>"
    filters = "; ".join(statement.filters) or "none"
    left_out = "; ".join(f"{count:,} {reason}" for reason, count in statement.left_out) or "none"
    yield f"<div><dt>Filters</dt><dd>{escape(line(filters))}</dd></div>"
    yield f"<div><dt>Left out</dt><dd>{escape(line(left_out))}</dd></div></dl>"


def _legend() -> Iterator[str]:
    for row in labels.factualities():
        yield f'<span data-shape="{escape(row.symbol)}" title="{escape(row.meaning)}">{escape(row.label)}</span>'


def _heading(event: EventRow) -> str:
    day = event["date_start"] or event["date_end"]
    return words.year(day.year) if day else "Without a date"


@functools.cache
def _ours(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
