"""What is told as past lies on no day after publication: then the date it was counted from is not the one meant."""

from __future__ import annotations

import re

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Memory, Outcome, open_ended

_OF_A_DAY_TOLD = {"same", "clock"}
LOOKS_BACK = {"units-on"}
"""Rules whose words look back from now, so that the present is no future: "a week on, the line is silent"."""
_DIGITS = re.compile(r"(?<![A-Z])\d")


def in_hindsight(expression: LocalExpression, outcome: Outcome, memory: Memory) -> Outcome:
    """The outcome, left open where "six months on, nothing had changed" would lie ahead of the report that tells it."""
    counted = expression.relative_to == "previous" and expression.operator not in _OF_A_DAY_TOLD
    counted = counted and (outcome.anchor or "").startswith("expression:")
    told = expression.tense == "past" or (expression.tense == "present" and expression.rule_id in LOOKS_BACK)
    if not counted or not told or memory.narrative or memory.published is None:
        return outcome
    start = outcome.interval.start if outcome.interval else None
    if start is None or start <= memory.published.toordinal():
        return outcome
    why = f"counted from the date before it, it would lie after {memory.day_words()}, and the words do not look ahead"
    return open_ended(_DIGITS.sub("X", outcome.value), why)
