"""Single mails: the text of a message, what its head says, and the files attached to it."""

from __future__ import annotations

import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser

from pipeline.model import Block, Issue, Span
from pipeline.readers.claims import Statement, dated
from pipeline.readers.html import read_markup
from pipeline.readers.reading import Metadata, Part, Reading
from pipeline.readers.source import ReadError, Source
from pipeline.words import count

_MEDIA = frozenset({"image", "audio", "video", "font"})
_PLAIN_SHARE = 0.5
"""A plain version with less of the text than this is a note that the mail should be read as a page."""
_MAIL_KEYS = frozenset({"from", "date", "subject", "message-id", "mime-version"})
_MOST_PARTS = 1000
_LONGEST_FIELD = 8192
_FIELD = re.compile(rb"[^\n]*\n(?:[ \t][^\n]*\n)*")


def read_mail(source: Source) -> Iterator[Part]:
    """The text of a mail, then the attachments that a reader may take.

    Raises:
        ReadError: when it is no mail, or has neither text nor attachments.
    """
    message = parse_mail(source)
    reading = _body(message, source)
    attached = list(_attachments(message, source))
    if lost := reading.text.count("\ufffd"):
        problem = f"{count(lost, 'broken character')}, read as “\ufffd”: save it again from the mail program"
        yield Issue(source.uri, "readers", "warning", f"{source.uri}: {problem}")
    if reading.text.strip():
        yield reading
    elif not attached:
        raise source.error("is an e-mail without text or attachments: there is nothing to read")
    yield from attached


def parse_mail(source: Source) -> EmailMessage:
    """The message, with its headers decoded.

    Raises:
        ReadError: when the bytes have no head of a mail.
    """
    raw = source.read().lstrip(b"\r\n\t ")
    message = BytesParser(policy=email.policy.default).parsebytes(_with_short_head(raw))
    if not _MAIL_KEYS & {key.lower() for key in message.keys()}:  # noqa: SIM118 - no mapping: it decodes what it yields
        raise source.error(
            "is not an e-mail: it does not begin with From, Date or Subject: save it again from the mail program"
        )
    return message


def _with_short_head(raw: bytes) -> bytes:
    """Without header fields of endless length: the standard parser takes quadratic time over them."""
    head = raw.find(b"\n\n"), raw.find(b"\n\r\n")
    end = min((at for at in head if at >= 0), default=len(raw))
    fields = _FIELD.findall(raw[: end + 1])
    if all(len(field) <= _LONGEST_FIELD for field in fields):
        return raw
    return b"".join(field for field in fields if len(field) <= _LONGEST_FIELD) + raw[end + 1 :]


def header(message: EmailMessage, key: str) -> str | None:
    """A header as one line of text, None where it is missing or broken."""
    try:
        value = str(message.get(key) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # malformed headers break the standard parser
        return None
    plain = " ".join(value.split()).encode("utf-8", "replace").decode("utf-8")
    return plain or None


def _head(message: EmailMessage, source: Source) -> Metadata:
    sender = email.utils.parseaddr(header(message, "From") or "")
    date = header(message, "Date")
    said = dated([Statement("published", "mail Date", date)] if date else [], source.uri, order=None, zone=None)
    return replace(said, title=header(message, "Subject"), author=sender[0] or sender[1] or None)


def _body(message: EmailMessage, source: Source) -> Reading:
    head = _head(message, source)
    plain, page = _text(message, "plain"), _text(message, "html")
    if page:
        try:
            found = read_markup(page, url=None, where=source.uri)
        except ReadError:
            found = Reading("")
        if len(plain) < _PLAIN_SHARE * len(found.text):
            # What the page in a mail says of itself counts less than the mail's own head.
            return replace(found, metadata=head.over(replace(found.metadata, steps=(), problems=())))
    text = plain.replace("\r\n", "\n")
    return Reading(text, head, blocks=_quoted(text))


def _text(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None or part.get_content_disposition() == "attachment":
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _quoted(text: str) -> tuple[Block, ...]:
    """Lines that quote an earlier mail belong to that one."""
    found, at = list[Block](), 0
    for line in text.splitlines(keepends=True):
        if line.startswith(">") and line.strip():
            found.append(Block("sidebar", Span(at, at + len(line.rstrip()))))
        at += len(line)
    return tuple(found)


def _attachments(message: EmailMessage, source: Source) -> Iterator[Part]:
    bodies = {id(part) for kind in ("plain", "html") if (part := message.get_body((kind,)))}
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            yield Issue(source.uri, "readers", "skipped", f"{source.uri}: has too many parts; the rest is left out")
            return
        name = _file_name(part, number)
        if id(part) in bodies or part.is_multipart() or name is None:
            continue
        if part.get_content_maintype() in _MEDIA:
            problem = f"{source.uri}#{name}: an attached {part.get_content_maintype()} is left out"
            yield Issue(f"{source.uri}#{name}", "readers", "warning", problem)
            continue
        content = part.get_payload(decode=True)
        kind = part.get_content_type()
        plain = "" if kind == "application/octet-stream" else kind
        yield source.part(name, name=name, content=content if isinstance(content, bytes) else b"", content_type=plain)


def _file_name(part: EmailMessage, number: int) -> str | None:
    """The name of an attachment without any folders; None for a part that is none, such as an inline picture."""
    try:
        name = part.get_filename()
    except (ValueError, IndexError, AttributeError, TypeError):
        name = f"part{number}"
    if name is None or part.get("Content-ID"):
        return None
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip() or f"part{number}"
