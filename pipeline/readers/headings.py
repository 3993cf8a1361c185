"""The headline, and the headings of an article's parts."""

from __future__ import annotations

import re

from pipeline.model import BlockKind
from pipeline.readers.lines import Line, is_heading, is_title

_MARKDOWN = re.compile(r"#{1,6}\s+\S")


def mark_headings(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Marks the first title above the text as headline, and short titles with text below them as subheadings."""
    told = "headline" in kinds
    open_lines = [at for at, kind in enumerate(kinds) if kind is None]
    for position, at in enumerate(open_lines[:-1]):
        line = lines[at]
        if _MARKDOWN.match(line.cue_text):
            kinds[at] = "headline" if position == 0 and not told else "subheading"
        elif position == 0 and not told and is_title(line.text) and line.closes_paragraph:
            kinds[at] = "headline"
        elif position and line.stands_alone and is_heading(line.text) and _heads_text(lines[open_lines[position + 1]]):
            kinds[at] = "subheading"


def _heads_text(below: Line) -> bool:
    return len(below.text) > 60 or not is_title(below.text)
