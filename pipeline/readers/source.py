"""Bytes on their way to a reader: a file, a member of an archive, an attachment, a fetched page, standard input."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pipeline.settings.readers import READER_MAX_ARCHIVE_BYTES, READER_MAX_BYTES

HEAD = 4096
"""Bytes from the beginning that tell a format by its content."""
_SLIPS = (AttributeError, TypeError, LookupError)
"""What a library raises where it did not expect damage; their messages tell a reader nothing."""


class ReadError(Exception):
    """A file could not be read; the message is one line that names the file, what is wrong, and the remedy."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes come from, and what is known about them. Either `file` or `content` holds them."""

    uri: str
    """Shown in every message: "news.zip#2021/a.html"."""
    name: str
    """File name with its extension: "a.html"."""
    file: Path | None = None
    content: bytes = b""
    content_type: str = ""
    """As a server or a mail says it, lower case and without parameters: "text/html"; "" where nobody says it."""
    url: str | None = None
    crawled: dt.date | None = None
    """The day on which it was fetched, where an archive says so."""
    beside: bytes | None = None
    """The sidecar of a member of an archive; that of a file on disk is read where it lies."""
    depth: int = 0
    """How many archives or mails it lies in."""
    columns: Mapping[str, str] = field(default_factory=dict)

    def open(self) -> BinaryIO:
        """The bytes as a stream, for formats that are read piece by piece.

        Raises:
            ReadError: when it is no regular file of bounded size, or cannot be opened.
        """
        if self.file is None:
            return io.BytesIO(self.content)
        try:
            self._check(self.file, READER_MAX_ARCHIVE_BYTES.number)
            return self.file.open("rb")
        except OSError as error:
            raise self._unreadable(error) from error

    def read(self) -> bytes:
        """All bytes, for formats that are read whole.

        Raises:
            ReadError: when it is no regular file, holds more bytes than one article may have, or cannot be read.
        """
        if self.file is None:
            return self.content
        try:
            self._check(self.file, READER_MAX_BYTES.number)
            return self.file.read_bytes()
        except OSError as error:
            raise self._unreadable(error) from error

    def head(self) -> bytes:
        """The first bytes, enough to tell a format by.

        Raises:
            ReadError: as `open`.
        """
        if self.file is None:
            return self.content[:HEAD]
        with self.open() as stream:
            return stream.read(HEAD)

    def part(
        self, fragment: str, *, name: str, content: bytes, content_type: str = "", beside: bytes | None = None
    ) -> Source:
        """A file within this one."""
        return Source(
            f"{self.uri}#{fragment}",
            name,
            content=content,
            content_type=content_type,
            beside=beside,
            depth=self.depth + 1,
            columns=self.columns,
        )

    def error(self, problem: str, *, line: int | None = None) -> ReadError:
        """An error that names this source; `problem` says what is wrong and the remedy."""
        return ReadError(f"{self.uri}{'' if line is None else f':{line}'}: {' '.join(problem.split())}")

    def damaged(self, problem: str, error: Exception, *, remedy: str) -> ReadError:
        """An error that a library met, in its words unless they only name a slip of its own code."""
        said = "" if isinstance(error, _SLIPS) else f" ({error})"
        return self.error(f"{problem}{said}: {remedy}")

    def _check(self, file: Path, most: float) -> None:
        """A pipe or a device would never end; a file too large is named, not read."""
        if not file.is_file():
            raise self.error("is not a regular file: give a file" if file.exists() else "no such file: check the path")
        size = file.stat().st_size
        if size > most:
            raise self.error(f"has {size} bytes, more than {most:.0f}: split it")

    def _unreadable(self, error: OSError) -> ReadError:
        return self.error(f"cannot be read ({error.strerror}): check the path and its permissions")


def printable(path: Path) -> str:
    """`path` as text that can always be written as UTF-8; bytes of a name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def of_path(path: Path, columns: Mapping[str, str]) -> Source:
    """The source that a path names."""
    return Source(printable(path), printable(Path(path.name)), file=path, columns=columns)
