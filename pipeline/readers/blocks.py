"""Marks what each stretch of an article is: headline, subheading, body, caption, sidebar, ui, blurb, footer."""

from __future__ import annotations

from pipeline.model import Block, Span


def mark(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order and without overlap; blank stretches between them belong to none."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return (Block("body", Span(start, end)),) if start < end else ()
