"""Markdown for notes and drafts: a heading a year and an event, under it the facts, an article's words and its address.

CommonMark with a YAML header, which Obsidian, Pandoc and GitHub read. What articles say is escaped, so that nothing in
it becomes a link, a tag, a formula or markup.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from urllib.parse import quote

from pipeline import words
from pipeline.export import sources
from pipeline.export.needs import has_date
from pipeline.export.statement import EventRow, Statement
from pipeline.export.texts import days, facts, line

_MARKS = re.compile(r"([\\`*_\[\]<>#&~$^]|=(?==)|%(?=%))")
"""Characters that mean something anywhere in a line; of = and %, only where they are doubled."""
_OPENERS = re.compile(r"^(\d*)([-+.)])(?=\s|$)|^([-=])(?=\3\3)")
"""What makes a line a list, a rule or a heading's underline."""
_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""Characters of an address that stay as they are."""


def write(events: Sequence[EventRow], out: BinaryIO, statement: Statement) -> None:
    """Write the statement and the events, by year; those without a date come last."""
    parts = [
        f"---\ntitle: Event timeline\ndescription: {json.dumps(line(statement.sentence), ensure_ascii=False)}\n---",
        "# Event timeline",
        escaped(f"{statement.sentence}."),
    ]
    for heading, group in itertools.groupby(events, _heading):
        parts += [f"## {heading}", *(part for event in group for part in _entry(event))]
    out.write(("\n\n".join(parts) + "\n").encode("utf-8", "replace"))


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows exactly these characters."""
    return _OPENERS.sub(r"\1\\\2\3", _MARKS.sub(r"\\\1", line(text)))


def _heading(event: EventRow) -> str:
    return words.year(days(event)[0].year) if has_date(event) else "Without a date"


def _entry(event: EventRow) -> Iterator[str]:
    when = f"{words.capital(words.happened(event))}: " if has_date(event) else ""
    yield f"### {when}{escaped(event['title'])}"
    pairs = [*facts(event), *([("EDTF", event["edtf"])] if event["edtf"] else []), ("Id", event["event_id"])]
    yield "\n".join(f"- {label}: {escaped(text)}" for label, text in pairs)
    yield from (_quotation(passage) for passage in sources.told(event))


def _quotation(passage: sources.Passage) -> str:
    url = sources.address(passage)
    link = f" <{quote(url, safe=_ADDRESS)}>" if url else ""
    return f"> {escaped(passage['text'])}\n>\n> — {escaped(sources.cited(passage))}{link}"
