"""Days that head the entries of a chronology with no mark behind them: "4 May Anna Orlova meets her guest". Pure."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from pipeline.span import Span

LEAST = 3
"""Paragraphs that open so: one or two may be an address, a square or a holiday called after its day."""

_MONTHS = "|".join([*calendar.month_name[1:], "Sept", *calendar.month_abbr[1:]])
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b\.?|(?:{_MONTHS})\.? \d{{1,2}}\b)(?:,? \d{{4}}\b)?"
_HEAD = re.compile(rf"(?:^|(?<=\n))[ \t]*(?:[-–—•*·▪][ \t]+)?({_DAY})", re.IGNORECASE)
_OPENS = re.compile(r"[ \t]+[\"“‘(]?[A-Z]")


@lru_cache(maxsize=8)
def run_in_days(text: str) -> tuple[Span, ...]:
    """Where each day stands that opens a line and runs into what it heads; none where fewer than three do."""
    heads = [Span(*found.span(1)) for found in _HEAD.finditer(text) if _OPENS.match(text, found.end(1))]
    return tuple(heads) if len(heads) >= LEAST else ()
