"""Bytes to documents. One file a format; READERS says which takes which names, content types and contents.

`collect` turns paths into files, `read_all` one file into its articles. Nothing is cut out; blocks are marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Document, Issue
from pipeline.readers.csv import read_csv
from pipeline.readers.documents import document, remarks, text_hash
from pipeline.readers.docx import read_docx
from pipeline.readers.feed import read_feed
from pipeline.readers.fingerprint import fingerprint
from pipeline.readers.folders import expand, not_taken
from pipeline.readers.gzip import read_gzip
from pipeline.readers.html import read_html
from pipeline.readers.json import read_json
from pipeline.readers.mail import read_mail
from pipeline.readers.mailbox import read_mailbox
from pipeline.readers.mhtml import read_mhtml
from pipeline.readers.odt import read_odt
from pipeline.readers.parquet import read_parquet
from pipeline.readers.pdf import read_pdf
from pipeline.readers.plain import read_plain
from pipeline.readers.published import parse_published
from pipeline.readers.reading import Given, Metadata, Part, ReadError, Reading
from pipeline.readers.rtf import read_rtf
from pipeline.readers.sidecar import read_sidecar
from pipeline.readers.sniff import sniff
from pipeline.readers.source import Source, of_path
from pipeline.readers.standard_input import STANDARD_INPUT, of_standard_input
from pipeline.readers.timeml import read_timeml
from pipeline.readers.warc import read_warc
from pipeline.readers.xlsx import read_xlsx
from pipeline.readers.zip import read_zip
from pipeline.resources import ResourceError
from pipeline.settings.readers import READER_MAX_NESTING

__all__ = [
    "READERS",
    "STANDARD_INPUT",
    "SUFFIXES",
    "Given",
    "ReadError",
    "Reader",
    "Source",
    "collect",
    "fingerprint",
    "parse_published",
    "read",
    "read_all",
    "read_source",
    "remarks",
    "text_hash",
]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml", "application/xml")


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: the suffixes it takes, lower case, its content types, and the function that reads it."""

    name: str
    suffixes: tuple[str, ...]
    content_types: tuple[str, ...]
    parse: Callable[[Source], Iterator[Part]]
    sidecar: bool = True
    """Whether a file is one article, about which a `.json` of the same name may tell more."""


