"""Dates named in passing: a day that tells which vote is meant, a year that an anniversary recalls."""

from __future__ import annotations

import re

from pipeline.calendar.timex3 import granularity_of
from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Antecedent, Memory
from pipeline.timex.recognition.lexicon import words_of

_KNOWN = re.compile(r"\bthe\s+$", re.I)
_NOUN = re.compile(r"\s+[a-z]")
_LEAD = 8
"""Characters before a date in which "the" stands."""
_SENTENCE = 300
"""Characters before a year in which its sentence begins."""


def stands_before_noun(expression: LocalExpression, text: str) -> bool:
    """Whether a day only tells which one is meant: "the May 17 vote"."""
    start, end = expression.span.start, expression.span.end
    return bool(_KNOWN.search(text, max(0, start - _LEAD), start) and _NOUN.match(text, end))


def recalls(date: Antecedent, memory: Memory) -> bool:
    """Whether the only year of a text of unknown date is that of what an anniversary recalls, no story's."""
    if memory.published is not None or granularity_of(date.value) != "year":
        return False
    start = date.expression.span.start
    sentence = memory.text[max(0, start - _SENTENCE) : start].rpartition(". ")[2]
    alone = sum(e.year is not None for e in memory.expressions) == 1
    return alone and not words_of("RECALLS").isdisjoint(re.findall(r"\w+", sentence.lower()))
