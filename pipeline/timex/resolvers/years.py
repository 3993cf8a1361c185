"""Which year a date without a year belongs to: by tense and nearness in news, by what went before in a history."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from pipeline.calendar.interval import Interval
from pipeline.calendar.timex3 import granularity_of, interval_of
from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.settings.timex import AGAINST_PAST, CLOSE_PREFERENCE, DOUBTFUL_YEAR, FUTURE_PREFERENCE, STORY_LEAP
from pipeline.timex.context.frames import governing, opens_sentence
from pipeline.timex.context.in_passing import recalls
from pipeline.timex.context.outcome import Antecedent, Memory, said
from pipeline.timex.resolvers.brackets import year_behind
from pipeline.timex.resolvers.far_apart import year_by_length
from pipeline.timex.resolvers.in_lists import year_in_list
from pipeline.timex.resolvers.story_years import Choice, InYear, in_story
from pipeline.timex.resolvers.told_past import (
    day_told,
    goes_on,
    in_recap,
    in_year_told,
    named_in_full,
    seen_from_then,
    told_again,
    within_its_month,
)
from pipeline.timex.resolvers.undated_lists import year_of_list

_BEHIND = "the verb is past, so the last one before"
_ENDED = re.compile(r"\bended\s+(?:on\s+)?$")
_LEAD = 12
"""Characters before a date in which "ended on" stands."""
_FAR_ON = 270
"""Days that a story hardly goes on from one date to the next without naming the year."""
_JUST_BEFORE = 45
"""Days before the last date within which it goes back without naming the year."""
_ANY_SEASON = "season-bare"
"""Rule whose words name a season without an article: one like others."""


def choose_year(in_year: InYear, expression: LocalExpression, memory: Memory) -> Choice | None:
    """The value with its year, or None when nothing tells the year."""
    stated = year_behind(expression, memory)
    value = in_year(stated.year) if stated and stated.year else None
    if stated and value:
        return value, f"“{stated.text}” behind the bracket is its year", f"expression:{memory.position(stated)}"
    listed = year_in_list(in_year, expression, memory) or year_of_list(in_year, expression, memory)
    if listed is not None:
        return listed
    story = _story(memory, expression)
    if story is not None:
        return in_story(in_year, story, expression, memory) or _by_story(in_year, story)
    parted = year_by_length(in_year, expression, memory)
    if parted is not None:
        return parted
    governed = _by_frame(in_year, expression, memory, memory.published)
    if memory.published is None:
        return governed or within_its_month(in_year, expression, memory)
    seen = governed or seen_from_then(in_year, expression, memory)
    seen = seen or within_its_month(in_year, expression, memory)
    seen = seen or in_year_told(in_year, expression, memory)
    seen = seen or goes_on(in_year, expression, memory) or in_recap(in_year, expression, memory)
    return seen or _told_by_news(in_year, expression, memory, memory.published)


def _told_by_news(in_year: InYear, expression: LocalExpression, memory: Memory, day: dt.date) -> Choice | None:
    chosen = _by_news(in_year, expression, memory, day)
    days = interval_of(chosen[0]) if chosen else None
    ahead = days is not None and days.start is not None and days.start > day.toordinal()
    if chosen is not None and not ahead and is_doubtful(in_year, chosen[0], day):
        return day_told(in_year, expression, memory) or chosen
    if not ahead:
        return chosen
    # A date that opens its sentence is that of its verb, where one behind a verb may be of what was planned.
    leads = expression.tense == "past" and (opens_sentence(expression, memory.text) or _is_over(expression, memory))
    again = named_in_full(in_year, expression, memory) or told_again(in_year, expression, memory)
    return again or (_by_news(in_year, expression, memory, day, back=True) if leads else chosen)


def _is_over(expression: LocalExpression, memory: Memory) -> bool:
    """Whether "ended" stands right before the date: what has ended did not end after the report."""
    start = expression.span.start
    return _ENDED.search(memory.text[max(0, start - _LEAD) : start]) is not None


def _story(memory: Memory, expression: LocalExpression) -> Antecedent | None:
    """The date before that the year carries on from: only a history goes on from its own dates."""
    last = memory.antecedent("year", leave_out=_is_aside(memory)) if memory.narrative else None
    if last is None or _is_ahead_of_news(last, expression, memory) or _names_days_first(memory):
        return None
    return None if recalls(last, memory) else last


def _names_days_first(memory: Memory) -> bool:
    """Whether a text of unknown date names a day without its year before it names any year: its days are those of
    whoever read it then, and a year that it names later, of some past matter, is not theirs."""
    if memory.published is not None:
        return False
    dates = (e for e in memory.expressions if e.block in ARTICLE_BLOCKS and (e.year or (e.month and e.day)))
    first = next(dates, None)
    return first is not None and first.year is None


def _is_ahead_of_news(last: Antecedent, expression: LocalExpression, memory: Memory) -> bool:
    """Whether a date only looks ahead of a report that has named its days without a year, or goes on to what is past:
    "in force until 1 January 2024" tells no story in which 7 November comes next."""
    if memory.published is not None or last.expression.tense != "future" or last.expression.year is None:
        return False
    if expression.tense == "past" and granularity_of(last.value) == "day":
        return True
    return any(e.month and e.day and e.year is None for e in memory.expressions[: last.index])


def _is_aside(memory: Memory) -> Callable[[Antecedent, str], bool]:
    """Whether a bare year in mid-sentence goes back behind the story: "in 1941, despite the pact of 1939, ..."."""
    told = [date.first_day for date in memory.read if granularity_of(date.value) != "year"]
    # How far the story has got is what it told last: "it lasted until 1918" has looked ahead.
    newest = told[-1] if told else None

    def aside(date: Antecedent, text: str) -> bool:
        if date.expression.rule_id == _ANY_SEASON:
            # "After winter offensives" says of no winter which one it was.
            return True
        back = newest is not None and date.interval.last_day is not None and date.interval.last_day < newest
        return back and granularity_of(date.value) == "year" and not opens_sentence(date.expression, text)

    return aside


def _by_story(in_year: InYear, last: Antecedent) -> Choice | None:
    year = last.first_day.year
    anchor = f"expression:{last.index}"
    running = _running(in_year, last)
    if running is not None:
        return running, f"it holds {said(last)}", anchor
    value = in_year(year)
    why = f"the text tells a story in order, and the last date before it is “{last.expression.text}” ({last.value})"
    days = interval_of(value) if value else None
    if days is None or days.start is None:
        return (value, why, anchor) if value else None
    if days.start > last.first_day.toordinal() + _FAR_ON and (back := _just_before(in_year, last)):
        return back, f"{why}; it has gone on from that month, not come round to it again", anchor
    late = last.expression.mod == "END" and days.start < last.first_day.toordinal()
    near = granularity_of(last.value) not in {"year", "decade"}
    if late or (near and days.start < last.first_day.toordinal() - STORY_LEAP.number):
        later = in_year(year + 1)
        if later:
            return later, f"{why}; a story moves on, so the next year", anchor
    return (value, why, anchor) if value else None


def _just_before(in_year: InYear, last: Antecedent) -> str | None:
    """After 8 January, whose year nobody states, "throughout December" is the month before."""
    value = in_year(last.first_day.year - 1) if last.expression.year is None else None
    days = interval_of(value) if value else None
    near = days is not None and (days.end or 0) > last.first_day.toordinal() - _JUST_BEFORE
    return value if near else None


def _by_frame(in_year: InYear, expression: LocalExpression, memory: Memory, day: dt.date | None) -> Choice | None:
    frame = governing(expression, memory)
    if frame is None:
        return None
    chosen = _by_story(in_year, frame)
    days = interval_of(chosen[0]) if chosen else None
    if days is None or days.start is None or (day is not None and days.start > day.toordinal()):
        return None
    return chosen and (chosen[0], f"{said(frame)} stands before it and sets the year", chosen[2])


def _running(in_year: InYear, last: Antecedent) -> str | None:
    """The season that began in the year before and holds the last date: after 23 January "the winter" is no new one."""
    value = in_year(last.first_day.year - 1)
    days = interval_of(value) if value else None
    near = granularity_of(last.value) in {"day", "time", "week", "month"}
    return (
        value if days and near and days.start and days.start <= last.first_day.toordinal() < (days.end or 0) else None
    )


def _by_news(
    in_year: InYear, expression: LocalExpression, memory: Memory, day: dt.date, *, back: bool = False
) -> Choice | None:
    # A leap day may lie years away; everything else has a candidate in each of three years.
    candidates = _candidates(in_year, day.year, 1) or _candidates(in_year, day.year, 8)
    at = day.toordinal()
    around = [value for value, days in candidates if _distance(days, at) == 0]
    if around:
        return around[0], f"it holds {memory.day_words()}", "published"
    behind = max(((_distance(days, at), value) for value, days in candidates if _distance(days, at) < 0), default=None)
    ahead = min(((_distance(days, at), value) for value, days in candidates if _distance(days, at) > 0), default=None)
    if behind is None or ahead is None:
        only = behind or ahead
        return (only[1], f"the one nearest to {memory.day_words()}", "published") if only else None
    forward, why = (False, _BEHIND) if back else _looks_ahead(ahead[0], -behind[0], expression)
    return (ahead if forward else behind)[1], f"{why} {memory.day_words()}", "published"


def _looks_ahead(ahead: int, behind: int, expression: LocalExpression) -> tuple[bool, str]:
    """Whether the one `ahead` days from now is meant rather than the one `behind`, and why."""
    if expression.tense != "past" and behind < CLOSE_PREFERENCE.number * ahead:
        return False, "the one just before"
    near = AGAINST_PAST if expression.tense == "past" else CLOSE_PREFERENCE
    if expression.tense != "future" and ahead < near.number * behind:
        return True, "the one just after"
    if expression.tense == "future":
        return True, "the words look ahead, so the first one after"
    if expression.tense == "past":
        return False, _BEHIND
    if ahead < FUTURE_PREFERENCE.number * behind:
        return True, "the nearest one lies ahead of"
    return False, "news looks back unless it says otherwise, so the last one before"


def is_doubtful(in_year: InYear, value: str, day: dt.date) -> bool:
    """Whether tense chose for `value` a day of another calendar year, much further from `day` than the one on its other
    side: the words may well mean that one. In November "in February" without more is that of the year."""
    days = interval_of(value)
    if value[:4] == f"{day.year:04}":
        return False
    chosen = _distance(days, day.toordinal()) if days else 0
    others = [_distance(other, day.toordinal()) for _, other in _candidates(in_year, day.year, 1)]
    against = min((abs(other) for other in others if other * chosen < 0), default=None)
    return against is not None and abs(chosen) > DOUBTFUL_YEAR.number * against


def _candidates(in_year: InYear, year: int, reach: int) -> list[tuple[str, Interval]]:
    values = (in_year(y) for y in range(year - reach, year + reach + 1))
    return [(value, days) for value in values if value and (days := interval_of(value))]


def _distance(days: Interval, at: int) -> int:
    """Days from `at` to the interval: negative when it lies before, 0 when it holds `at`."""
    start, end = days.start or 1, days.end or 1
    if start <= at < end:
        return 0
    return start - at if start > at else end - 1 - at
