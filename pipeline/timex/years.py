"""Which year a date without a year belongs to: by tense and nearness in news, by what went before in a history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import LocalExpression
from pipeline.settings import CLOSE_PREFERENCE, FUTURE_PREFERENCE, STORY_LEAP
from pipeline.timex.outcome import Antecedent, Memory

InYear = Callable[[int], str | None]
"""Year -> TIMEX3 value in it, None where that year has none (29 February)."""
Choice = tuple[str, str, str]
"""Value, why, and what it hangs on ("published", "expression:3")."""


def choose_year(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value with its year, or None when nothing tells the year."""
    story = _story(memory)
    if story is not None:
        return _by_story(in_year, story)
    if memory.published is None:
        return None
    return _by_news(in_year, expression, memory, memory.published)


def _story(memory: Memory) -> Antecedent | None:
    """The date before that the year carries on from; only a history goes on from its dates, news looks to its own day."""
    return memory.antecedent("year") if memory.narrative else None


def _by_story(in_year: InYear, last: Antecedent) -> Choice | None:
    year = last.first_day.year
    value = in_year(year)
    anchor = f"expression:{last.index}"
    why = f"the text tells a story in order, and the last date before it is “{last.expression.text}” ({last.value})"
    days = interval_of(value) if value else None
    if days is None or days.start is None:
        return (value, why, anchor) if value else None
    assert last.interval.start is not None
    late = last.expression.mod == "END" and days.start < last.interval.start
    near = granularity_of(last.value) not in {"year", "decade"}
    if late or (near and days.start < last.interval.start - STORY_LEAP.number):
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
    ahead = _distance(future[0][1], at) if future else None
    behind = -_distance(past[-1][1], at) if past else None
    tense = expression.tense if ahead is not None and behind is not None else "none"
    if ahead is None or (behind is not None and tense != "past" and behind < CLOSE_PREFERENCE.number * ahead):
        return past[-1][0], f"the one just before {memory.day_words()}", "published"
    if behind is None or (tense != "future" and ahead < CLOSE_PREFERENCE.number * behind):
        return future[0][0], f"the one just after {memory.day_words()}", "published"
    if tense == "future":
        return future[0][0], f"the words look ahead, so the first one after {memory.day_words()}", "published"
    if tense == "past":
        return past[-1][0], f"the verb is past, so the last one before {memory.day_words()}", "published"
    if ahead < FUTURE_PREFERENCE.number * behind:
        return future[0][0], f"the nearest one to {memory.day_words()} lies ahead", "published"
    return (
        past[-1][0],
        f"news looks back unless it says otherwise, so the last one before {memory.day_words()}",
        "published",
    )


def _distance(days: Interval, at: int) -> int:
    """Days from `at` to the interval: negative when it lies before, 0 when it holds `at`."""
    assert days.start is not None
    assert days.end is not None
    if days.start <= at < days.end:
        return 0
    return days.start - at if days.start > at else days.end - 1 - at
