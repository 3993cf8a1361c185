"""The articles behind an event, as the formats for people cite them: words, title, outlet, day and address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from pipeline.export.statement import EventRow
from pipeline.export.texts import line, plain

Passage = Mapping[str, Any]
"""A record that `passages.quoted` attaches."""


def told(event: EventRow) -> Sequence[Passage]:
    """The passages attached to an event, the most telling first; none where nobody attached any."""
    return tuple(event.get("passages", ()))


def address(passage: Passage) -> str:
    """The public address of its article; "" where there is none, or none that is safe to open."""
    url = line(str(passage["url"] or ""))
    return url if url.startswith(("https://", "http://")) else ""


def publisher(passage: Passage) -> str:
    """Who published its article, and when: "Harbour News, published 5 May 2022"."""
    return ", ".join(line(part) for part in (passage["outlet"], passage["published"]) if part)


def cited(passage: Passage) -> str:
    """Its article on one line, without the address: "Firefly goes. Harbour News, published 5 May 2022"."""
    return f"{line(passage['title'])}. {publisher(passage)}"


def markup(passage: Passage) -> str:
    """The passage as an HTML quotation over its article; all text is escaped."""
    title, url = escape(line(passage["title"])), address(passage)
    if url:
        title = f'<a href="{escape(url)}" rel="noreferrer noopener">{title}</a>'
    footer = f"<footer>{title}. {escape(publisher(passage))}</footer>"
    return f"<blockquote><p>{escape(plain(passage['text']))}</p>{footer}</blockquote>"
