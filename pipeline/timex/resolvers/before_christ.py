"""Dates that count from a year before Christ: "The following year", after "In 218 BC", is 217 BC.

The calendar here begins with year 1, so these have a TIMEX3 value (BC0217) and no days.
"""

from __future__ import annotations

import re

from pipeline.model import LocalExpression
from pipeline.timex.context.outcome import Ancient, Memory, Outcome, open_ended

KEPT = "years before Christ are kept as written; the calendar here begins with year 1"
_ERA = re.compile(r"\b(?:A\.?D|C\.?E)\b")
_NAMED = re.compile(r"BC\d{4}(?!/)")
_DAY = re.compile(r"(BC\d{4}-\d\d-)(\d\d)(?:T.*)?")
_SHORTEST_MONTH = 28
"""Days that every month has."""
_FIRST_FULL = 1000
"""The first year of four digits."""
_NEAR = 100
"""Years between two that a story tells one after the other."""
_YEARS = {"year": 1, "decade": 10, "century": 100}


def resolve(expression: LocalExpression, memory: Memory) -> Outcome | None:
    """What the expression means where the text last spoke of a year before Christ; None when it hangs on none."""
    last = memory.ancient or _to_come(expression, memory)
    if last is None or not _hangs_on_it(expression, memory, last):
        return None
    on_its_day = _on_its_day(expression, last)
    if on_its_day:
        return Outcome(on_its_day, None, f"of “{last.text}”; {KEPT}", f"expression:{last.index}")
    rest = _inner(expression)
    years = _years(expression)
    if rest is None or years is None:
        return open_ended(_open(expression), f"it counts from “{last.text}”; {KEPT}")
    # There is no year 0: 1 BC is followed by 1 AD.
    counted = 1 - last.year + years
    if _goes_on(expression, last):
        counted = 1 - (expression.year or 0)
    value = (f"BC{1 - counted:04}" if counted < 1 else f"{counted:04}") + rest
    return Outcome(value, None, f"the year is counted from “{last.text}”; {KEPT}", f"expression:{last.index}")


def _on_its_day(expression: LocalExpression, last: Ancient) -> str | None:
    """That night, at noon, the next day, after 2 August 216 BC; None where no day was named or the month would end."""
    if expression.operator not in {"deictic", "clock", "unit"} or not (day := _DAY.fullmatch(last.value)):
        return None
    number = int(day[2]) + round(expression.amount or 0)
    counted = expression.unit == "day" or (expression.operator == "clock" and expression.local_value[:1] == "T")
    if not counted or not 1 <= number <= _SHORTEST_MONTH:
        return None
    return f"{day[1]}{number:02}{expression.clock or ''}"


def _to_come(expression: LocalExpression, memory: Memory) -> Ancient | None:
    """For a small year that opens a text, the first year before Christ that is named after it."""
    if expression.year is None or expression.year >= _FIRST_FULL or memory.read:
        return None
    named = ((i, e) for i, e in enumerate(memory.expressions) if _NAMED.match(e.local_value))
    return next((Ancient(i, e.text, e.local_value) for i, e in named), None)


def _hangs_on_it(expression: LocalExpression, memory: Memory, last: Ancient) -> bool:
    if expression.operator == "calendar":
        return _goes_on(expression, last) or (memory.narrative and expression.local_value.startswith("XXXX-"))
    if expression.operator not in {"unit", "later", "within", "deictic", "weekday", "clock", "same"}:
        return False
    return expression.relative_to == "previous" or (memory.narrative and expression.operator in {"within", "unit"})


def _goes_on(expression: LocalExpression, last: Ancient) -> bool:
    """Whether a small year goes on from one before Christ without saying so: "In 218 BC ... in the spring of 217"."""
    year = expression.year
    if year is None or year >= _FIRST_FULL or _ERA.search(expression.text):
        return False
    return abs(last.year - year) <= _NEAR


def _inner(expression: LocalExpression) -> str | None:
    """The month, day or season in that year; "" for the year itself, None for what is counted in finer units."""
    local = expression.local_value
    if expression.operator == "calendar":
        return None if local.startswith("XXXX-XX") else local[4:]
    if expression.operator == "within":
        return "-" + local.rpartition("-")[2] if expression.day is None else local[-6:]
    if expression.operator == "same":
        return ""
    return "" if expression.unit in _YEARS else None


def _years(expression: LocalExpression) -> int | None:
    if expression.operator in {"calendar", "same"}:
        return 0
    if expression.operator == "within" and expression.unit != "year":
        # "The following spring" is that of the next year, "that spring" of the same.
        return round(expression.amount or 0)
    return None if expression.amount is None else round(expression.amount * _YEARS.get(expression.unit or "", 0))


def _open(expression: LocalExpression) -> str:
    local = expression.local_value
    if local.startswith("XXXX-"):
        return local
    return {"month": "XXXX-XX", "week": "XXXX-WXX", "year": "XXXX"}.get(expression.unit or "", "XXXX-XX-XX")
