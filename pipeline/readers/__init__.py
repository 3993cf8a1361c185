"""Bytes to documents. One file a format; READERS says which takes which file names.

`collect` turns paths into files, `read` turns one file into a Document. Nothing is cut out; blocks are marked.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Document, Issue, PublishedBasis, Step, Trace
from pipeline.readers.blocks import mark
from pipeline.readers.folders import expand, printable
from pipeline.readers.languages import language_of
from pipeline.readers.plain import read_plain
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Given, Metadata, ReadError, Reading
from pipeline.readers.sidecar import read_sidecar
from pipeline.readers.timeml import read_timeml
from pipeline.settings.readers import READER_MAX_BYTES

__all__ = ["READERS", "Given", "ReadError", "Reader", "collect", "parse_published", "read", "remarks", "text_hash"]


SET_ASIDE = "set aside"
"""The choice of a trace step for metadata that could not be read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: the suffixes it takes, lower case, and the function that reads the bytes of such a file."""

    suffixes: tuple[str, ...]
    parse: Callable[[Path, bytes], Reading]


READERS: tuple[Reader, ...] = (
    Reader((".txt", ".md"), read_plain),
    Reader((".tml",), read_timeml),
)


def collect(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """The files below `paths` that a reader takes, folders in sorted order, and an issue for every file none takes.

    Raises:
        ReadError: when a path does not exist.
    """
    return expand(paths, frozenset(suffix for reader in READERS for suffix in reader.suffixes))


def read(path: Path, *, given: Given = Given()) -> Document:  # noqa: B008 - frozen
    """The article in `path`, with its blocks marked. What is given wins over the sidecar, the sidecar over the file.

    Raises:
        ReadError: in one line, naming the file, the line where known, and the remedy.
    """
    reader = next((r for r in READERS if path.suffix.lower() in r.suffixes), None)
    if reader is None:
        raise ReadError(f"{path}: no reader takes {path.suffix!r}: give a .txt, .md or .tml file")
    reading = reader.parse(path, _bytes(path))
    if not reading.text.strip():
        raise ReadError(f"{path}: is empty: there is no text to read; remove it or fill it")
    return _document(path, reading.text, given.metadata().over(read_sidecar(path)).over(reading.metadata), given)


def _bytes(path: Path) -> bytes:
    """The content of a regular file of bounded size; a pipe or a device would never end."""
    try:
        if not path.is_file():
            kind = "is no regular file: give a text file" if path.exists() else "no such file: check the path"
            raise ReadError(f"{path}: {kind}")
        size = path.stat().st_size
        if size > READER_MAX_BYTES.number:
            raise ReadError(f"{path}: has {size} bytes, more than {READER_MAX_BYTES.number:.0f}: split it")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}): check the path and its permissions") from error


def _document(path: Path, text: str, metadata: Metadata, given: Given) -> Document:
    basis: PublishedBasis = "unknown"
    if metadata.published is not None:
        basis = "metadata" if given.published is None else "given"
    trace: Trace = tuple(Step("readers", SET_ASIDE, problem) for problem in metadata.problems)
    if metadata.published is not None:
        shown = "..".join(day or "open" for day in dict.fromkeys(metadata.published.iso()))
        trace = (*trace, Step("readers", f"published {shown}", metadata.published_from or basis))
    return Document(
        doc_id=_digest(os.fsencode(path.name), text.encode("utf-8")),
        name=printable(Path(path.stem)),
        source_uri=printable(path),
        text=text,
        blocks=mark(text),
        outlet=metadata.outlet,
        title=metadata.title,
        url=metadata.url,
        author=metadata.author,
        language=metadata.language or language_of(text),
        published=metadata.published,
        published_basis=basis,
        published_trace=trace,
        digest_of=metadata.digest_of,
    )


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def text_hash(document: Document) -> str:
    """Equal for documents with the same characters, whatever their names: tells the same article read twice."""
    return _digest(document.text.encode("utf-8"))


def remarks(document: Document) -> tuple[Issue, ...]:
    """What is odd about an article that was read all the same; each is to be shown, never silent."""
    steps = document.published_trace
    found = [step.because for step in steps if step.stage == "readers" and step.choice == SET_ASIDE]
    if nulls := document.text.count("\0"):
        first = document.text.index("\0")
        where = document.source_uri
        found.append(f"{where}: holds {nulls} null character(s), the first at {first}, kept as read: clean the file")
    return tuple(Issue(document.source_uri, "readers", "warning", message) for message in found)
