"""An article as read, and what its stretches are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.calendar.interval import Interval
from pipeline.model.trace import Trace
from pipeline.span import Span, holding
from pipeline.vocabulary import BlockKind, PublishedBasis, Reliability


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that is one kind of thing; blocks are ordered, do not overlap, and cut nothing out."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `name` is the file name without its last extension (the interface's "doc")."""

    doc_id: str
    name: str
    source_uri: str
    text: str
    blocks: tuple[Block, ...]
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published: Interval | None = None
    published_basis: PublishedBasis = "unknown"
    published_trace: Trace = ()
    published_reliability: Reliability = "unknown"
    modified: dt.date | None = None
    crawled: dt.date | None = None
    agency: str | None = None
    """The news agency whose report it carries."""
    fingerprint: str = ""
    digest_of: str | None = None
    """For a brief that digests a public report: what it digests, shown on screen as such."""

    def block_at(self, offset: int) -> BlockKind:
        """The kind of block that holds `offset`; "body" between blocks."""
        block = holding(self.blocks, offset, of=lambda block: block.span)
        return "body" if block is None else block.kind
