"""What word processors have in common: paragraphs, the kinds of their styles, and what a document says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Block, BlockKind, Span
from pipeline.readers.claims import Statement, dated
from pipeline.readers.lines import is_title
from pipeline.readers.reading import Metadata
from pipeline.readers.source import Source
from pipeline.readers.unnamed import own_title

Piece = tuple[str, BlockKind | None]
"""The text of a paragraph, and what it is where its style tells."""
_STYLES: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"^(?:title|heading ?1)$", re.IGNORECASE), "headline"),
    (re.compile(r"^heading ?[2-9]$|^subtitle$", re.IGNORECASE), "subheading"),
    (re.compile(r"^caption$", re.IGNORECASE), "caption"),
    (re.compile(r"^(?:header|footer|footnote text|endnote text)$", re.IGNORECASE), "footer"),
)


def kind_of(style: str) -> BlockKind | None:
    """What a paragraph of a style is, by the style's name; None for the body and for styles of somebody's own."""
    return next((kind for pattern, kind in _STYLES if pattern.match(style)), None)


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of the paragraphs, a blank line between two, and the blocks that are no body; one headline at most."""
    blocks, at, headline = list[Block](), 0, False
    for text, kind in pieces:
        told = "subheading" if kind == "headline" and headline else kind
        headline = headline or kind == "headline"
        if told is not None:
            blocks.append(Block(told, Span(at, at + len(text))))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in pieces), tuple(blocks)


def metadata(pieces: Sequence[Piece], source: Source, *, title: str, author: str, created: str) -> Metadata:
    """Title, author and day of creation; empty strings where the document does not say."""
    headline = next((text for text, kind in pieces if kind == "headline"), None)
    first = pieces[0][0] if pieces and is_title(pieces[0][0]) else None
    origin = "properties of the document, created"
    statements = [Statement("published", origin, created, "indirect")] if created else []
    said = dated(statements, source.uri, order=None, zone=None)
    return replace(said, title=headline or own_title(title) or first, author=author.strip() or None)
