"""Marks what each stretch of an article is: headline, subheading, body, caption, sidebar, ui, blurb, footer.

Nothing is cut out. Each pass below looks for one kind of block and marks lines that no earlier pass has marked; what is
left is body. All of them go by shapes that news pages share, with words from data/rules/en/block_cues.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from pipeline.model import Block, BlockKind, Span
from pipeline.readers.captions import mark_captions
from pipeline.readers.cues import kind_by
from pipeline.readers.headings import mark_headings
from pipeline.readers.lines import Line, split_lines
from pipeline.readers.sidebars import mark_sidebars
from pipeline.readers.tails import mark_tails

Kinds = list[BlockKind | None]
Pass = Callable[[tuple[Line, ...], Kinds], None]

_ALONE = frozenset({"headline", "subheading"})


def _mark_lines(lines: tuple[Line, ...], kinds: Kinds) -> None:
    for at, line in enumerate(lines):
        kinds[at] = kinds[at] or kind_by("line", line.cue_text)


PASSES: tuple[Pass, ...] = (_mark_lines, mark_captions, mark_sidebars, mark_tails, mark_headings)


def mark(text: str, known: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of `text`, in order and without overlap; together they hold every character that is not blank.

    Lines in `known` blocks (in order, without overlap) keep the kind that their format told.
    """
    lines = split_lines(text)
    kinds = _known(lines, known)
    for run in PASSES:
        run(lines, kinds)
    return tuple(_joined(lines, kinds))


def _known(lines: tuple[Line, ...], known: Sequence[Block]) -> Kinds:
    kinds: Kinds = [None] * len(lines)
    at = 0
    for block in known:
        while at < len(lines) and lines[at].span.start < block.span.start:
            at += 1
        while at < len(lines) and lines[at].span.end <= block.span.end:
            kinds[at] = block.kind
            at += 1
    return kinds


def _joined(lines: tuple[Line, ...], kinds: Kinds) -> Iterator[Block]:
    """Neighbouring lines of one kind as one block; each heading stays a block of its own."""
    marked = [(kind or "body", line) for kind, line in zip(kinds, lines, strict=True)]
    for (kind, _), run in groupby(enumerate(marked), key=lambda item: (item[1][0], _own(item[0], item[1][0]))):
        spans = [line.span for _, (_, line) in run]
        yield Block(kind, Span(spans[0].start, spans[-1].end))


def _own(at: int, kind: BlockKind) -> int:
    return at if kind in _ALONE else -1
