"""The lines of a text with their place in its paragraphs, and the shapes that tell titles from sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Span

MAX_CUE = 600
"""Longest line, in code points, in which cues are looked for: captions are short, paragraphs may be endless."""
_TITLE_MAX = 170
_TITLE_WORDS = 24
_HEADING_WORDS = 12
_SMALL_WORDS = 4
_ENDS_SENTENCE = re.compile(r"""[.,;:…_–—-]["'”’»)\]*]*$""")
_WORD = re.compile(r"\w[\w'’-]*")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,40}(?:,[^()]{0,40})?\s\([A-Z][\w .]*\)")
_NAME = re.compile(r"\b[A-Z][\w'’-]{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands, its stripped text, and whether blank lines are around it."""

    span: Span
    text: str
    opens_paragraph: bool
    closes_paragraph: bool

    @property
    def stands_alone(self) -> bool:
        """Whether the line is a paragraph of its own."""
        return self.opens_paragraph and self.closes_paragraph

    @property
    def cue_text(self) -> str:
        """The text in which cues are looked for; "" for a line too long to be anything but prose."""
        return self.text if len(self.text) <= MAX_CUE else ""


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    found: list[tuple[Span, str, bool]] = []
    blank_before, offset, closes = True, 0, []
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            found.append((Span(start, start + len(stripped)), stripped, blank_before))
            closes.append(False)
        elif closes:
            closes[-1] = True
        blank_before = not stripped
        offset += len(raw)
    if closes:
        closes[-1] = True
    return tuple(Line(span, line, opens, ends) for (span, line, opens), ends in zip(found, closes, strict=True))


def is_title(line: str) -> bool:
    """Whether `line` is set as titles and headings are: short, a capital first, and not closed like a sentence."""
    if len(line) > _TITLE_MAX or _ENDS_SENTENCE.search(line) or _DATELINE.match(line):
        return False
    words = _WORD.findall(line)
    return 1 < len(words) <= _TITLE_WORDS and not words[0][0].islower() and line[0] not in "([{"


def without_dateline(line: str) -> str:
    """What follows on a dateline: MINSK, July 12 (Lake Wire) - The dam broke. -> The dam broke."""
    found = _DATELINE.match(line)
    return line[found.end() :].lstrip(" -–—:") if found else line


def is_heading(line: str) -> bool:
    """Whether a title is short enough, and capitalised enough or short indeed, to head a part of an article."""
    words = _WORD.findall(line)
    if not is_title(line) or len(words) > _HEADING_WORDS:
        return False
    long_words = [word for word in words[1:] if len(word) >= _SMALL_WORDS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    return len(words) <= 8 or capitals >= 0.6 * len(long_words)


def names(text: str) -> frozenset[str]:
    """Words with a capital, possessive endings dropped: a rough set of whom and what a stretch is about."""
    return frozenset(re.sub(r"['’]s$", "", word) for word in _NAME.findall(text))
