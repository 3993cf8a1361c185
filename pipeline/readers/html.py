"""Web pages, saved or fetched, whole or in pieces. Offsets count in the text drawn from the page, not in its markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from pipeline.readers.claims import dated
from pipeline.readers.languages import language_of
from pipeline.readers.outlets import outlet_of
from pipeline.readers.page.article import article
from pipeline.readers.page.dates import guessed, json_ld, statements
from pipeline.readers.page.facts import facts
from pipeline.readers.page.tree import Element, page_text, parse
from pipeline.readers.reading import Metadata, Part, Reading
from pipeline.readers.source import ReadError, Source
from pipeline.settings.readers import PAGE_MAX_ELEMENTS


def read_html(source: Source) -> Iterator[Part]:
    """The article of a page.

    Raises:
        ReadError: when the bytes are no text, or hold no article.
    """
    markup, lost = page_text(source.read(), source.uri)
    yield from lost
    yield read_markup(markup, url=source.url, where=source.uri)


def read_markup(markup: str, *, url: str | None, where: str) -> Reading:
    """The article of a page, or of a piece of one such as a mail's body; `where` names it in messages.

    Raises:
        ReadError: when there is no text in it.
    """
    # Accents are put on their letters, as every table of names has them.
    tree = parse(unicodedata.normalize("NFC", markup))
    if tree is None:
        raise ReadError(f"{where}: is an empty page: save it again, or save its text as .txt")
    if (count := sum(1 for _ in tree.iter())) > PAGE_MAX_ELEMENTS.number:
        raise ReadError(
            f"{where}: has {count} elements, more than {PAGE_MAX_ELEMENTS.number:.0f}: save its text as .txt"
        )
    said = facts(tree, url)
    text, blocks = article(tree, said.title)
    if not text.strip():
        text, blocks = _told_by_data(tree), ()
    if not text.strip():
        raise ReadError(f"{where}: no article was found in this page: save its text as .txt")
    return Reading(text, replace(said, language=_language(text, said)).over(_dates(tree, said, where)), blocks=blocks)


def _told_by_data(tree: Element) -> str:
    """The text that a page gives to machines, for one that leaves it to a script to show it; "" where there is none."""
    bodies = (data.get("articleBody") for data in json_ld(tree))
    return next((body for body in bodies if isinstance(body, str)), "")


def _dates(tree: Element, said: Metadata, where: str) -> Metadata:
    habits = outlet_of(said.outlet, said.url)
    found = [*statements(tree, said.url)]
    plain = dated(found, where, order=habits.order, zone=habits.zone)
    # What htmldate takes from the markup is one more reading of the same statements, and no voice of its own.
    if plain.published is not None:
        return plain
    others = {day.isoformat() for day in (plain.modified, plain.crawled) if day}
    more = [each for each in guessed(tree, said.url) if each.value not in others]
    return dated([*found, *more], where, order=habits.order, zone=habits.zone)


def _language(text: str, said: Metadata) -> str | None:
    """The letters and words of the text are surer than a template's attribute."""
    return language_of(text) or said.language
