"""RSS and Atom feeds: each entry is an article, told by its own identifier."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.model import Block, Issue, Span
from pipeline.readers.claims import Statement, dated
from pipeline.readers.html import read_markup
from pipeline.readers.outlets import outlet_of
from pipeline.readers.page.tree import parse
from pipeline.readers.reading import Metadata, Part, Reading
from pipeline.readers.source import ReadError, Source

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_PROLOGUE = 65_536


def read_feed(source: Source) -> Iterator[Part]:
    """The entries of a feed in its order.

    Raises:
        ReadError: when it is no feed, declares entities of its own, or has no entries.
    """
    raw = source.read()
    if _ENTITY.search(raw[:_PROLOGUE]):
        raise source.error("declares XML entities: refused; remove its DOCTYPE")
    if not _ROOT.search(raw[:_PROLOGUE]):
        raise source.error("is not a feed: it has neither an <rss> nor a <feed> element; give a feed or a .tml file")
    found = _parse(raw)
    if not found.entries:
        raise source.error(f"is a feed without entries{_broken(found)}: download it again", line=_line(found))
    if found.bozo and _line(found):
        problem = (
            f"{source.uri}:{_line(found)}: is not well-formed XML{_broken(found)}; entries may be "
            "missing: download it again"
        )
        yield Issue(source.uri, "readers", "warning", problem)
    for number, entry in enumerate(found.entries, 1):
        yield _article(entry, found.feed, source, number)


def _parse(raw: bytes) -> Any:
    # Loaded with the first feed. From a stream it takes bytes only, and never an address to fetch.
    import feedparser

    return feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)


def _broken(found: Any) -> str:
    error = found.get("bozo_exception")
    return f" ({' '.join(str(error).split()):.120})" if error else ""


def _line(found: Any) -> int | None:
    line = getattr(found.get("bozo_exception"), "getLineNumber", None)
    return line() if line else None


def _article(entry: Mapping[str, Any], feed: Mapping[str, Any], source: Source, number: int) -> Reading | Issue:
    fragment = entry.get("id") or entry.get("link") or f"entry={number}"
    where = f"{source.uri}#{fragment}"
    said = _metadata(entry, feed, where)
    body = _content(entry)
    try:
        found = read_markup(body, url=said.url, where=where) if body.strip() else Reading("")
    except ReadError:
        found = Reading("")
    if not found.text and not said.title:
        return Issue(where, "readers", "skipped", f"{where}: is an entry without title or text: remove it")
    return replace(_titled(found, said.title), metadata=said.over(_outer(found.metadata)), fragment=fragment)


def _outer(inner: Metadata) -> Metadata:
    """Of what the page in an entry says about itself, only its language is told better there."""
    return Metadata(language=inner.language)


def _titled(found: Reading, title: str | None) -> Reading:
    """The title as the headline above the text, as a page has it; unless the text begins with it."""
    if not title or found.text.startswith(title):
        return found
    shift = len(title) + 2
    moved = (Block(b.kind, Span(b.span.start + shift, b.span.end + shift)) for b in found.blocks)
    text = f"{title}\n\n{found.text}" if found.text else title
    return Reading(text, found.metadata, blocks=(Block("headline", Span(0, len(title))), *moved))


def _content(entry: Mapping[str, Any]) -> str:
    """The longest version of the text that the entry carries."""
    versions = [each.get("value") or "" for each in entry.get("content") or ()]
    return max([*versions, entry.get("summary") or ""], key=len)


def _metadata(entry: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Metadata:
    url = entry.get("link") or None
    named = (entry.get("source") or {}).get("title") or entry.get("publisher") or feed.get("title")
    habits = outlet_of(None, url)
    said = dated(_statements(entry), where, order=habits.order, zone=habits.zone)
    title = _plain(entry.get("title"))
    return replace(
        said,
        title=title,
        url=url,
        author=_plain(entry.get("author")),
        outlet=habits.name or _plain(named),
    )


def _statements(entry: Mapping[str, Any]) -> Iterator[Statement]:
    """An entry that only says when it was updated was published then or before."""
    published, updated = entry.get("published"), entry.get("updated")
    if published:
        yield Statement("published", "entry published", published)
    if updated and updated != published:
        yield Statement("modified", "entry updated", updated)
        if not published:
            yield Statement("published", "entry updated", updated, "indirect")


def _plain(value: object) -> str | None:
    """Titles of feeds may hold markup and entities."""
    if not isinstance(value, str) or not value.strip():
        return None
    tree = parse(f"<div>{value}</div>") if re.search("[<&]", value) else None
    text = value if tree is None else str(tree.text_content())
    return " ".join(text.split()) or None
