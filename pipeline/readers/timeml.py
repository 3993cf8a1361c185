"""TimeML files: the decoded content of <TEXT> with tags removed and nothing stripped, and the creation time.

Existing corpora hold stray ampersands; those are read as text. Entity declarations are refused, never expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from pipeline.readers.encoding import decode
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Metadata, Part, Reading
from pipeline.readers.source import ReadError, Source

_PROLOGUE = re.compile(r"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>")
_STRAY_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_DATED_BY = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})


class _UndeclaredEntityError(Exception):
    """The text uses an entity that nothing declares."""


class _DeclaredEntityError(Exception):
    """The file declares an entity of its own."""


class _Content:
    """Collects the text of <TEXT>, the creation time and the title while expat walks the file."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.text: list[str] = []
        self.everything: list[str] = []
        self.title: list[str] = []
        self.in_dct: str | None = None
        self.elsewhere: str | None = None
        self.texts = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.path.append(tag)
        if len(self.path) == 2 and tag == "TEXT":
            self.texts += 1
        if tag != "TIMEX3":
            return
        value = attributes.get("value", "")
        if self.path[1:2] == ["DCT"] and self.in_dct is None:
            self.in_dct = value
        if attributes.get("functionInDocument") in _DATED_BY and self.elsewhere is None:
            self.elsewhere = value

    def end(self, _tag: str) -> None:
        self.path.pop()

    def data(self, text: str) -> None:
        self.everything.append(text)
        section = self.path[1:2]
        if section == ["TEXT"] and self.texts == 1:
            self.text.append(text)
        elif section == ["TITLE"]:
            self.title.append(text)


def read_timeml(source: Source) -> Iterator[Part]:
    """Text, title and publication date of a TimeML file.

    Raises:
        ReadError: when it is no XML, or declares entities.
    """
    decoded, lost = decode(source.read(), source.uri)
    yield from lost
    xml = decoded.lstrip("\ufeff\r\n ")
    try:
        content = _parse(xml)
    except (expat.ExpatError, _UndeclaredEntityError):
        content = _parse_leniently(xml, source)
    except _DeclaredEntityError as error:
        raise _refused(source, error) from error
    text = "".join(content.text if content.texts else content.everything)
    yield Reading(text, _metadata(content, source))


def _parse_leniently(xml: str, source: Source) -> _Content:
    try:
        return _parse(_STRAY_AMPERSAND.sub("&amp;", _PROLOGUE.sub("", xml)))
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise source.error(f"is not valid TimeML ({reason}): correct the XML", line=error.lineno) from error
    except (_DeclaredEntityError, _UndeclaredEntityError) as error:
        raise _refused(source, error) from error


def _refused(source: Source, entity: Exception) -> ReadError:
    return source.error(f"declares the XML entity {entity}: refused; remove its DOCTYPE")


def _parse(xml: str) -> _Content:
    content = _Content()
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = content.start
    parser.EndElementHandler = content.end
    parser.CharacterDataHandler = content.data
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = _undeclared
    parser.Parse(xml.encode("utf-8"), True)
    return content


def _refuse_entity(name: str, *_rest: object) -> None:
    raise _DeclaredEntityError(name)


def _undeclared(name: str, _is_parameter: bool) -> None:
    raise _UndeclaredEntityError(name)


def _metadata(content: _Content, source: Source) -> Metadata:
    title = " ".join("".join(content.title).split()) or None
    created = content.in_dct or content.elsewhere
    if not created:
        return Metadata(title=title)
    try:
        published = parse_published(created)
    except ValueError as error:
        return Metadata(title=title, problems=(f"{source.uri}: creation time (DCT): “{created:.80}” {error}",))
    return Metadata(title=title, published=published, published_from=f"creation time of {source.name}: {created}")
