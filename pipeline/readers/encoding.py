"""Bytes to text: UTF-8, a Unicode byte-order mark, else the likeliest 8-bit encoding of this region; binaries refused.

A byte-order mark tells the encoding and is no part of the text; every other character is kept, line ends included.
Text that is UTF-8 but for a few bytes stays UTF-8: each of those reads as “�”, and an issue says where. An issue also
says when a text has too few letters beyond ASCII to tell its encoding.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from pipeline.model import Issue
from pipeline.readers.source import ReadError
from pipeline.settings.readers import (
    READER_BROKEN_REGIONAL,
    READER_BROKEN_SHARE,
    READER_CONTROL_SHARE,
    READER_GUESS_LETTERS,
)
from pipeline.words import count

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "mac_cyrillic", "cp866")
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")))
_ASCII = bytes(range(128))
LENIENT = "surrogateescape"
"""The handler of errors that leaves a lone surrogate in the place of each byte that is no UTF-8."""
_BROKEN = re.compile("[\udc80-\udcff]")
# Latin and Cyrillic letters, quotation marks, dashes, signs of money; 8-bit text that happens to be well-formed UTF-8
# reads as letters of scripts that nobody here writes.
_REGIONAL = re.compile(r"[\u00a0-\u052f\u2010-\u218f]")
_HIGH_RUN = re.compile(rb"[\xa8\xaa\xaf\xb2\xb3\xb8\xba\xbf\xc0-\xff]+")
_REMEDY = "save it as UTF-8 text and read it again"


def decode(raw: bytes, where: str, *, line: int = 1) -> tuple[str, tuple[Issue, ...]]:
    """The text of `raw`, and an issue when bytes of it were lost; `where` names the file, `line` its first line.

    Raises:
        ReadError: when the bytes are no text (a binary under a text's name) or are broken in their own encoding.
    """
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            rest = raw[len(bom) :]
            return mended(leniently(rest), where, line=line) if codec == "utf-8" else (_strict(rest, codec, where), ())
    if unmarked := _utf16_without_mark(raw):
        return _strict(raw, unmarked, where), ()
    _refuse_binary(raw, where)
    text = leniently(raw)
    return mended(text, where, line=line) if mostly_utf8(text) else _eight_bit(raw, where)


def leniently(raw: bytes) -> str:
    """`raw` as UTF-8, with a lone surrogate in the place of each byte that is none."""
    return raw.decode("utf-8", LENIENT)


def mostly_utf8(text: str) -> bool:
    """Whether what was decoded leniently is UTF-8, if with a few broken bytes."""
    broken = len(_BROKEN.findall(text))
    if not broken:
        return True
    beyond_ascii = text.encode("utf-8", LENIENT).translate(None, _ASCII)
    regional = len("".join(_REGIONAL.findall(text)).encode()) + broken == len(beyond_ascii)
    share = READER_BROKEN_REGIONAL if regional else READER_BROKEN_SHARE
    return broken <= share.number * len(beyond_ascii)


def mended(text: str, where: str, *, line: int = 1) -> tuple[str, tuple[Issue, ...]]:
    """What was decoded leniently with “�” for each broken byte, and an issue if there was one."""
    found = _BROKEN.findall(text)
    if not found:
        return text, ()
    first = line + text.count("\n", 0, text.index(found[0]))
    problem = (
        f"{where}:{first}: {count(len(found), 'byte')} not in UTF-8, the first on this line, read as “�”: "
        "correct the file and read it again"
    )
    return _BROKEN.sub("�", text), (Issue(where, "readers", "warning", problem),)


def encoding_of(sample: bytes, where: str) -> str:
    """The name of the encoding of a text that begins with `sample`, for texts that are read piece by piece.

    Raises:
        ReadError: when the bytes are no text.
    """
    for bom, codec in _BOMS:
        if sample.startswith(bom):
            return "utf-8-sig" if codec == "utf-8" else codec.removesuffix("-le").removesuffix("-be")
    if unmarked := _utf16_without_mark(sample):
        return unmarked
    _refuse_binary(sample, where)
    # The sample may end within a character.
    text = codecs.getincrementaldecoder("utf-8")(LENIENT).decode(sample)
    return "utf-8" if mostly_utf8(text) else _eight_bit_codec(sample, where)


def _strict(raw: bytes, codec: str, where: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: starts as {codec} but breaks at byte {error.start}: {_REMEDY}") from error


def _utf16_without_mark(raw: bytes) -> str | None:
    """UTF-16 of a Latin-script text has a null in every other byte; its half tells the byte order."""
    head = raw[:4096]
    half = len(head) // 2
    if half < 2 or len(raw) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.8 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd == 0 else None


def _refuse_binary(raw: bytes, where: str) -> None:
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise ReadError(f"{where}: is {kind}, not text: extract its text and {_REMEDY}")
    control = len(raw) - len(raw.translate(None, _CONTROL))
    if control > 1 and control > READER_CONTROL_SHARE.number * len(raw):
        offset = next(at for at, byte in enumerate(raw) if byte in _CONTROL)
        raise ReadError(f"{where}: is a binary file, not text (first control byte at {offset}): {_REMEDY}")


def _eight_bit(raw: bytes, where: str) -> tuple[str, tuple[Issue, ...]]:
    codec = _eight_bit_codec(raw, where)
    sure = codec == "cp1252" or len(raw.translate(None, _ASCII)) >= READER_GUESS_LETTERS.number
    problem = f"{where}: is no UTF-8 and was read as {codec}, which is a guess: if its letters look wrong, {_REMEDY}"
    return raw.decode(codec), () if sure else (Issue(where, "readers", "warning", problem),)


def _eight_bit_codec(raw: bytes, where: str) -> str:
    """Letters outside ASCII stand in runs in Cyrillic words and alone in Western ones ("café")."""
    runs = [len(run) for run in _HIGH_RUN.findall(raw)]
    if 2 * sum(length for length in runs if length > 1) > sum(runs):
        best = charset_normalizer.from_bytes(raw, cp_isolation=list(_CYRILLIC)).best()
        best = best or charset_normalizer.from_bytes(raw).best()
        if best is None:
            raise ReadError(f"{where}: its encoding cannot be determined: {_REMEDY}")
        return best.encoding
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"
