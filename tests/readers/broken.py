"""Thirty ways in which files are broken, or attack who reads them, each with words of the reason that must be told."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from tests.readers import generate
from tests.readers.articles import Article
from tests.readers.layouts import LAYOUTS


@dataclass(frozen=True, slots=True)
class Way:
    """One way: the suffix of the file, what makes it, and words of the reason. `rest`: its other articles are read."""

    name: str
    suffix: str
    make: Callable[[Article], bytes] | bytes
    words: str
    rest: bool = False

    def of(self, article: Article) -> bytes:
        """The content of such a file."""
        return self.make if isinstance(self.make, bytes) else self.make(article)


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _locked_pdf(article: Article) -> bytes:
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(generate.pdf(article)))), io.BytesIO()
    writer.encrypt("a password", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def _picture_pdf(_: Article) -> bytes:
    file = FPDF()
    file.add_page()
    file.rect(10, 10, 100, 100, style="F")
    return bytes(file.output())


def _word_with(article: Article, document: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(generate.word(article))) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return made.getvalue()


def _locked_zip(article: Article) -> bytes:
    """Every member says that it is encrypted."""
    content = bytearray(generate.archive({"a.txt": generate.text(article)}))
    central = content.index(b"PK\x01\x02")
    for at in (6, central + 8):
        struct.pack_into("<H", content, at, 1)
    return bytes(content)


def _nested(article: Article) -> bytes:
    content = generate.text(article)
    name = "a.txt"
    for _ in range(6):
        content, name = generate.archive({name: content}), "inner.zip"
    return content


def _entities(root: str) -> bytes:
    layers = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "bomb">{layers}]>{root}'.encode()


def _one_bad_row(article: Article) -> bytes:
    return generate.table((article,)) + b'"a","2022-01-01","b","c","d","one too many"\r\n'


def _broken_table(article: Article) -> bytes:
    """8-bit letters far behind the sample by which the encoding is told."""
    row = generate.table((article,)).split(b"\r\n", 1)[1]
    return generate.table((article,)) + row * 400 + b'"\xff\xfe","2022-01-01","\xc3(","c","d"\r\n'


def _warc(article: Article) -> bytes:
    """The first record is sound, the second one is none."""
    sound = generate.warc((article,), packed=False)
    return sound[: sound.index(b"WARC/1.0", 100)] + b"noise\r\n" * 20


def _hollow_word() -> bytes:
    """A Word document whose parts are no parts of one."""
    return generate.archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>"})


_ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def _open_with(content: bytes) -> bytes:
    """An OpenDocument text with such a content."""
    return generate.archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


def _open_nested(depth: int) -> bytes:
    """Paragraphs within paragraphs, as deep as no writer goes."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    head = f'<o:d xmlns:o="{space}:office:1.0" xmlns:t="{space}:text:1.0"><o:body><o:text>'
    return _open_with((head + "<t:p>" * depth + "A" + "</t:p>" * depth + "</o:text></o:body></o:d>").encode())


_NO_ENTRY = b"<rss version='2.0'><channel><title>A</title></channel></rss>"


