"""Pages that browsers saved as one file (MHTML): a mail whose first page is the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.readers.claims import Statement, dated
from pipeline.readers.html import read_markup
from pipeline.readers.mail import header, parse_mail
from pipeline.readers.page.tree import page_text
from pipeline.readers.reading import Part
from pipeline.readers.source import Source


def read_mhtml(source: Source) -> Iterator[Part]:
    """The page, with its address, and with the day on which it was saved kept apart from its own dates.

    Raises:
        ReadError: when there is no page in it, or no article in the page.
    """
    message = parse_mail(source)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = None if page is None else page.get_payload(decode=True)
    if page is None or not isinstance(content, bytes):
        raise source.error("is a saved page without a page in it: save it again")
    url = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    markup, lost = page_text(content, source.uri)
    yield from lost
    found = read_markup(markup, url=url, where=source.uri)
    date = header(message, "Date")
    saved = dated([Statement("crawled", "saved page", date)] if date else [], source.uri, order=None, zone=None)
    yield replace(found, metadata=found.metadata.over(saved))
