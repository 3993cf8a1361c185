"""Boxes that advertise other stories, also in mid-article: a known heading, then teasers, then the article resumes.

A teaser is one or more titles and at most one paragraph. A further paragraph still belongs to the box when it is about
what only the box is about, and to the article when it is about what the article spoke of before.
"""

from __future__ import annotations

from pipeline.model import BlockKind
from pipeline.readers.cues import kind_by
from pipeline.readers.lines import Line, is_title, names

_REACH = 4
"""A title printed twice within this many lines is a teaser: once as the link, once as its heading."""
_TEASER_WORDS = 5
_CONTEXT = 60
"""Lines above a box that tell what the article is about."""


def mark_sidebars(lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Marks one-line pointers, boxes below a known heading, and titles that are printed twice in a row."""
    for at, line in enumerate(lines):
        if kinds[at] is not None:
            continue
        if kind_by("inline", line.cue_text):
            kinds[at] = "sidebar"
        elif kind_by("opens", line.cue_text) == "sidebar":
            _mark_box(at, lines, kinds)
        elif at and _is_printed_twice(at, lines):
            kinds[at] = "sidebar"


def _is_printed_twice(at: int, lines: tuple[Line, ...]) -> bool:
    text = lines[at].text
    if len(text.split()) < _TEASER_WORDS or not is_title(text):
        return False
    return any(other.text == text for other in (*lines[max(1, at - _REACH) : at], *lines[at + 1 : at + 1 + _REACH]))


def _mark_box(heading: int, lines: tuple[Line, ...], kinds: list[BlockKind | None]) -> None:
    """Marks the heading and what belongs to it, up to the line where the article resumes or another block begins."""
    before = range(max(0, heading - _CONTEXT), heading)
    article = names(" ".join(lines[at].text for at in before if kinds[at] is None))
    kinds[heading] = "sidebar"
    box: frozenset[str] = frozenset()
    after_title = False
    for at in range(heading + 1, len(lines)):
        text, opens = lines[at].text, kind_by("opens", lines[at].cue_text)
        if kinds[at] not in {None, "caption"} or opens not in {None, "sidebar"}:
            return
        title = is_title(text) or opens is not None
        lean = 0 if title else _lean(names(text), box, article)
        if lean < 0 or (lean == 0 and not title and not (after_title and _ends_teaser(at, lines))):
            return
        after_title = title
        box |= names(text)
        kinds[at] = "sidebar"


def _lean(found: frozenset[str], box: frozenset[str], article: frozenset[str]) -> int:
    """Above 0: a paragraph with these names is about what only the box is about; below 0: what only the article is."""
    if not box and not found & article:
        return 1
    return len(found & (box - article)) - len(found & (article - box))


def _ends_teaser(at: int, lines: tuple[Line, ...]) -> bool:
    """Whether no further paragraph follows: an article resumes with more than one, a teaser has just one."""
    return at + 1 == len(lines) or is_title(lines[at + 1].text)
