"""The stated year that governs dates after it: "In 1941, the army reached Brest on June 22. On June 28 Minsk fell."

A date with its year that opens a sentence sets the time of that sentence, and of a date that opens the next one. A year
in mid-sentence, or one under "since", sets nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from pipeline.calendar.timex3 import granularity_of
from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.settings.timex import FRAME_REACH, SENTENCE_CHARACTERS
from pipeline.timex.context.in_passing import stands_before_noun
from pipeline.timex.context.outcome import Antecedent, Frame, Memory, Outcome
from pipeline.timex.recognition.lexicon import any_of

_BOUNDARY = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])|\n\s*\n"
)
_PLUPERFECT = re.compile(
    r"\bhad (?:[a-z]+ly |not |also |already |earlier |just |never )?"
    r"[a-z]*(?:ed|en|un|wn|ne|ade|aid|old|[eo]ft|elt|ent|ept|ught|ung|et|ot|ut|id|ead|eard|ood|ound|ome)\b"
)
_NAMED_BY = re.compile(r"\bthe (?:[^\W\d_]+ ){1,3}of (?:the )?$")
_LINE_OPENS = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*]+[ \t]*)?$")
_HEAD = re.compile(r"[ \t]*[.:–—-][ \t]+(?=\S)")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
_MARK = 8
"""Characters before a date in which the mark of its line stands."""
_LEAD = 60
"""Characters before a date in which the words that open its sentence stand."""


@functools.cache
def _opening(*symbols: str) -> re.Pattern[str]:
    words = any_of(*symbols)
    return re.compile(
        r"(?:^|\n|[.!?:][\"”’)]*\s)[\"“‘(]*(?:[A-Z]?[a-z]+\s+)?(?:[A-Z]?[a-z]+,?\s+)?"
        rf"(?:{words})\s+(?:the\s+year\s+)?$",
        re.I,
    )


@functools.cache
def _framing() -> re.Pattern[str]:
    words = any_of("FRAME")
    return re.compile(rf"\b(?:{words})\s+(?:the\s+year\s+)?$", re.I)


@functools.cache
def _background() -> re.Pattern[str]:
    words = any_of("BACKGROUND")
    return re.compile(rf"\b(?:{words})\s(?:[^\W\d_]+\s){{0,6}}$", re.I)


@functools.cache
def _aside() -> re.Pattern[str]:
    words = any_of("RELATIVE")
    return re.compile(rf"(?:,\s(?:{words})|\s(?:{words}|that)\shad)\s[^,.;:!?\n]*$", re.I)


@functools.cache
def _deadline() -> re.Pattern[str]:
    words = any_of("DEADLINE")
    return re.compile(rf"\b(?:{words})\s$", re.I)


@functools.cache
def _due() -> re.Pattern[str]:
    """The verdict was due to come into force on May 18: a day that lay ahead."""
    words = any_of("DUE")
    return re.compile(rf"\b(?:{words}) (?:to|for)\b[^.;:\n]*$", re.I)


def is_background(date: Antecedent, text: str) -> bool:
    """Whether a date only says since when something has gone on, or what is added of somebody in between.

    "Protests since the election of May 3"; "the fire, which began on Monday, had burned the hill by midday".
    """
    span, one = date.expression.span, date.expression
    before = text[max(0, span.start - _LEAD) : span.start]
    if _background().search(before) is not None:
        return True
    if one.relative_to == "previous" and (one.amount or 0) < 0 and _POSSESSIVE.match(text, span.end):
        # "The victors of the previous day's fight": the story stays where it was.
        return True
    return text[span.end : span.end + 1] == "," and _aside().search(before) is not None


def names_an_event(date: Antecedent, text: str) -> bool:
    """Whether a date is part of an event's name: "on the eve of the coup of July 3"."""
    start = date.expression.span.start
    named = _NAMED_BY.search(text[max(0, start - _LEAD) : start]) is not None
    return named and date.expression.month is not None and date.expression.day is not None


def passed_over(expression: LocalExpression, memory: Memory) -> Callable[[Antecedent, str], bool]:
    """What `expression` counts from no more than it must: since when something goes on, what had been told before the
    story began, a deadline and, told as past, what lies ahead of publication."""
    day = memory.published
    past = expression.tense == "past" and day is not None and not memory.narrative

    def is_passed(date: Antecedent, text: str) -> bool:
        ahead = past and day is not None and date.first_day > day
        apart = _is_deadline(date, expression, text) or _told_earlier(date, expression, text)
        apart = apart or (_of_the_day(expression) and stands_before_noun(date.expression, text))
        return ahead or apart or (is_background(date, text) and not _looked_behind(date, expression, text))

    return is_passed


def _is_deadline(date: Antecedent, expression: LocalExpression, text: str) -> bool:
    """Whether a date only says until when something was to last: no day that "later in the day" goes on with, and in a
    paragraph before that of the expression none that anything counts from."""
    span = date.expression.span
    of_the_day = _of_the_day(expression)
    apart = of_the_day or "\n" in text[span.end : expression.span.start]
    before = text[max(0, span.start - _LEAD) : span.start]
    if of_the_day and _due().search(before):
        return True
    found = _deadline().search(before) if apart else None
    # "Trains were crossing again by Sunday": a day that has been reached is one of the story.
    reached = found is not None and found[0].lower().startswith("by") and date.expression.tense != "future"
    return found is not None and not reached


