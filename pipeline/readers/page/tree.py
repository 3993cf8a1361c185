"""Bytes or text of a page to a tree of elements. Nothing is loaded, run or expanded."""

from __future__ import annotations

import codecs
import re
from typing import TypeAlias

from lxml import etree, html

from pipeline.model import Issue
from pipeline.readers.encoding import decode

Element: TypeAlias = html.HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_PROLOGUE = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_HEAD = 8192
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def page_text(raw: bytes, where: str) -> tuple[str, tuple[Issue, ...]]:
    """The characters of a page, by its byte-order mark, by the encoding that it declares, else by its bytes.

    With them comes an issue when bytes were lost.

    Raises:
        ReadError: when the bytes are no text.
    """
    declared = _CHARSET.search(raw[:_HEAD])
    if declared and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode(declared[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass  # Many pages declare one encoding and use another.
    return decode(raw, where)


def parse(markup: str) -> Element | None:
    """The tree of a page or of a piece of one; None when there is no element in it."""
    markup = _UNPRINTABLE.sub(" ", _PROLOGUE.sub("", markup))
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_pis=True, encoding="utf-8")
    try:
        tree: Element = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree
