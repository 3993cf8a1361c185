"""The day on which quoted words were spoken: "'I will return tomorrow,' she said on Tuesday" counts from Tuesday."""

from __future__ import annotations

import itertools
import re

from pipeline.model import LocalExpression
from pipeline.settings.timex import QUOTATION_REACH
from pipeline.timex.context.outcome import Memory
from pipeline.timex.recognition.tense_cues import reporting

_PAIRS = (("“", "”"), ("«", "»"), ("``", "''"), ("‘", "’"))
_PARAGRAPH = re.compile(r"\n\s*\n")
_OPENING = re.compile(r"(?<![\w.,!?])\"(?=\w)|(?<!\w)'(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")
_DAYS = {"weekday", "calendar", "deictic"}


def quotation_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the quotation that holds `text[start:end]` begins and ends, marks included; None outside quotations."""
    reach = round(QUOTATION_REACH.number)
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    before = _PARAGRAPH.split(before)[-1]
    for opening, closing in _PAIRS:
        at, stop = before.rfind(opening), _close(after, closing)
        if at >= 0 and stop >= 0 and closing not in before[at + 1 :]:
            return start - len(before) + at, end + stop + len(closing)
    return _straight(before + text[start : start + 1], after, start, end)


def _straight(before: str, after: str, start: int, end: int) -> tuple[int, int] | None:
    """The same for marks that do not tell opening from closing; `before` ends with the first character of the place."""
    openings = list(_OPENING.finditer(before))
    if not openings:
        return None
    at = openings[-1].start()
    mark = before[at]
    stop = _close(after, mark)
    if stop < 0 or re.search(rf"{mark}(?!\w)", before[at + 1 :]):
        return None
    return start + 1 - len(before) + at, end + stop + 1


def _close(after: str, mark: str) -> int:
    found = re.search(rf"{re.escape(mark)}(?!\w)", _PARAGRAPH.split(after)[0])
    return found.start() if found else -1


def speech_day(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The expression that dates the quotation around this one, None when nothing does or there is no quotation."""
    place = quotation_around(memory.text, expression.span.start, expression.span.end)
    if place is None:
        return None
    text, (start, end) = memory.text, place
    found = _SENTENCE_END.search(text, end, end + round(QUOTATION_REACH.number))
    behind = (end, found.start() + 1 if found else min(len(text), end + round(QUOTATION_REACH.number)))
    lead = text[max(0, start - round(QUOTATION_REACH.number)) : start]
    cuts = [match.end() for match in _SENTENCE_END.finditer(lead)]
    ahead = (start - len(lead) + (cuts[-1] if cuts else 0), start)
    for begin, stop in (behind, ahead):
        if not any(word.lower() in reporting() for word in _WORD.findall(text[begin:stop])):
            continue
        if begin == end and text[end - 2 : end - 1] not in ",!?" and text[end : end + 1] != ",":
            # The quotation ends its sentence: what follows it is another.
            continue
        near = itertools.takewhile(lambda e, stop=stop: e.span.end <= stop, memory.expressions_from(begin))  # type: ignore[misc]
        day = next((e for e in near if _names_a_day(e)), None)
        if day is not None:
            return day
    return None


def reported_day(expression: LocalExpression, memory: Memory) -> LocalExpression | None:
    """The expression behind its comma that dates who reports it: "struck overnight, officials said on Sunday"."""
    end = expression.span.end
    found = _SENTENCE_END.search(memory.text, end, end + round(QUOTATION_REACH.number))
    stop = found.start() if found else min(len(memory.text), end + round(QUOTATION_REACH.number))
    near = itertools.takewhile(lambda each: each.span.end <= stop, memory.expressions_from(end))
    day = next((each for each in near if _names_a_day(each)), None)
    if day is None or memory.text[day.span.end : stop].strip():
        return None
    _, comma, clause = memory.text[end : day.span.start].rpartition(",")
    return day if comma and any(word.lower() in reporting() for word in _WORD.findall(clause)) else None


def _names_a_day(expression: LocalExpression) -> bool:
    if expression.type not in {"DATE", "TIME"} or expression.operator not in _DAYS:
        return False
    return expression.operator != "calendar" or (expression.day is not None and expression.month is not None)