READERS: tuple[Reader, ...] = (
    Reader("plain", (".txt", ".md"), ("text/plain", "text/markdown"), read_plain),
    Reader("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), read_html),
    Reader("mhtml", (".mhtml", ".mht"), ("multipart/related",), read_mhtml),
    Reader("pdf", (".pdf",), ("application/pdf",), read_pdf),
    Reader("docx", (".docx",), (f"{_OFFICE}.wordprocessingml.document",), read_docx),
    Reader("odt", (".odt",), ("application/vnd.oasis.opendocument.text",), read_odt),
    Reader("rtf", (".rtf",), ("application/rtf", "text/rtf"), read_rtf),
    Reader("eml", (".eml",), ("message/rfc822",), read_mail),
    Reader("mbox", (".mbox",), ("application/mbox",), read_mailbox, sidecar=False),
    Reader("feed", (".rss", ".atom", ".xml"), _FEED_TYPES, read_feed, sidecar=False),
    Reader("csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), read_csv, sidecar=False),
    Reader("json", (".json", ".jsonl", ".ndjson"), ("application/json",), read_json, sidecar=False),
    Reader("parquet", (".parquet",), ("application/vnd.apache.parquet",), read_parquet, sidecar=False),
    Reader("xlsx", (".xlsx",), (f"{_OFFICE}.spreadsheetml.sheet",), read_xlsx, sidecar=False),
    Reader("warc", (".warc", ".warc.gz"), ("application/warc",), read_warc, sidecar=False),
    Reader("zip", (".zip",), ("application/zip",), read_zip, sidecar=False),
    Reader("gzip", (".gz",), ("application/gzip",), read_gzip, sidecar=False),
    Reader("timeml", (".tml",), (), read_timeml),
)

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)
"""Every suffix that a reader takes, lower case, in the order of READERS."""


def collect(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """The files below `paths` that a reader takes, folders in sorted order, and an issue for every file none takes.

    Raises:
        ReadError: when a path does not exist.
    """
    single = frozenset(suffix for reader in READERS if reader.sidecar for suffix in reader.suffixes)
    return expand(paths, SUFFIXES, single)


def read(path: Path, *, given: Given = Given()) -> Document:  # noqa: B008 - frozen
    """The one article in `path`, with its blocks marked.

    Raises:
        ReadError: in one line, naming the file, the line where known, and the remedy; also when it holds several.
    """
    found = read_all(path, given=given)
    first = next((each for each in found if isinstance(each, Document) or each.severity == "skipped"), None)
    if isinstance(first, Issue):
        raise ReadError(first.message)
    if first is None or any(isinstance(each, Document) for each in found):
        raise ReadError(f"{path}: holds {'several articles' if first else 'no article'}: read it as a collection")
    return first


def read_all(path: Path, *, given: Given = Given()) -> Iterator[Document | Issue]:  # noqa: B008 - frozen
    """The articles in `path`, one after the other, and an issue for everything in it that cannot be read."""
    if path == STANDARD_INPUT:
        yield from read_source(of_standard_input(given.columns), given=given)
    else:
        yield from read_source(of_path(path, given.columns), given=given)


def read_source(source: Source, *, given: Given = Given()) -> Iterator[Document | Issue]:  # noqa: B008 - frozen
    """The articles in `source`, and in the files within it; whatever breaks costs that file only."""
    try:
        yield from _read(source, given)
    except ReadError as error:
        yield Issue(source.uri, "readers", "skipped", str(error))
    except (ResourceError, ImportError, MemoryError):
        raise
    except Exception as error:
        problem = (
            f"makes its reader fail ({type(error).__name__}: {error!s:.200}): save it in another format".splitlines()
        )
        yield Issue(source.uri, "readers", "skipped", str(source.error(" ".join(problem))))


def _read(source: Source, given: Given) -> Iterator[Document | Issue]:
    if source.depth > READER_MAX_NESTING.number:
        raise source.error(f"is nested in more than {READER_MAX_NESTING.number:.0f} archives: unpack it first")
    reader, remark = _reader(source)
    if remark:
        yield Issue(source.uri, "readers", "warning", remark)
    beside = read_sidecar(source) if reader.sidecar else Metadata()
    for part in reader.parse(source):
        match part:
            case Source():
                yield from read_source(part, given=given)
            case Issue():
                yield part
            case Reading():
                yield _article(source, part, given, beside)


def _article(source: Source, reading: Reading, given: Given, beside: Metadata) -> Document | Issue:
    if reading.text.strip():
        return document(source, reading, given=given, beside=beside)
    where = f"{source.uri}#{reading.fragment}" if reading.fragment else source.uri
    problem = f"{where}: is empty: add text to it or remove it"
    return Issue(where, "readers", "skipped", problem)


def _suffix(name: str) -> str:
    """The longest suffix of `name` that a reader takes, else the last one: ".warc.gz", ".aspx"."""
    lower = name.lower()
    known = [suffix for suffix in SUFFIXES if lower.endswith(suffix)]
    return max(known, key=len, default=Path(lower).suffix)


def _reader(source: Source) -> tuple[Reader, str]:
    """Who reads `source`: by its content, else by what its server calls it, else by its name; and what is odd."""
    suffix = _suffix(source.name)
    shown = sniff(source)
    by_content = next((reader for reader in READERS if reader.name == shown), None)
    by_name = next((reader for reader in READERS if suffix in reader.suffixes), None)
    by_type = next((reader for reader in READERS if source.content_type in reader.content_types), None)
    # Servers call everything that they do not know plain text.
    sure = by_type if by_type is not None and source.content_type != "text/plain" else None
    found = by_content or sure or by_name or by_type
    if found is None:
        raise source.error(not_taken(suffix))
    misnamed = by_name is not None and by_content not in {None, by_name}
    return (
        found,
        f"{source.uri}: is named {suffix} but contains {found.name}, so it was read as {found.name}"
        if misnamed
        else "",
    )
