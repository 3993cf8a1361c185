"""Days of deeds that the document tells with a verb: "was arrested on May 23 ... two days after his arrest"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import LocalExpression
from pipeline.resources import split
from pipeline.timex.context.outcome import Memory
from pipeline.timex.recognition.lexicon import meanings
from pipeline.timex.recognition.tense_cues import cues

_LEAD = 90
"""Characters before a date in which the verb stands that it dates."""
_SENTENCE = re.compile(r"[.!?;:]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")


def deed_days(memory: Memory) -> dict[str, list[LocalExpression]]:
    """Noun of a deed -> the dates on which the document says that somebody did it or suffered it."""
    found: dict[str, list[LocalExpression]] = {}
    for expression in memory.expressions:
        if expression.operator in {"calendar", "within"} and expression.day and expression.month:
            for noun in _nouns(memory.text, expression.span.start):
                found.setdefault(noun, []).append(expression)
    return found


def _nouns(text: str, start: int) -> Iterator[str]:
    """The nouns of the nearest verb before `start`, where that is one of a deed."""
    lead = _SENTENCE.split(text[max(0, start - _LEAD) : start])[-1]
    # A word with a capital is a month or a name: "May", "Ted".
    for word in reversed([each for each in _WORD.findall(lead) if not each[0].isupper()]):
        nouns = meanings().get(("DEED", word))
        if nouns is not None:
            yield from split(nouns)
            return
        cue = cues().get(word)
        if (cue is not None and cue.tense != "none") or (cue is None and word.endswith("ed")):
            return
