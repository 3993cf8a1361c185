"""What a file is by its first bytes, whatever its name says. Names are often wrong; a signature is not."""

from __future__ import annotations

import re
import zipfile
import zlib

from pipeline.readers.source import Source

_SIGNATURES = (
    (re.compile(rb"\s{0,64}%PDF-"), "pdf"),
    (re.compile(rb"PAR1"), "parquet"),
    (re.compile(rb"\s{0,64}\{\\rtf"), "rtf"),
    (re.compile(rb"WARC/\d"), "warc"),
    (re.compile(rb"From [^\r\n]+\r?\n(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}"), "mbox"),
)
_MAIL = re.compile(rb"(?:[A-Za-z][\w-]{1,40}:[ \t][^\r\n]*\r?\n(?:[ \t]+[^\r\n]+\r?\n)*){3}")
_MAIL_KEY = re.compile(rb"^(?:From|Received|Return-Path|Message-ID|MIME-Version)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_SNAPSHOT = re.compile(rb"^(?:Snapshot-Content-Location|Content-Type: multipart/related)", re.IGNORECASE | re.MULTILINE)
_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*", re.DOTALL)
_ROOTS = (
    (re.compile(rb"<TimeML\b"), "timeml"),
    (re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE), "feed"),
    (re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE), "html"),
)
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_OFFICE = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"))

_OFFICE_PARTS = "[Content_Types].xml"
"""What every document of Microsoft Office has, slides and drawings included."""


def sniff(source: Source) -> str | None:
    """The name of the format that the first bytes of `source` show, or None where they show none.

    Raises:
        ReadError: when it cannot be opened.
    """
    head = source.head()
    if head.startswith(b"PK\x03\x04"):
        return _archive(source)
    if head.startswith(b"\x1f\x8b\x08"):
        return "warc" if _unpacked(head).startswith(b"WARC/") else "gzip"
    for pattern, name in _SIGNATURES:
        if pattern.match(head):
            return name
    if _MAIL.match(head) and _MAIL_KEY.search(head):
        return "mhtml" if _SNAPSHOT.search(head) else "eml"
    start = _PROLOGUE.match(head)
    at = start.end() if start else 0
    return next((name for pattern, name in _ROOTS if pattern.match(head, at)), None)


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 64)
    except zlib.error:
        return b""


def _archive(source: Source) -> str | None:
    """The parts of an office document tell it; None for those that no reader takes, and where damaged."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = frozenset(archive.namelist())
            if "mimetype" in names:  # a text, slides or a book that says what it is
                said = archive.open("mimetype").read(len(_OPEN_TEXT) + 1).strip()
                return "odt" if said == _OPEN_TEXT else None
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        return None  # What its name says it is reads it, and says how it is damaged.
    other = None if _OFFICE_PARTS in names else "zip"
    return next((name for part, name in _OFFICE if part in names), other)