def _of_the_day(expression: LocalExpression) -> bool:
    """Later in the day, on the same day."""
    return expression.operator == "unit" and expression.unit == "day" and not expression.amount


def _looked_behind(date: Antecedent, expression: LocalExpression, text: str) -> bool:
    """Whether its sentence goes back from when something began: "held since May, having spoken a year earlier"."""
    back = expression.operator == "later" and expression.side == "earlier"
    return back and in_one_sentence(text, date.expression.span.end, expression.span.start)


def _told_earlier(date: Antecedent, expression: LocalExpression, text: str) -> bool:
    """Whether a date is of what "had happened", and the sentence after it is already another one's."""
    span = date.expression.span
    if sentences_between(text, span.end, expression.span.start) <= 1:
        # "He had been held on Monday. Two days later he was freed."
        return False
    first, last = sentence_of(text, span.start, span.end, round(SENTENCE_CHARACTERS.number))
    had = _PLUPERFECT.search(text, first, last)
    return had is not None and not _does_the_same(had[0].split()[-1], expression, text)


def _does_the_same(deed: str, expression: LocalExpression, text: str) -> bool:
    """After "had sentenced Orlov on May 3": on the same day the court sentenced others."""
    span = expression.span
    first, last = sentence_of(text, span.start, span.end, round(SENTENCE_CHARACTERS.number))
    return "same" in expression.text.lower().split() and deed in re.findall(r"\w+", text[first:last])


def opens_sentence(expression: LocalExpression, text: str, *symbols: str) -> bool:
    """Whether "in", "on" or "during" (or a word of `symbols`) with this date opens its sentence, after two words at
    most."""
    start = expression.span.start
    before = text[max(0, start - _LEAD) : start]
    return _opening("FRAME", *symbols).search(before) is not None


def sentences_between(text: str, start: int, end: int) -> int:
    """Ends of sentences in `text[start:end]`; 9 when it is longer than a year reaches."""
    if end - start > FRAME_REACH.number:
        return 9
    return len(_BOUNDARY.findall(text, start, end))


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether the word that begins at `end` still belongs to the sentence of `start`."""
    return sentences_between(text, start, end + 1) == 0


def sentence_of(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the sentence that holds `text[start:end]` begins and ends, at most `reach` characters to either side."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    before = [found.end() for found in _BOUNDARY.finditer(text, first, start)]
    after = _BOUNDARY.search(text, end, last)
    return (before[-1] if before else first), (after.start() if after else last)


def governing(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The dated expression whose year this date without one takes over, or None."""
    if expression.tense in {"future", "present"}:
        return None
    if memory.frame is not None:
        between = sentences_between(memory.text, memory.frame.end, expression.span.start)
        if between == 0 or (between == 1 and opens_sentence(expression, memory.text, "RANGE_OPENS")):
            return memory.frame.date
    last = memory.read[-1] if memory.read else None
    if last is not None and _states_a_year(last.expression):
        between_words = memory.text[last.expression.span.end : expression.span.start]
        if re.fullmatch(r"\s*\(", between_words) and last.expression.month:
            # "On Jan. 3, 2004 (Jan. 4 in Moscow)": what brackets add is of the same time.
            return last
        framed = _framing().search(memory.text[max(0, last.expression.span.start - _LEAD) : last.expression.span.start])
        if framed and re.fullmatch(r",?\s+(?:[a-z]+\s+)?", between_words):
            return last
    return None


def rival(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """A year earlier in the sentence that may or may not govern this date: "was born in 1954 and died on May 3"."""
    last = memory.read[-1] if memory.read else None
    if last is None or not _states_a_year(last.expression) or granularity_of(last.value) != "year":
        return None
    start = last.expression.span.start
    framed = _framing().search(memory.text[max(0, start - _LEAD) : start])
    near = framed and sentences_between(memory.text, last.expression.span.end, expression.span.start) == 0
    return last if near else None


def follow(index: int, expression: LocalExpression, outcome: Outcome, memory: Memory) -> None:
    """Keeps the governing year of `memory` up to date after an expression is resolved."""
    if expression.block not in ARTICLE_BLOCKS or memory.narrative:
        return
    if _states_a_year(expression) and outcome.interval is not None and outcome.interval.start is not None:
        same = memory.frame is not None and memory.frame.date.expression.year == expression.year
        if same and memory.frame is not None:
            memory.frame = Frame(memory.frame.date, expression.span.end)
        elif opens_sentence(expression, memory.text) or _headed(expression, memory.text):
            date = Antecedent(index, expression, outcome.value, outcome.interval)
            memory.frame = Frame(date, _headed(expression, memory.text) or expression.span.end)
        else:
            memory.frame = None
    elif memory.frame is not None and outcome.anchor == f"expression:{memory.frame.date.index}":
        memory.frame = Frame(memory.frame.date, expression.span.end)
    elif outcome.anchor == "published" or outcome.value == "PRESENT_REF":
        memory.frame = None


def _headed(expression: LocalExpression, text: str) -> int:
    """Where the text begins that a day heads in its line: "9 November 1998. The court warned him"; 0 where it heads
    none."""
    start = expression.span.start
    opens = _LINE_OPENS.search(text[max(0, start - _MARK) : start]) if expression.day else None
    head = _HEAD.match(text, expression.span.end) if opens else None
    return head.end() if head else 0


def _states_a_year(expression: LocalExpression) -> bool:
    return expression.operator in {"calendar", "span"} and expression.year is not None and not expression.note
