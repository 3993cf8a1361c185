"""Mailboxes in the mbox format, read message by message however large they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Issue
from pipeline.readers.reading import Part
from pipeline.readers.source import Source
from pipeline.settings.readers import READER_MAX_BYTES

_SEPARATOR = b"From "
_ESCAPED = re.compile(rb"^>(>*From )")
_MESSAGE_ID = re.compile(rb"^Message-ID:\s*<?([^>\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)
_HEAD = 65_536


def read_mailbox(source: Source) -> Iterator[Part]:
    """Each message as a mail of its own.

    Raises:
        ReadError: when it does not begin as a mailbox does.
    """
    for number, raw in enumerate(_messages(source), 1):
        name = _MESSAGE_ID.search(raw[:_HEAD])
        fragment = name[1].decode("utf-8", "replace").strip() if name else f"message={number}"
        if len(raw) > READER_MAX_BYTES.number:
            where = f"{source.uri}#{fragment}"
            problem = f"{where}: has more than {READER_MAX_BYTES.number:.0f} bytes: save it as a mail of its own"
            yield Issue(where, "readers", "skipped", problem)
            continue
        yield source.part(fragment, name=f"{source.name}.eml", content=raw, content_type="message/rfc822")


def _messages(source: Source) -> Iterator[bytes]:
    """The bytes of each message. One beyond all bounds is cut, so that memory stays bounded."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    with source.open() as stream:
        for line in stream:
            if blank and line.startswith(_SEPARATOR):
                if begun:
                    yield b"".join(lines)
                lines, size, begun = [], 0, True
            elif not begun and line.strip():
                raise source.error("is not a mailbox: it does not begin with 'From ': export it again", line=1)
            elif size <= READER_MAX_BYTES.number:
                lines.append(_ESCAPED.sub(rb"\1", line))
                size += len(line)
            blank = not line.strip()
    if begun:
        yield b"".join(lines)
