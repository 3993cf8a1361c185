"""The article of a page as text with blocks: trafilatura says which paragraphs are its body, markup what the rest is.

What lies within the element that holds the article is kept and marked; menus, comments and advertising, and all that
lies outside, are left out.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Block, BlockKind, Span
from pipeline.readers.page.lines import Paragraph, paragraphs
from pipeline.readers.page.tree import Element
from pipeline.readers.page.zones import Zone, zone_of
from pipeline.settings.readers import PAGE_BODY_SHARE, PAGE_LARGE_SHARE, PAGE_LINK_SHARE

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BODY_TAGS = frozenset({"p", "blockquote", "li", "td", "pre", "dd"})
_SENTENCE = re.compile(r"[.!?…:][\"'”’»)]*$")
_SENTENCE_WORDS = 5
_FEWEST_WORDS = 3
_LOOK_OUT = 20_000
"""Characters of the main text in which the next paragraph is looked for; one that trafilatura dropped is not there."""
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the article and what it is; `kind` None leaves that to the words of the paragraph."""

    text: str
    kind: BlockKind | None


def article(tree: Element, title: str | None) -> tuple[str, tuple[Block, ...]]:
    """The text of the article, paragraphs apart by blank lines, and the blocks whose kind the page tells."""
    found = list(paragraphs(tree))
    body = _main_paragraphs(found, _main_text(tree))
    main = [p for p in found if p in body] or _likely(found, tree)
    held = _held(main)
    headline = _headline(tree, title)
    zones = _Zones(_root(held, tree), _large(held))
    first = next(
        (at for at, p in enumerate(found) if headline is not None and _lies_in(p.element, headline)), len(found)
    )
    opening = next((at for at, p in enumerate(found) if zones.within(p.element)), len(found))
    pieces = list[Piece]()
    for at, p in enumerate(found):
        if first <= at < opening or zones.within(p.element):
            pieces += _pieces(p, body, zones, headline)
    return _joined(pieces) if any(_is_prose(piece) for piece in pieces) else ("", ())


def _main_text(tree: Element) -> str:
    """What trafilatura takes for the article, without white space; "" when it finds none."""
    # Loaded with the first page: it takes longer than the rest of the readers together.
    import trafilatura

    # It tells its log of every page without an article; what is made of that is decided here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # It cuts the tree that it is given.
    found = trafilatura.bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
    text = getattr(found, "text", None) or ""
    return _BLANK.sub("", text)


def _main_paragraphs(found: Sequence[Paragraph], text: str) -> frozenset[Paragraph]:
    """The paragraphs that stand in the main text. Both are in the order of the page, so that one look-out is enough."""
    kept, at = list[Paragraph](), 0
    for p in found:
        plain = _BLANK.sub("", p.text)
        place = text.find(plain, at, at + len(plain) + _LOOK_OUT) if len(plain) > 1 else -1
        if place < 0 and p.element.tag == "h1":
            place = text.find(plain, 0, len(plain) + _LOOK_OUT)
        if place >= 0:
            kept.append(p)
            at = max(at, place + len(plain))
    return frozenset(kept)


def _likely(found: Sequence[Paragraph], tree: Element) -> list[Paragraph]:
    """For a page in which trafilatura finds no article: paragraphs outside of menus and the like."""
    zones = _Zones(tree, frozenset())
    return [p for p in found if p.element.tag in _BODY_TAGS and zones.of(p.element) is None]


def _held(main: Sequence[Paragraph]) -> dict[Element, int]:
    """How many characters of the main text each element holds."""
    held: dict[Element, int] = {}
    for p in main:
        for element in (p.element, *p.element.iterancestors()):
            held[element] = held.get(element, 0) + len(p.text)
    return held


def _root(held: dict[Element, int], tree: Element) -> Element:
    """The innermost element that holds nearly all of the main text."""
    total = max(held.values(), default=0)
    enough = [element for element, size in held.items() if size >= PAGE_BODY_SHARE.number * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=tree)


def _large(held: dict[Element, int]) -> frozenset[Element]:
    """The elements that hold a good part of the main text."""
    total = max(held.values(), default=0)
    return frozenset(element for element, size in held.items() if size >= PAGE_LARGE_SHARE.number * total)


def _headline(tree: Element, title: str | None) -> Element | None:
    """The first heading of the first rank whose words are those of the title, else the only one."""
    headings = [element for element in tree.iter("h1") if element.text_content().strip()]
    words = frozenset((title or "").casefold().split())
    alike = [h for h in headings if words and 2 * len(words & set(h.text_content().casefold().split())) >= len(words)]
    return next(iter(alike), headings[0] if len(headings) == 1 else None)


def _lies_in(element: Element, outer: Element) -> bool:
    return element is outer or any(parent is outer for parent in element.iterancestors())


class _Zones:
    """What the elements of a page are, looked up once each. What holds the article is none of them."""

    def __init__(self, root: Element, large: frozenset[Element]) -> None:
        self.holders = {root, *root.iterancestors()}
        self.large = large
        self.known: dict[Element, tuple[Zone | None, bool]] = {}
        self.root = root

    def of(self, element: Element) -> Zone | None:
        """The zone that `element` lies in."""
        return self._look_up(element)[0]

    def within(self, element: Element) -> bool:
        """Whether it lies within the article."""
        return self._look_up(element)[1]

    def _own(self, element: Element) -> Zone | None:
        """What it is by itself. A good part of the main text is no furniture, whatever its element is called."""
        zone = None if element in self.holders else zone_of(element)
        return None if zone in {"none", "ui"} and element in self.large else zone

    def _look_up(self, element: Element) -> tuple[Zone | None, bool]:
        path: list[Element] = []
        at: Element | None = element
        while at is not None and at not in self.known:
            path.append(at)
            at = at.getparent()
        zone, inside = (None, False) if at is None else self.known[at]
        for each in reversed(path):
            inside = inside or each is self.root
            zone = zone or self._own(each)
            self.known[each] = (zone, inside)
        return zone, inside


def _pieces(p: Paragraph, body: frozenset[Paragraph], zones: _Zones, headline: Element | None) -> Iterator[Piece]:
    zone = "headline" if headline is not None and _lies_in(p.element, headline) else zones.of(p.element)
    if zone != "none":
        yield Piece(p.text, _kind(p, p in body) if zone is None else zone)


def _kind(p: Paragraph, in_body: bool) -> BlockKind | None:
    """What a paragraph of the article is that no element around it tells."""
    words = len(p.text.split())
    if p.element.tag in _HEADINGS:
        return "subheading" if in_body else "sidebar"
    if p.linked > PAGE_LINK_SHARE.number * len(p.text):
        return "sidebar" if words >= _SENTENCE_WORDS else "ui"
    is_sentence = words >= _SENTENCE_WORDS and _SENTENCE.search(p.text) is not None
    return None if in_body or is_sentence else "ui"


def _is_prose(piece: Piece) -> bool:
    """Whether it can be the text of an article, however short."""
    return piece.kind is None and len(piece.text.split()) >= _FEWEST_WORDS


def _joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    texts, blocks, at = list[str](), list[Block](), 0
    for piece in pieces:
        texts.append(piece.text)
        if piece.kind is not None:
            blocks.append(Block(piece.kind, Span(at, at + len(piece.text))))
        at += len(piece.text) + 2
    return "\n\n".join(texts), tuple(blocks)
