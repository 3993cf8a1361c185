"""TimeML files: the decoded content of <TEXT> with tags removed and nothing stripped, and the creation time.

Existing corpora hold stray ampersands; those are read as text. Entity declarations are refused, never expanded.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from pipeline.readers.encoding import decode
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Metadata, ReadError, Reading

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


def read_timeml(path: Path, raw: bytes) -> Reading:
    """Text, title and publication date of a TimeML file.

    Raises:
        ReadError: when it is no XML, or declares entities.
    """
    source = decode(raw, str(path)).lstrip("\ufeff\r\n ")
    try:
        content = _parse(source)
    except (expat.ExpatError, _UndeclaredEntityError):
        content = _parse_leniently(source, path)
    except _DeclaredEntityError as error:
        raise ReadError(f"{path}: declares the XML entity {error}: refused; remove its DOCTYPE") from error
    text = "".join(content.text if content.texts else content.everything)
    return Reading(text, _metadata(content, path))


def _parse_leniently(source: str, path: Path) -> _Content:
    try:
        return _parse(_STRAY_AMPERSAND.sub("&amp;", _PROLOGUE.sub("", source)))
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise ReadError(f"{path}:{error.lineno}: is no TimeML ({reason}): correct the XML") from error
    except (_DeclaredEntityError, _UndeclaredEntityError) as error:
        raise ReadError(f"{path}: declares the XML entity {error}: refused; remove its DOCTYPE") from error


def _parse(source: str) -> _Content:
    content = _Content()
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = content.start
    parser.EndElementHandler = content.end
    parser.CharacterDataHandler = content.data
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = _undeclared
    parser.Parse(source.encode("utf-8"), True)
    return content


def _refuse_entity(name: str, *_rest: object) -> None:
    raise _DeclaredEntityError(name)


def _undeclared(name: str, _is_parameter: bool) -> None:
    raise _UndeclaredEntityError(name)


def _metadata(content: _Content, path: Path) -> Metadata:
    title = " ".join("".join(content.title).split()) or None
    created = content.in_dct or content.elsewhere
    if not created:
        return Metadata(title=title)
    try:
        published = parse_published(created)
    except ValueError as error:
        return Metadata(title=title, problems=(f"{path}: creation time (DCT): {created!r:.80} is {error}",))
    return Metadata(title=title, published=published, published_from=f"creation time of {path.name}: {created}")
