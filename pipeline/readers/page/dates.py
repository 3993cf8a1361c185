"""What a page says about its own dates: JSON-LD, meta elements, microdata, time elements, its address, its saver."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pipeline.readers.claims import Meaning, Statement, address_statement
from pipeline.readers.page.tree import Element
from pipeline.readers.page.zones import plain_name
from pipeline.resources import Row, table

_ARTICLE = re.compile(r"(?:article|posting|report|blog|opinion|review|webpage|videoobject)", re.IGNORECASE)
_SAVED = re.compile(r"saved (?:date|on|at):\s*(?P<day>[^\n<>]{6,60})", re.IGNORECASE)
_ARCHIVED = re.compile(r"FILE ARCHIVED ON\s+[\d:]+\s+(?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4})")
_ZONE_NAME = re.compile(r"\s*\([^)]*\)\s*$")
_SAVED_DAY = re.compile(r"(?:[A-Z][a-z]{2} )?(?P<m>[A-Z][a-z]{2}) (?P<d>\d{1,2}) (?P<y>\d{4})")
_UPDATED = re.compile(r"updat|modif|edit|revis|chang", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|pub-?date|posted|dateline|created|entry-date", re.IGNORECASE)
_JSON_LD: tuple[tuple[str, Meaning], ...] = (("datePublished", "published"), ("dateModified", "modified"))
_JSON_MOST = 2_000_000
_DEEPEST = 12
_LATEST = "9999-12-31"
"""htmldate would take the day on which it runs for the latest possible one."""


class PageDate(Row):
    """One attribute of a page that dates it: an element with `attribute`="`value`" and what its content means."""

    attribute: str
    value: str
    meaning: Meaning
    why: str


@functools.cache
def _meanings() -> dict[tuple[str, str], PageDate]:
    return {(row.attribute, row.value): row for row in table("lexicons/page_dates.csv", PageDate)}


def statements(tree: Element, url: str | None) -> Iterator[Statement]:
    """All that a page says about its dates, the plainest first."""
    for data in json_ld(tree):
        for key, meaning in _JSON_LD:
            if isinstance(value := data.get(key), str) and value.strip():
                yield Statement(meaning, f"JSON-LD {key}", value.strip())
    yield from _attributes(tree)
    yield from _times(tree)
    yield from address_statement(url)
    yield from _saved(tree)


def guessed(tree: Element, url: str | None) -> Iterator[Statement]:
    """What htmldate makes of the page: for one that says nothing plainly."""
    import htmldate  # loaded with the first page

    found = htmldate.find_date(tree, original_date=True, extensive_search=False, url=url, max_date=_LATEST)
    if found:
        yield Statement("published", "htmldate", _as_written(tree, dt.date.fromisoformat(found)), "indirect")


def _as_written(tree: Element, day: dt.date) -> str:
    """The figures that the page shows, where these read two ways and nothing else on the page tells; else the day."""
    if day.day > 12 or day.day == day.month or day.isoformat() in etree.tostring(tree, encoding="unicode"):
        return day.isoformat()
    either = rf"(?:0?{day.day}/0?{day.month}|0?{day.month}/0?{day.day})/{day.year}"
    shown = re.search(rf"(?<!\d){either}(?!\d)", tree.text_content())
    return shown[0] if shown else day.isoformat()


def json_ld(tree: Element) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that describe the article itself: the first of the richest kind."""
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").casefold() and len(text) <= _JSON_MOST:
            try:
                found += _objects(json.loads(text.strip().removesuffix(";"), strict=False), 0)
            except (ValueError, RecursionError):
                continue
    articles = [data for data in found if _ARTICLE.search(str(data.get("@type", "")))]
    richest = [data for data in articles if "webpage" not in str(data.get("@type", "")).casefold()] or articles
    yield from richest[:1]


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _attributes(tree: Element) -> Iterator[Statement]:
    """Meta elements, and microdata outside other articles' teasers."""
    said: set[tuple[str, str]] = set()
    for element in tree.iter("meta", "time", "span", "div", "abbr"):
        for attribute in ("property", "name", "http-equiv", "itemprop"):
            key = (attribute, (element.get(attribute) or "").strip().casefold())
            row = _meanings().get(key)
            value = (element.get("content") or element.get("datetime") or element.get("title") or "").strip()
            if row is not None and value and key not in said and (element.tag == "meta" or attribute == "itemprop"):
                said.add(key)
                yield Statement(row.meaning, f"{'microdata' if attribute == 'itemprop' else 'meta'} {key[1]}", value)


def _times(tree: Element) -> Iterator[Statement]:
    """The first time element that is named as publication, the first named as update; else the first of all."""
    unnamed: Element | None = None
    said: set[Meaning] = set()
    for element in tree.iter("time"):
        value = (element.get("datetime") or "").strip()
        if not value or element.get("itemprop") or _is_teaser(element):
            continue
        meaning = _meaning(element)
        if meaning is None:
            unnamed = element if unnamed is None else unnamed
        elif meaning not in said:
            said.add(meaning)
            yield Statement(meaning, "time element", value)
    if "published" not in said and unnamed is not None:
        yield Statement("published", "time element without a name", unnamed.get("datetime", "").strip(), "indirect")


def _meaning(element: Element) -> Meaning | None:
    parent = element.getparent()
    near = [element] if parent is None else [element, parent]
    names = " ".join(plain_name(f"{each.get('class') or ''} {each.get('id') or ''}") for each in near)
    before = "" if parent is None else (parent.text or "")
    words = f"{names} {'pubdate' if element.get('pubdate') is not None else ''} {before} {element.text_content()}"
    if _UPDATED.search(words):
        return "modified"
    return "published" if _PUBLISHED.search(words) else None


def _is_teaser(element: Element) -> bool:
    return any(parent.tag in {"aside", "nav", "footer", "li"} for parent in element.iterancestors())


def _saved(tree: Element) -> Iterator[Statement]:
    """What browsers and archives write into the pages that they keep."""
    for comment in tree.getroottree().xpath("//comment()"):
        text = comment.text or ""
        if match := _SAVED.search(text) or _ARCHIVED.search(text):
            day = _ZONE_NAME.sub("", match["day"]).strip()
            plain = _SAVED_DAY.search(day)
            origin = "archive" if "ARCHIVED" in match[0] else "saved page"
            yield Statement("crawled", origin, f"{plain['d']} {plain['m']} {plain['y']}" if plain else day)
