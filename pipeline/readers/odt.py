"""OpenDocument texts, as LibreOffice writes them: paragraphs in order, headings by level or style, no deletions."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.readers.office import Piece, joined, kind_of, metadata
from pipeline.readers.reading import Metadata, Reading
from pipeline.readers.source import Source
from pipeline.readers.zip import member, open_archive

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _STYLE, _META = (f"{{{_ODF}{name}:1.0}}" for name in ("office", "text", "style", "meta"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"})
_MARKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_BLANKS = 100
"""More blanks in a row, as one element may claim, are no text."""


def read_odt(source: Source) -> Iterator[Reading]:
    """The text of an OpenDocument text with what its properties say.

    Raises:
        ReadError: when it is not a readable OpenDocument text, or a bomb.
    """
    with source.open() as stream, open_archive(stream, source) as archive:
        content, about = (_part(archive, name, source) for name in ("content.xml", "meta.xml"))
    if content is None:
        raise source.error("is not a readable OpenDocument text (it has no content.xml): save it again")
    parents = {
        each.get(f"{_STYLE}name"): each.get(f"{_STYLE}parent-style-name") for each in content.iter(f"{_STYLE}style")
    }
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    try:
        pieces = [piece for p in _paragraphs(body if body is not None else ()) if (piece := _piece(p, parents))[0]]
    except RecursionError as error:
        raise source.error("is nested too deeply for an OpenDocument text: save it again") from error
    text, blocks = joined(pieces)
    yield Reading(text, _metadata(about, pieces, source), blocks=blocks)


def _part(archive: zipfile.ZipFile, name: str, source: Source) -> Any:
    """The root of one of the document's files, or None where there is none."""
    from defusedxml import DefusedXmlException, ElementTree

    info = next((info for info in archive.infolist() if info.filename == name), None)
    try:
        return None if info is None else ElementTree.fromstring(member(archive, info, source), forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException) as error:
        raise source.error(f"is not a readable OpenDocument text ({name}: {error}): save it again") from error


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag not in _LEFT_OUT:
            if child.tag in _PARAGRAPHS:
                yield child
            yield from _paragraphs(child)


def _piece(paragraph: Any, parents: dict[str, str]) -> Piece:
    text = "".join(_texts(paragraph)).strip()
    style = paragraph.get(f"{_TEXT}style-name") or ""
    if paragraph.tag == f"{_TEXT}h":
        return text, kind_of(f"heading {paragraph.get(f'{_TEXT}outline-level', '1')}")
    return text, kind_of(style.replace("_20_", " ")) or kind_of((parents.get(style) or "").replace("_20_", " "))


def _texts(element: Any) -> Iterator[str]:
    """The characters that a reader sees; the text of a box within a paragraph is a paragraph of its own."""
    yield element.text or ""
    for child in element:
        if child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(_BLANKS, int(count) if count.isdecimal() else 1)
        elif child.tag not in _PARAGRAPHS | _LEFT_OUT:
            yield from _texts(child)
        yield child.tail or ""


def _metadata(about: Any, pieces: list[Piece], source: Source) -> Metadata:
    def said(tag: str) -> str:
        found = next(about.iter(tag), None) if about is not None else None
        return (found.text or "") if found is not None else ""

    author = said(f"{_META}initial-creator") or said(f"{_DC}creator")
    return metadata(pieces, source, title=said(f"{_DC}title"), author=author, created=said(f"{_META}creation-date"))
