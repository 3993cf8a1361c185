"""Captions: a picture credit or a note of who stands where, and the alternative text that pages print just above it."""

from __future__ import annotations

import re

from pipeline.model import BlockKind
from pipeline.readers.cues import kind_by
from pipeline.readers.lines import Line, is_title

_ALT_TEXT_MAX = 140
_POSTURE_MAX = 320
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?:\s|$)")


def mark_captions(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Marks captions, from the second line on: an article does not begin with one below no picture."""
    for at, line in enumerate(lines):
        if kinds[at] is None and _is_caption(line):
            kinds[at] = "caption"
            _mark_alt_text(at, lines, kinds)


def _is_caption(line: Line) -> bool:
    text = line.cue_text
    if kind_by("credit", text):
        return True
    brief = len(text) <= _POSTURE_MAX and len(_SENTENCE_END.findall(text)) <= 2
    return brief and kind_by("posture", text) is not None


def _mark_alt_text(at: int, lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """The line above, when no blank line parts the two and it is set like a title."""
    if at == 0 or lines[at].opens_paragraph or kinds[at - 1] is not None:
        return
    above = lines[at - 1].text
    if len(above) <= _ALT_TEXT_MAX and is_title(above):
        kinds[at - 1] = "caption"