WAYS: tuple[Way, ...] = (
    Way("empty", ".txt", b"", "is empty"),
    Way("blank", ".md", b" \n\t\r\n" * 20, "is empty"),
    Way("noise", ".txt", bytes(range(256)) * 40, "is a binary file, not text"),
    Way("picture", ".txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "is a PNG picture"),
    Way("half-utf16", ".txt", lambda a: b"\xff\xfe" + a.title.encode("utf-16-le") + b"\x00\xd8", "breaks at byte"),
    Way("old-office", ".doc", b"\xd0\xcf\x11\xe0" + bytes(500), "files of type .doc are not read"),
    Way(
        "book",
        ".epub",
        generate.archive({"mimetype": b"application/epub+zip", "a.xhtml": b"<p>A</p>"}),
        "type .epub are",
    ),
    Way("no-page", ".html", b"<!-- nothing -->", "empty page"),
    Way("menu-only", ".html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    Way(
        "no-saved-page",
        ".mhtml",
        b"From: x\nSnapshot-Content-Location: http://e.x/\n\nText",
        "without a page",
    ),
    Way("half-pdf", ".pdf", b"%PDF-1.7\n" + bytes(100), "is a damaged PDF"),
    Way("locked-pdf", ".pdf", _locked_pdf, "is encrypted"),
    Way("scanned-pdf", ".pdf", _picture_pdf, "only scanned images"),
    Way("half-word", ".docx", lambda a: _half(generate.word(a)), "is a damaged archive"),
    Way("bad-word", ".docx", lambda a: _word_with(a, b"<w:document"), "not a readable Word document"),
    Way("word-bomb", ".docx", lambda a: _word_with(a, b" " * 20_000_000), "archive bomb"),
    Way("half-open-document", ".odt", lambda a: _half(generate.open_document(a)), "is a damaged archive"),
    Way("bad-open-document", ".odt", _open_with(b"<office"), "not a readable OpenDocument text"),
    Way("entity-open-document", ".odt", _open_with(_ENTITY), "not a readable OpenDocument text"),
    Way("open-document-bomb", ".odt", _open_with(b" " * 20_000_000), "archive bomb"),
    Way("nested-open-document", ".odt", _open_nested(3000), "is nested too deeply"),
    Way("no-rich-text", ".rtf", generate.text, "is not Rich Text"),
    Way("bare-rich-text", ".rtf", rb"{\rtf1\ansi{\fonttbl\f0 Times;}}}}}", "is empty"),
    Way("hollow-word", ".docx", _hollow_word(), "is not a readable Word document: save it again"),
    Way("no-mail", ".eml", lambda a: "\n\n".join(a.body).encode(), "is not an e-mail"),
    Way("bare-mail", ".eml", b"From: a@b.example\nSubject: Nothing\n\n", "without text or attachments"),
    Way("no-mailbox", ".mbox", generate.text, "is not a mailbox"),
    Way("entity-feed", ".rss", _entities("<rss><channel><title>&l8;</title></channel></rss>"), "refused"),
    Way(
        "no-entries",
        ".rss",
        _NO_ENTRY,
        "without entries",
    ),
    Way("no-feed", ".xml", b"<catalog><book/></catalog>", "is not a feed"),
    Way("no-text-column", ".csv", b"title,price\r\na,1\r\n", "recognised as the article text"),
    Way("ragged-row", ".csv", _one_bad_row, "more cells than the table has columns", rest=True),
    Way("broken-row", ".csv", _broken_table, "breaks here", rest=True),
    Way("bad-json", ".json", lambda a: generate.json_list((a,))[:-9], "is not valid JSON"),
    Way("bad-line", ".jsonl", lambda a: generate.json_lines((a,)) + b"\n{not json}\n", "correct this line", rest=True),
    Way("half-parquet", ".parquet", lambda a: _half(generate.parquet((a,))), "not readable as Parquet"),
    Way("bad-zip", ".zip", lambda a: _half(generate.archive({"a.txt": generate.text(a)})), "is a damaged archive"),
    Way("zip-bomb", ".zip", generate.archive({"a.txt": b"a" * 20_000_000}), "archive bomb"),
    Way("traversal", ".zip", generate.archive({"../../a.txt": b"x"}), "outside the archive"),
    Way("locked-zip", ".zip", _locked_zip, "is encrypted"),
    Way("nested", ".zip", _nested, "archives: unpack it first"),
    Way("half-gzip", ".jsonl.gz", lambda a: _half(generate.packed(generate.json_lines((a,)))), "truncated"),
    Way("gzip-bomb", ".txt.gz", generate.packed(b"a" * 70_000_000), "when unpacked: refused"),
    Way("half-warc", ".warc", _warc, "damaged web archive", rest=True),
    Way("entity-timeml", ".tml", _entities("<TimeML><TEXT>&l8;</TEXT></TimeML>"), "refused"),
    Way("half-page", ".html", lambda a: LAYOUTS["blog"](a).encode()[:60], "no article"),
)
"""The last pages of a mailbox or table that breaks are lost, never those before."""
