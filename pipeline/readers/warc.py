"""Web archives (WARC): each page that was fetched with success, with its address and the day of its capture."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pipeline.model import Issue
from pipeline.readers.reading import Part
from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_BYTES

_KINDS = frozenset({"response", "resource", "conversion"})
_ARTICLES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
"""Content types that can be articles; of the rest of a capture (style, scripts, pictures) none is."""

_DAMAGE = (ValueError, AttributeError, TypeError, IndexError, KeyError, EOFError, OSError, zlib.error)


def read_warc(source: Source) -> Iterator[Part]:
    """The captured pages in the order of the archive.

    Raises:
        ReadError: when it is no WARC, or breaks half-way; the records before stay read.
    """
    from warcio.archiveiterator import ArchiveIterator  # loaded with the first archive
    from warcio.exceptions import ArchiveLoadFailed

    with source.open() as stream:
        try:
            records, complaints = iter(ArchiveIterator(stream)), io.StringIO()
            while True:
                # It writes what it finds odd, with bytes of the archive, to where the user reads.
                with contextlib.redirect_stderr(complaints):
                    record = next(records, None)
                    part = None if record is None else _page(record, source)
                if record is None:
                    break
                if part is not None:
                    yield part
            if complaints.tell():
                problem = (
                    f"{source.uri}: some records are longer or shorter than declared: download it "
                    "again if pages are missing"
                )
                yield Issue(source.uri, "readers", "warning", problem)
        except (ArchiveLoadFailed, *_DAMAGE) as error:
            raise source.damaged("is a damaged web archive", error, remedy="download it again") from error


def _page(record: Any, source: Source) -> Part | None:
    heads = record.rec_headers
    url = (heads.get_header("WARC-Target-URI") or "").strip("<>")
    if record.rec_type not in _KINDS or not url.startswith(("http:", "https:")):
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    kind = (http or heads).get_header("Content-Type") or heads.get_header("Content-Type") or ""
    kind = kind.partition(";")[0].strip().lower()
    if kind not in _ARTICLES:
        return None
    most = int(READER_MAX_BYTES.number)
    content = record.content_stream().read(most + 1)
    if len(content) > most:
        problem = f"{source.uri}#{url}: has more than {most} bytes: left out"
        return Issue(f"{source.uri}#{url}", "readers", "skipped", problem)
    part = source.part(url, name=_name(url), content=content, content_type=kind)
    return replace(part, url=url, crawled=_day(heads.get_header("WARC-Date")))


def _name(url: str) -> str:
    """The last part of the address, as a file saved from it would be named."""
    address = urlsplit(url)
    return PurePosixPath(address.path).name or address.hostname or "page"


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
