"""Which year a date without a year belongs to: by tense and nearness in news, by what went before in a history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import LocalExpression
from pipeline.settings import FUTURE_PREFERENCE, NEARBY_CHARACTERS, STORY_LEAP
from pipeline.timex.outcome import Antecedent, Memory

InYear = Callable[[int], str | None]
"""Year -> TIMEX3 value in it, None where that year has none (29 February)."""
Choice = tuple[str, str, str]
"""Value, why, and what it hangs on ("published", "expression:3")."""


def choose_year(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value with its year, or None when nothing tells the year."""
    story = _story(expression, memory)
    if story is not None:
        return _by_story(in_year, story)
    if memory.published is None:
        return None
    return _by_news(in_year, expression, memory, memory.published)


def _story(expression: LocalExpression, memory: Memory) -> Antecedent | None:
    """The date before that the year carries on from: always in a history, in news only close after a far year."""
    last = memory.antecedent("year")
    if last is None or memory.narrative:
        return last
    if memory.published is None or last.expression.year is None or expression.tense != "past":
        return None
    between = memory.text[last.expression.span.end : expression.span.start]
    far = last.expression.year < memory.published.year - 1
    return last if far and len(between) < NEARBY_CHARACTERS.number and "\n\n" not in between else None


def _by_story(in_year: InYear, last: Antecedent) -> Choice | None:
    year = last.first_day.year
    value = in_year(year)
    anchor = f"expression:{last.index}"
    why = f"the text tells a story in order, and the last date before it is “{last.expression.text}” ({last.value})"
    days = interval_of(value) if value else None
    if days is None or days.start is None:
        return (value, why, anchor) if value else None
    assert last.interval.start is not None
    if granularity_of(last.value) not in {"year", "decade"} and days.start < last.interval.start - STORY_LEAP.number:
        later = in_year(year + 1)
        if later:
            return later, f"{why}; a story moves on, so the next year", anchor
    return (value, why, anchor) if value else None


def _by_news(in_year: InYear, expression: LocalExpression, memory: Memory, day: dt.date) -> Choice | None:
    candidates = [(value, days) for year in range(day.year - 1, day.year + 2)
                  if (value := in_year(year)) and (days := interval_of(value))]  # fmt: skip
    if not candidates:
        # 29 February: look further for a leap year.
        candidates = [(value, days) for year in range(day.year - 4, day.year + 5)
                      if (value := in_year(year)) and (days := interval_of(value))]  # fmt: skip
    if not candidates:
        return None
    at = day.toordinal()
    around = [value for value, days in candidates if _distance(days, at) == 0]
    if around:
        return around[0], f"it holds {memory.day_words()}", "published"
    past = [c for c in candidates if _distance(c[1], at) < 0]
    future = [c for c in candidates if _distance(c[1], at) > 0]
    if expression.tense == "future" and future:
        return future[0][0], f"the words look ahead, so the first one after {memory.day_words()}", "published"
    if expression.tense == "past" and past:
        return past[-1][0], f"the verb is past, so the last one before {memory.day_words()}", "published"
    if not past or (future and _distance(future[0][1], at) < FUTURE_PREFERENCE.number * -_distance(past[-1][1], at)):
        return future[0][0], f"the nearest one to {memory.day_words()}, lies ahead", "published"
    return past[-1][0], f"news looks back unless it says otherwise, so the last one before {memory.day_words()}", "published"


def _distance(days: Interval, at: int) -> int:
    """Days from `at` to the interval: negative when it lies before, 0 when it holds `at`."""
    assert days.start is not None
    assert days.end is not None
    if days.start <= at < days.end:
        return 0
    return days.start - at if days.start > at else days.end - 1 - at
