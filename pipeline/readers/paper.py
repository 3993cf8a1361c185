"""Pages of paper as text: lines that keep the blanks of the layout become paragraphs in reading order.

A gutter is a band of blanks that runs through several lines with words on both its sides; what stands left of it is
read before what stands right of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_GUTTER = 2
"""Fewest blanks between columns."""
_COLUMN_LINES = 3
"""Fewest lines with words on both sides of a gutter; two may be a table or a letter's head."""
_SHORT = 0.75
"""A line with less than this share of the width, and a sentence's end, ends a paragraph."""
_INDENT = 2
_LONGEST_BAND = 300
"""Lines in which a gutter is followed; a page of paper has a hundred at most."""
_EDGE_LINES = 2
"""Lines at the top and the bottom of a page that may be its running heads."""
_RUN = re.compile(r"\S+(?: \S+)*")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)]*$")
_DATELINE = re.compile(
    r"^[^\W\d_a-zа-яёіўїє]{3,}(?:[ -][^\W\d_a-zа-яёіўїє]{2,})*(?:,? (?:[^\W\d_a-zа-яёіўїє][\w.]*|\d{1,4}))"
    r"{0,5}(?:,? \([^()]{1,40}\))?,?\s*[-–—]{1,2}\s*\S"
)
"""MINSK, May 4, 2021 (Example News) - A: the opening of a report."""
_DIVIDED = re.compile(r"(\w+)-$")
_WORD = re.compile(r"[\w-]+")
_PRINTED = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b|^(?:https?|file):/\S+\s+\d+/\d+$")
"""What browsers print above and below a page: when and what, and from where."""
_ADDRESS = re.compile(r"^(https?://\S+)\s+\d+/\d+$")

Gap = tuple[int, int]


def flow(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of all pages, running heads left out, and joined where a page ends in mid-sentence."""
    heads = set(running_heads(pages))
    known = Counter(word.casefold() for page in pages for line in page for word in _WORD.findall(line))
    found: list[str] = []
    for page in pages:
        lines = ["" if line.strip() in heads else line for line in page]
        for paragraph in _paragraphs(columns(lines), known):
            # A sentence goes on in the next column or on the next page.
            if found and not _SENTENCE_END.search(found[-1]) and paragraph[0].islower():
                found[-1] = _join(found[-1], paragraph, known)
            else:
                found.append(paragraph)
    return found


def running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """Lines at the edges of pages that come back on most of them, whatever number they bear, or that browsers print."""
    edges = [line.strip() for page in pages for line in _edges(page)]
    counts = Counter(_DIGITS.sub("0", line) for line in edges)
    often = max(2, len(pages) // 2)
    return [line for line in dict.fromkeys(edges) if counts[_DIGITS.sub("0", line)] >= often or _PRINTED.search(line)]


def printed_from(pages: Sequence[Sequence[str]]) -> str | None:
    """The address that a browser prints at the foot of the pages that it prints, or None."""
    found = (_ADDRESS.search(line.strip()) for page in pages for line in _edges(page))
    return next((match[1] for match in found if match), None)


def _edges(page: Sequence[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return [*filled[:_EDGE_LINES], *filled[max(_EDGE_LINES, len(filled) - _EDGE_LINES) :]]


def columns(lines: Sequence[str]) -> list[str]:
    """The same lines with columns one below the other, blank lines between them."""
    gaps = [_gaps(line) for line in lines]
    done: list[str] = []
    at = 0
    while at < len(lines):
        end, cut = _band(lines, gaps, at)
        if cut is None:
            done.append(lines[at])
            at += 1
            continue
        band = lines[at:end]
        done += ["", *columns([line[:cut].rstrip() for line in band])]
        done += ["", *columns([line[cut:] for line in band]), ""]
        at = end
    return done


def _band(lines: Sequence[str], gaps: Sequence[Sequence[Gap]], start: int) -> tuple[int, int | None]:
    """The end of the longest run of lines from `start` with a common gutter, and where to cut them; None for none."""
    common, end, best = gaps[start], start, None
    for at in range(start + 1, min(len(lines), start + _LONGEST_BAND)):
        if not lines[at].strip():
            continue
        common = [gap for gap in _both(common, gaps[at]) if gap[0] > 0]
        if not common:
            break
        cut = next((gap for gap in common if _is_gutter(gap, lines[start : at + 1])), None)
        if cut is None and best is not None:
            break
        if cut is not None:
            end, best = at + 1, cut[1]
    return end, best


def _gaps(line: str) -> list[Gap]:
    """Stretches without words, the one after the line's end reaching for ever."""
    found, at = list[Gap](), 0
    for run in _RUN.finditer(line):
        if run.start() - at >= _GUTTER:
            found.append((at, run.start()))
        at = run.end()
    return [*found, (at, 1 << 30)]


def _both(one: Sequence[Gap], other: Sequence[Gap]) -> list[Gap]:
    shared = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(start, end) for start, end in shared if end - start >= _GUTTER]


def _is_gutter(gap: Gap, lines: Sequence[str]) -> bool:
    if gap[1] >= 1 << 30 or gap[0] == 0:
        return False
    both = sum(bool(line[: gap[0]].strip()) and bool(line[gap[1] :].strip()) for line in lines)
    return both >= _COLUMN_LINES


def _paragraphs(lines: Sequence[str], known: Counter[str]) -> list[str]:
    wide = _is_double_spaced(lines)
    width = max((len(line.strip()) for line in lines), default=0)
    found, blanks, margin, last = list[str](), 0, 0, 0
    for line in lines:
        text = " ".join(line.split())
        if not text:
            blanks += 1
            continue
        indent = len(line) - len(line.lstrip())
        apart = blanks > (1 if wide else 0)
        if not found or apart or _begins(found[-1], text, last, indent - margin, width):
            found.append(text)
            margin = indent if apart or not found[:-1] else margin
        else:
            found[-1] = _join(found[-1], text, known)
            margin = indent
        blanks, last = 0, len(line.strip())
    return found


def _begins(before: str, text: str, last: int, indent: int, width: int) -> bool:
    """Whether a paragraph begins without a blank line: by its indent, or after a short line that ends a sentence.

    A dateline opens the report under a short line, which is its title.
    """
    ended = _SENTENCE_END.search(before) is not None or (last < _SHORT * width and _DATELINE.match(text) is not None)
    return ended and (indent >= _INDENT or last < _SHORT * width)


def _is_double_spaced(lines: Sequence[str]) -> bool:
    """Whether nearly every line is followed by just one blank line."""
    filled = [at for at, line in enumerate(lines[:-1]) if line.strip()]
    return len(filled) > 4 and sum(not lines[at + 1].strip() for at in filled) > 0.8 * len(filled)


def _join(before: str, after: str, known: Counter[str]) -> str:
    """Two lines as one. A hyphen at the end goes when it only divides a word, and stays in a compound known as such."""
    divided = _DIVIDED.search(before)
    if divided is None or not after[:1].islower():
        return f"{before}{'' if divided else ' '}{after}"
    rest = _WORD.match(after)
    compound = f"{divided[1]}-{rest[0] if rest else ''}".casefold()
    return f"{before}{after}" if known[compound] else f"{before[:-1]}{after}"
