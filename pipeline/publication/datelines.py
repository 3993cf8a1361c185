"""Lines that say when a text was published: a date that stands alone, and the dateline of an agency."""

from __future__ import annotations

import re

from pipeline.model import Document, Span
from pipeline.publication.event_titles import names_event

_REST = 60
"""Characters that may stand beside the date in a date line: a time of day, a zone, a name."""
_LINES = 8
"""A line that holds little but a date is a date line among the first so many lines, or when it says so itself."""
_SAYS_PUBLISHED = re.compile(r"^\W*(?:first )?(?:published|posted|date|publication date)\b", re.IGNORECASE)
_SAYS_OTHER = re.compile(r"\b(?:updated|modified|edited|last|expires|event)\b", re.IGNORECASE)
_SINCE_UPDATED = re.compile(r"(?:last )?updated (?:an?|\d+) \w+ ago", re.IGNORECASE)
"""What a page says to whoever reads it now; it takes nothing from the date beside it."""
_PROSE = re.compile(r"[.!?]\s*$|(?:\b[a-z]+ ){3}")
_UPPER = "A-ZА-ЯЁІЎЇЄ"
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
_REPORTED = rf",?\s+{_AGENCY}[,.]?(?:\s+[-–—]{{1,2}})?"
"""The agency that reports from a place, in front of the date."""
_PLACE = re.compile(rf"^\s*[{_UPPER}][\w .'’-]{{1,40}}(?:, [{_UPPER}][\w. ]{{1,30}})?(?:[,.]?|{_REPORTED})\s*$")
_NAMED_PLACE = re.compile(
    rf"^\s*(?!(?:In|On|At|From|Since|Until|By|В|На|С)\b)"
    rf"[{_UPPER}][\w.'’-]+(?: (?:[{_UPPER}][\w.'’-]*|de|la|on|na|am|of|the)){{0,4}}"
    rf"(?:, [{_UPPER}][\w.]*(?: [{_UPPER}][\w.]*){{0,2}})?(?:[,.]|{_REPORTED})\s*$"
)
"""A place's name and nothing else, each word with a capital; or with the agency."""
_CAPITALS = re.compile(rf"^\s*[{_UPPER}]{{3,}}")
_SIGNED = re.compile(rf"^,?\s*{_AGENCY}?\s*(?:--|[-–—_:])|^\.\s*/[^/\n]{{1,40}}/\.")
"""A dash, after the agency's name or without it; Moscow's agency puts its name between strokes and full stops."""
_UNSIGNED = re.compile(rf"^\.?\s*(?:{_AGENCY}[.,]?\s+)?[{_UPPER}“\"«]")
"""After a place in capitals and a full date, a sentence may begin without a dash."""
_STAMP_BEFORE = re.compile(rf"^\s*[{_UPPER}][{_UPPER} .&/-]{{2,40}}\($")
_STAMP_AFTER = re.compile(r"^[^()\n]{0,24}\)\s*[-–—:]")
"""An agency in capitals, then the day in brackets and a dash: "NEWS WATCH (Thursday, 4 May 2006: 10.30 CET) -"."""
_SIGNED_BEFORE = re.compile(rf"^\s*[{_UPPER}][\w .'’-]{{1,40}},?\s\([{_UPPER}][^()\n]{{1,40}}\s[-–—]\s?$")
_SIGNED_AFTER = re.compile(r"^\s*\)\s*[-–—:]?\s*\S")
"""A place, then the agency and the day in one bracket: "MOSCOW (NEWS WATCH - 19th August, 2020)"."""
_LONG = 200
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_LONGEST = 1000
"""Characters of the first sentence of a report; a text without full stops has no opening beyond."""


def is_date_line(text: str, span: Span) -> bool:
    """Whether the date at `span` stands in a line with little else, near the top or marked as publication."""
    before, after = line_around(text, span)
    rest = _SINCE_UPDATED.sub("", f"{before} {after}").strip()
    if len(rest) > _REST or _SAYS_OTHER.search(rest) or _PROSE.search(rest):
        return False
    if _SAYS_PUBLISHED.search(before):
        return True
    return not names_event(before) and text.count("\n", 0, span.start) < _LINES


def is_dateline(text: str, span: Span) -> bool:
    """Whether a line begins with a place and the date at `span`, then an agency's name or a dash."""
    before, after = line_around(text, span)
    return _PLACE.match(before) is not None and _SIGNED.match(after) is not None


def opens_with_dateline(document: Document, span: Span) -> bool:
    """Whether a place and the full date at `span` open the body, before an agency, a dash or the first sentence."""
    before, after = line_around(document.text, span)
    if _STAMP_BEFORE.match(before) and _STAMP_AFTER.match(after):
        return True
    if _SIGNED_BEFORE.match(before) and _SIGNED_AFTER.match(after):
        return True
    if _NAMED_PLACE.match(before) is None:
        return False
    signed = _SIGNED.match(after) or (_CAPITALS.match(before) and _UNSIGNED.match(after))
    return signed is not None and (in_lead(document, span) or document.text.count("\n", 0, span.start) < _LINES)


def is_prose(rest: str) -> bool:
    """Whether what stands beside a date in its line reads as a sentence."""
    return _PROSE.search(rest) is not None


def in_lead(document: Document, span: Span) -> bool:
    """Whether `span` stands in the first line of the article's body."""
    body = next((block.span.start for block in document.blocks if block.kind == "body"), None)
    return body is not None and body <= span.start and document.text.find("\n", body, span.start) < 0


def first_sentence(document: Document) -> Span | None:
    """The first sentence of the article's body, with what stands before it in its line, as far as one reaches."""
    body = next((block.span.start for block in document.blocks if block.kind == "body"), None)
    if body is None:
        return None
    start = document.text.rfind("\n", 0, body) + 1
    longest = min(start + _LONGEST, len(document.text))
    over = SENTENCE_END.search(document.text, start, longest)
    end = longest if over is None else over.end() - 1
    return Span(start, end) if start < end else None


def line_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after `span` in its line, cut where it is longer than any date line."""
    before = text[max(0, span.start - _LONG) : span.start].rsplit("\n", 1)[-1]
    return before, text[span.end : span.end + _LONG].split("\n", 1)[0]
