"""What a page says about itself beside its dates: title, author, outlet, address, language, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.readers.page.dates import json_ld
from pipeline.readers.page.tree import Element
from pipeline.readers.reading import Metadata, told

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]|$)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(?P<url>https?://\S+)|^\s*url:\s*(?P<single>https?://\S+)", re.M)
_NO_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}


def facts(tree: Element, url: str | None) -> Metadata:
    """Title, author, outlet, address and declared language of a page."""
    from trafilatura.metadata import extract_metadata  # loaded with the first page

    known = extract_metadata(tree, default_url=url, date_config=_NO_DATES)
    data = next(json_ld(tree), {})
    title, titled = _first(
        ("JSON-LD headline", _text(data.get("headline"))),
        ("og:title", _meta(tree, "og:title")),
        ("first heading", _only_heading(tree)),
        ("page title, by trafilatura", known.title),
    )
    author, signed = _first(("JSON-LD author", _people(data.get("author"))), ("byline, by trafilatura", known.author))
    outlet, owned = _first(
        ("JSON-LD publisher", _text(data.get("publisher"))),
        ("og:site_name", _meta(tree, "og:site_name")),
        ("by trafilatura", _site(known.sitename)),
    )
    found = {"title": titled, "author": signed, "outlet": owned}
    return Metadata(
        title=title,
        author=author,
        outlet=outlet,
        url=url or _saved_from(tree) or known.url,
        language=_declared(tree),
        steps=tuple(told(f"{name} found", origin) for name, origin in found.items() if origin),
    )


def _first(*candidates: tuple[str, str | None]) -> tuple[str | None, str]:
    """The first value that says something, and its origin."""
    for origin, value in candidates:
        if value and (plain := " ".join(value.split())):
            return plain[:500], origin
    return None, ""


def _meta(tree: Element, name: str) -> str | None:
    for element in tree.iter("meta"):
        if name in {element.get("property"), element.get("name")} and (content := element.get("content")):
            return str(content)
    return None


def _only_heading(tree: Element) -> str | None:
    headings = [text for element in tree.iter("h1") if (text := element.text_content().strip())]
    return headings[0] if len(headings) == 1 else None


def _text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _people(value: object) -> str | None:
    each = value if isinstance(value, list) else [value]
    return ", ".join(dict.fromkeys(name for one in each if (name := _text(one)))) or None


def _site(name: str | None) -> str | None:
    """A bare domain is an address, not a name; the outlet's table knows whose it is."""
    return None if name is None or re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}", name, re.IGNORECASE) else name


def _saved_from(tree: Element) -> str | None:
    comments = (comment.text or "" for comment in tree.getroottree().xpath("//comment()"))
    match = next((found for text in comments if (found := _SAVED_FROM.search(text))), None)
    return None if match is None else match["url"] or match["single"]


def _declared(tree: Element) -> str | None:
    root = tree.getroottree().getroot()
    match = _LANGUAGE.match((root.get("lang") or "").strip())
    return None if match is None else match[1].casefold()
