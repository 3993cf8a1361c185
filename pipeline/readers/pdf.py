"""PDF files: columns in reading order, lines joined to paragraphs, words joined that a line break had divided."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.model import Block, Span
from pipeline.readers.claims import Statement, address_statement, dated
from pipeline.readers.lines import is_title
from pipeline.readers.outlets import outlet_of
from pipeline.readers.paper import flow, printed_from, running_heads
from pipeline.readers.reading import Reading
from pipeline.readers.source import Source
from pipeline.readers.unnamed import own_title
from pipeline.settings.readers import READER_MAX_PAGES

_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PRINTED = re.compile(r"skia|chrom|firefox|mozilla|safari|quartz|wkhtml|webkit|print", re.IGNORECASE)
"""Programs that print pages: their files are made when somebody saves an article, not when it appears."""
_DAMAGE = (ValueError, NotImplementedError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError)
_SHAPES = {
    0xAD: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
"""Letters that typesetting joins, and the hyphen that it hides."""
_SITE = re.compile(r"^(.+?)\s[|–—-]\s([^|]{2,60})$")


def read_pdf(source: Source) -> Iterator[Reading]:
    """The text of a PDF with what its properties say.

    Raises:
        ReadError: when it is damaged, encrypted, too long, or holds pictures of text only.
    """
    import pypdf  # loaded with the first such file
    from pypdf.errors import PyPdfError

    # It tells its log of every oddity of a file that it reads all the same.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with source.open() as stream:
        try:
            file = pypdf.PdfReader(stream, strict=False)
            if file.is_encrypted and not file.decrypt(""):
                raise source.error("is encrypted: remove its password first")
            if len(file.pages) > READER_MAX_PAGES.number:
                raise source.error(f"has {len(file.pages)} pages, more than {READER_MAX_PAGES.number:.0f}: split it")
            pages = [_lines(page) for page in file.pages]
            properties = {key: str(value) for key, value in (file.metadata or {}).items()}
        except (PyPdfError, *_DAMAGE) as error:
            raise source.error("is a damaged PDF: download it again") from error
    paragraphs = flow(pages)
    if not paragraphs:
        raise source.error("has no text, only scanned images: run text recognition (OCR) on it first")
    yield _reading(paragraphs, running_heads(pages), properties, source, url=printed_from(pages))


def _lines(page: Any) -> list[str]:
    """The lines of a page as they are laid out, with the blanks between its columns; accents stand on their letters."""
    text = unicodedata.normalize("NFC", page.extract_text(extraction_mode="layout"))
    return [line.translate(_SHAPES).rstrip() for line in text.splitlines()]


def _reading(
    paragraphs: list[str], heads: list[str], properties: dict[str, str], source: Source, *, url: str | None
) -> Reading:
    body = "\n\n".join(paragraphs)
    text = "\n\n".join([body, *heads])
    blocks = (Block("footer", Span(len(body) + 2, len(text))),) if heads else ()
    title, outlet = _title(own_title(properties.get("/Title", "")), paragraphs)
    author = properties.get("/Author", "").strip() or None
    said = dated(_statements(properties, url), source.uri, order=None, zone=None)
    return Reading(text, replace(said, title=title, outlet=outlet, url=url, author=author), blocks=blocks)


def _title(named: str, paragraphs: list[str]) -> tuple[str | None, str | None]:
    """The title, and the outlet where the title of a printed page ends in its name."""
    if not named:
        return (paragraphs[0] if is_title(paragraphs[0]) else None), None
    match = _SITE.match(named)
    if match and any(match[1] in paragraph for paragraph in paragraphs):
        return match[1], outlet_of(match[2], None).name
    return named, None


def _statements(properties: dict[str, str], url: str | None) -> Iterator[Statement]:
    printed = _PRINTED.search(f"{properties.get('/Producer', '')} {properties.get('/Creator', '')}")
    if match := _DAY.match(properties.get("/CreationDate", "")):
        day = "-".join(match.groups())
        made = "the file was printed" if printed else "PDF properties, created"
        yield Statement("crawled" if printed else "published", made, day, "indirect")
    yield from address_statement(url)
