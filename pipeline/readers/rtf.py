r"""Rich Text, as word processors and news archives write it: what a reader sees of it, without what steers the layout.

An RTF file is groups in braces, control words (`\par`), and characters of a code page (`\'e9`) or of Unicode (`\u233`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model import Issue
from pipeline.readers.office import Piece, joined, metadata
from pipeline.readers.reading import Part, Reading
from pipeline.readers.source import Source
from pipeline.words import count

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|.", re.S
)
_PAGES = {b"0": 1252, b"77": 10000, b"161": 1253, b"162": 1254, b"186": 1257, b"204": 1251, b"238": 1250}
"""The code page of a font's character set, by its number in the table of fonts."""
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable revtbl info pict object header headerl headerr headerf "
    b"footer footerl footerr footerf footnote annotation atnid atnauthor fldinst themedata datastore xmlnstbl "
    b"generator bkmkstart bkmkend rsidtbl latentstyles nonshppict objdata".split()
)
"""Groups that hold no text of the article."""
_SIGNS = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"cell": "\t", b"~": "\u00a0", b"_": "\u2011",
}  # fmt: skip
_ENDS = frozenset({b"par", b"sect", b"page", b"row", b"\n", b"\r"})
"""What ends a paragraph."""
_ESCAPED = frozenset({b"\\", b"{", b"}"})
_FONT = re.compile(rb"\\f(\d{1,6})\b[^{};]{0,200}?\\fcharset(\d{1,3})")
_SAID = re.compile(rb"\{\\(title|author) ([^{}]{0,2000})\}|\{\\(creatim)((?:\\[a-z]+\d+)+)")
_COMMON = "cp1252"
"""The code page of a file that names none, or none that is known."""
_HEAD = 65_536
"""Bytes in which the tables of fonts and of what the document says of itself stand."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group and ends with it."""

    seen: bool = True
    page: str = _COMMON
    skip: int = 1
    """Characters behind a `\\u` that repeat it for old programs."""


def read_rtf(source: Source) -> Iterator[Part]:
    """The text of a Rich Text file with what its properties say.

    Raises:
        ReadError: when it is no RTF, or cannot be opened.
    """
    raw = source.read()
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise source.error("is not Rich Text: it does not begin with {\\rtf; save it again")
    walked = _Text(raw)
    text = _whole("".join(walked.parts()))
    yield from (Issue(source.uri, "readers", "warning", f"{source.uri}: {odd}") for odd in walked.odd())
    pieces: list[Piece] = [(piece, None) for line in text.split("\f") if (piece := line.strip())]
    whole, blocks = joined(pieces)
    said = _properties(raw[:_HEAD])
    about = metadata(pieces, source, title=said["title"], author=said["author"], created=said["creatim"])
    yield Reading(whole, about, blocks=blocks)


class _Text:
    """Walks the file once; a form feed stands for the end of a paragraph."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        found = re.search(rb"\\ansicpg(\d{3,5})", raw[:_HEAD])
        named = _page(int(found[1])) if found else _COMMON
        self.unknown = int(found[1]) if found and named is None else 0
        self.lost = 0
        self.state = _State(page=named or _COMMON)
        self.fonts = {
            font[1]: _page(_PAGES[font[2]]) or _COMMON for font in _FONT.finditer(raw[:_HEAD]) if font[2] in _PAGES
        }
        self.above = list[_State]()
        self.repeats = 0
        self.at = 0

    def parts(self) -> Iterator[str]:
        while token := _TOKEN.match(self.raw, self.at):
            self.at = token.end()
            word, number, byte, sign, brace, plain = token.groups()
            if brace:
                self._group(brace)
            elif word or sign:
                yield from self._control(word or sign, number)
            elif byte or plain:
                yield from self._characters(bytes.fromhex(byte.decode()) if byte else plain)

    def odd(self) -> Iterator[str]:
        """What was read in another way than the file says, once it is walked."""
        if self.unknown:
            yield f"its code page {self.unknown} is not known and was read as {_COMMON}: save it in another format"
        if self.lost:
            yield f"{count(self.lost, 'byte')} not in its code page, read as “�”: save it in another format"

    def _group(self, brace: bytes) -> None:
        self.repeats = 0
        if brace == b"{":
            self.above.append(self.state)
        elif self.above:
            self.state = self.above.pop()

    def _control(self, word: bytes, number: bytes | None) -> Iterator[str]:
        self.repeats = 0
        value = int(number) if number else 0
        if word in _UNSEEN or word == b"*" or (word in (b"v", b"deleted") and number != b"0"):
            self.state = replace(self.state, seen=False)
        elif word == b"bin":
            self.at += max(0, value)
        elif word == b"uc":
            self.state = replace(self.state, skip=max(0, value))
        elif word == b"f" and number in self.fonts:
            self.state = replace(self.state, page=self.fonts[number])
        elif self.state.seen:
            yield from self._shown(word, value)

    def _shown(self, word: bytes, value: int) -> Iterator[str]:
        if word == b"u":
            self.repeats = self.state.skip
            yield _character(value)
        elif word in _ENDS:
            yield "\f"
        elif word in _ESCAPED:
            yield word.decode()
        else:
            yield _SIGNS.get(word, "")

    def _characters(self, found: bytes) -> Iterator[str]:
        skipped = min(self.repeats, len(found))
        self.repeats -= skipped
        if self.state.seen:
            text = found[skipped:].decode(self.state.page, "replace")
            self.lost += text.count("\ufffd")
            yield text


def _whole(text: str) -> str:
    """The same with the two halves of each character beyond the first 65,536 joined; a half alone is "�"."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(value: int) -> str:
    """A character by its number, which RTF writes with a sign."""
    number = value % 0x10000 if value < 0 else value
    return chr(number) if number < 0x110000 else "\ufffd"


def _page(number: int) -> str | None:
    """The name of a code page, or None where there is none of this number."""
    name = "mac_roman" if number == 10000 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def _properties(head: bytes) -> dict[str, str]:
    """Title, author and day of creation, as far as the document says."""
    said = dict.fromkeys(("title", "author", "creatim"), "")
    for found in _SAID.finditer(head):
        if found[1]:
            said[found[1].decode()] = _whole("".join(_Text(found[2]).parts())).strip("\f ")
        else:
            parts = dict(re.findall(rb"\\(yr|mo|dy)(\d+)", found[4]))
            if len(parts) == 3:
                said["creatim"] = f"{int(parts[b'yr']):04}-{int(parts[b'mo']):02}-{int(parts[b'dy']):02}"
    return said
