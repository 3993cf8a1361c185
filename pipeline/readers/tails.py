"""What stands below an article: who wrote it, offers, promises, copyright. Read from the end of the text upwards."""

from __future__ import annotations

from collections import Counter

from pipeline.model import BlockKind
from pipeline.readers.cues import kind_by
from pipeline.readers.lines import Line, is_title, names

_REPEATED = 40
"""A paragraph of at least this many code points that is printed twice is boilerplate."""
_ASIDE = frozenset({"ui", "sidebar", "blurb", "footer"})


def mark_tails(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Marks repeated boilerplate, authors' notes below their heading, and the weaker lines below the first sure one."""
    _mark_repeated(lines, kinds)
    _mark_notes(lines, kinds)
    weak = [kind_by("tail", line.cue_text) for line in lines]
    start = len(lines)
    while start and (kinds[start - 1] in _ASIDE or weak[start - 1] or _is_label(start - 1, lines, kinds, weak)):
        start -= 1
    sure = next((at for at in range(start, len(lines)) if kinds[at] in _ASIDE or weak[at] == "blurb"), len(lines))
    for at in range(sure, len(lines)):
        kinds[at] = kinds[at] or weak[at] or "footer"
    if sure > start and sure < len(lines) and kinds[sure] == "footer" and is_title(lines[sure - 1].text):
        kinds[sure - 1] = "footer"


def _is_label(at: int, lines: tuple[Line, ...], kinds: list[BlockKind | None], weak: list[BlockKind | None]) -> bool:
    """A title with nothing but asides below it heads no part of the article."""
    below = at + 1
    if not is_title(lines[at].text) or below >= len(lines) or at == 0:
        return False
    return kinds[below] == "footer" or weak[below] == "footer"


def _mark_repeated(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    counts = Counter(line.text for line in lines if len(line.text) >= _REPEATED)
    for at, line in enumerate(lines):
        if kinds[at] is None and counts[line.text] > 1 and at:
            kinds[at] = "footer"


def _mark_notes(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Below "About the author": the first paragraph, then what is about the same person or has a blurb's shape."""
    at = 0
    while at < len(lines):
        if kinds[at] is None and kind_by("opens", lines[at].cue_text) == "blurb":
            kinds[at] = "blurb"
            author: frozenset[str] = frozenset()
            while at + 1 < len(lines) and kinds[at + 1] is None and _is_about(lines[at + 1], author):
                at += 1
                kinds[at] = "blurb"
                author = author or frozenset(list(names(" ".join(lines[at].text.split()[:4]))))
        at += 1


def _is_about(line: Line, author: frozenset[str]) -> bool:
    if not author:
        return True
    return bool(author & names(line.text)) or kind_by("tail", line.cue_text) == "blurb"
