"""Cuts a document into the stretches that are parsed on their own, so that a heading is never glued to a sentence."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import ARTICLE_BLOCKS, BlockKind, Document
from pipeline.run_in import run_in_days
from pipeline.settings.language import PARSED_MOST, SEGMENT_LIMIT

BULLET = re.compile(r"[\s•‣▪●◦*–—-]*[•‣▪●◦*–—-]\s+")
BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
TERMINAL = (".", "!", "?", '"', "”", "'", "’", ":", ";", "…", ")")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one kind of block. `offset` is where `text` starts, in code points of the document."""

    text: str
    offset: int
    kind: BlockKind


def segments(document: Document) -> Iterator[Segment]:
    """The stretches of headline, subheading and body, in order of the text; other blocks are left unparsed.

    There are none in a text of another script, or one that is longer than a book.
    """
    if len(document.text) > PARSED_MOST.number or not reads_as_latin(document.text):
        return
    wrapped = _is_hard_wrapped(document.text)
    # A day that heads its line is no word of the sentence that it runs into.
    heads = {day.start: day.end for day in run_in_days(document.text)}
    for start, end, kind in _pieces(document):
        if kind in ARTICLE_BLOCKS:
            for first, last in _paragraphs(document.text, start, end, wrapped=wrapped):
                cut = min(heads.get(first, first), last)
                yield from _limited(document.text, first, cut, kind)
                yield from _limited(document.text, cut + 1 if cut > first else first, last, kind)


def reads_as_latin(text: str) -> bool:
    """Whether most letters are Latin. The pipeline reads English; of another script it would make up nonsense."""
    counts = Counter(text[:20_000])
    letters = sum(times for c, times in counts.items() if c.isalpha())
    latin = sum(times for c, times in counts.items() if c.isalpha() and c < "\u0250")
    return letters == 0 or 2 * latin > letters


def _pieces(document: Document) -> Iterator[tuple[int, int, BlockKind]]:
    """Blocks and the gaps between them, which count as body."""
    at = 0
    for block in document.blocks:
        if block.span.start > at:
            yield at, block.span.start, "body"
        yield block.span.start, block.span.end, block.kind
        at = block.span.end
    if at < len(document.text):
        yield at, len(document.text), "body"


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines end where the column ended: most lines that go on below are 50 to 100 characters, mid-sentence."""
    lines = [line.strip() for line in text.splitlines()]
    inner = [a for a, b in itertools.pairwise(lines) if a and b]
    cut = [a for a in inner if 50 <= len(a) <= 100 and not a.endswith(TERMINAL)]
    return len(inner) >= 4 and 2 * len(cut) > len(inner)


def _paragraphs(text: str, start: int, end: int, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    first, at = start, start
    for found in BREAK.finditer(text, start, end):
        if _goes_on(text, at, found, end, wrapped=wrapped):
            at = found.end()
            continue
        yield from _trimmed(text, first, found.start())
        first = at = found.end()
    yield from _trimmed(text, first, end)


def _goes_on(text: str, at: int, found: re.Match[str], end: int, *, wrapped: bool) -> bool:
    """A line goes on when the next begins in lower case, or the whole text is wrapped and no blank line follows."""
    here = text[at : found.start()].strip()
    rest = BREAK.split(text[found.end() : min(end, found.end() + 200)], maxsplit=1)[0].strip()
    return bool(here and rest) and (wrapped or (rest[0].islower() and not here.endswith((".", "!", "?"))))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if bullet := BULLET.match(text, start, end):
        start = bullet.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _limited(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Segment]:
    """Pieces of at most SEGMENT_LIMIT characters: five megabytes on one line must not become one parse."""
    limit = int(SEGMENT_LIMIT.number)
    while end - start > limit:
        cut = max(text.rfind(". ", start, start + limit) + 1, 0) or text.rfind(" ", start, start + limit)
        cut = cut if cut > start else start + limit
        yield Segment(text[start:cut], start, kind)
        start = cut
    if text[start:end].strip():
        yield Segment(text[start:end], start, kind)
