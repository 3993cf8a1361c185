"""Lines that say when a text was published: a date that stands alone, and the dateline of an agency."""

from __future__ import annotations

import re

from pipeline.model import Document, Span

_REST = 60
"""Characters that may stand beside the date in a date line: a time of day, a zone, a name."""
_LINES = 8
"""A line that holds little but a date is a date line among the first so many lines, or when it says so itself."""
_SAYS_PUBLISHED = re.compile(r"^\W*(?:first )?(?:published|posted|date|publication date)\b", re.IGNORECASE)
_SAYS_OTHER = re.compile(r"\b(?:updated|modified|edited|last|expires|event)\b", re.IGNORECASE)
_PROSE = re.compile(r"[.!?]\s*$|(?:\b[a-z]+ ){3}")
_PLACE = re.compile(r"^\s*[A-Z][\w .'’-]{1,40}(?:, [A-Z][\w. ]{1,30})?,?\s*$")
_SIGNED = re.compile(r"^,?\s*(?:\([^()\n]{1,40}\)|/[A-Z][\w -]{1,20}/)?\s*(?:--|[-–—_:])")
_LONG = 200


def is_date_line(text: str, span: Span) -> bool:
    """Whether the date at `span` stands in a line with little else, near the top or marked as publication."""
    before, after = _line_around(text, span)
    rest = f"{before} {after}".strip()
    if len(rest) > _REST or _SAYS_OTHER.search(rest) or _PROSE.search(rest):
        return False
    return _SAYS_PUBLISHED.search(before) is not None or text.count("\n", 0, span.start) < _LINES


def is_dateline(text: str, span: Span) -> bool:
    """Whether a line begins with a place and the date at `span`, then an agency's name or a dash."""
    before, after = _line_around(text, span)
    return _PLACE.match(before) is not None and _SIGNED.match(after) is not None


def in_lead(document: Document, span: Span) -> bool:
    """Whether `span` stands in the first line of the article's body."""
    body = next((block.span.start for block in document.blocks if block.kind == "body"), None)
    return body is not None and body <= span.start and "\n" not in document.text[body : span.start]


def _line_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after `span` in its line, cut where it is longer than any date line."""
    before = text[max(0, span.start - _LONG) : span.start].rsplit("\n", 1)[-1]
    return before, text[span.end : span.end + _LONG].split("\n", 1)[0]
