"""Tells a history, whose dates follow one another, from news, whose dates look back from the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.calendar.operators import make as make_date
from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.settings.timex import BEYOND_MEMORY, LONG_AGO, NARRATIVE_YEARS
from pipeline.timex.context.recent_history import goes_on_from_its_opening, tells_recent_story

_NEWS_OPERATORS = {"deictic", "ago"}
_EITHER = (" the next ", " the new year ")
_BESIDE = 5
"""Characters between a date and a weekday told of it."""
_WEEK = 7
"""Days up to publication in which a date without its year is news."""
_REMOTE_YEARS = 2
"""Dates with a past year that are enough where the text opens long ago."""
_YEARS_FOR_TODAY = 2
"""Dates with a past year that each "today" asks for beside the least."""


def is_narrative(expressions: Sequence[LocalExpression], published: dt.date | None) -> bool:
    """Whether the text is a history.

    Without a publication date a text is read in its own order where nothing in it counts from that date. With one, a
    history names several years long past and hardly any time counted from publication.
    """
    inside = _told(expressions)
    if published is None:
        return tells_history(expressions) or not any(_counts_from_publication(e) and not _is_today(e) for e in inside)
    past = sum(1 for e in inside if _before_christ(e) or (e.year is not None and e.year < published.year - 1))
    recent = sum(1 for e in inside if e.year is not None and e.year >= published.year - 1)
    news = [e for e in inside if _counts_from_publication(e) or _is_in_a_year_seen_from_now(e)]
    # "Today a museum stands there": a word for the reader's time is no mark of news where it is the only one.
    todays = sum(1 for e in news if _is_today(e))
    least = NARRATIVE_YEARS.number + _YEARS_FOR_TODAY * todays
    reader = sum(1 for e in news if _is_readers_day(e))
    if reader == len(news) and not recent and past and _opens_long_ago(inside, published.year):
        remote = past >= _REMOTE_YEARS + reader or _beyond_memory(inside, published.year)
        return remote or past >= least or goes_on_from_its_opening(inside, published)
    told = len(news) - todays + sum(1 for e in inside if _is_of_its_week(e, published))
    # "Between 2008 and 2019" is one time gone by, and twice two years make no history.
    terms = sum(1 for e in inside if e.range_with is not None and e.year is not None and e.month is None)
    if past - terms >= least and past >= 10 * told and past > recent:
        return True
    return reader == len(news) and tells_recent_story(inside, published)


def _is_in_a_year_seen_from_now(expression: LocalExpression) -> bool:
    """In March last year, in February this year: no history counts its years so, save "in March of the next year"."""
    if _EITHER[0] in f" {expression.text.lower()} ":
        return False
    return expression.operator == "within" and expression.relative_to == "published" and expression.unit == "year"


def _is_of_its_week(expression: LocalExpression, published: dt.date) -> bool:
    """Said on Sept. 11, printed on that day: a report may name its day by month and day, without the year."""
    if expression.year is not None or not expression.month or not expression.day or expression.operator != "calendar":
        return False
    day = make_date(published.year, expression.month, expression.day)
    return day is not None and 0 <= (published - day).days < _WEEK


def _told(expressions: Sequence[LocalExpression]) -> list[LocalExpression]:
    """Those of the article's own text, without a weekday told of the date in front: "20 February, a Sunday"."""
    inside = [e for e in expressions if e.block in ARTICLE_BLOCKS]
    return [e for before, e in zip([None, *inside], inside, strict=False) if not (before and _is_told_of(e, before))]


def _is_told_of(weekday: LocalExpression, date: LocalExpression) -> bool:
    near = 0 < weekday.span.start - date.span.end <= _BESIDE
    return near and weekday.operator == "weekday" and date.day is not None and date.month is not None


def _opens_long_ago(expressions: Sequence[LocalExpression], year: int) -> bool:
    """Whether the first date is a day, month or season of a year long past, and hardly anything looks ahead."""
    dates = [e for e in expressions if e.type in {"DATE", "TIME"}]
    # "Shortly after midnight on the morning of April 2, 1982," opens with its date, not with an hour.
    first = next((e for e in dates if not _is_hour(e)), None)
    # "It would fall in 1453" looks ahead inside the story.
    open_years = [e for e in dates if e.year is None and not _before_christ(e)]
    ahead = sum(e.tense == "future" for e in open_years)
    # "21 February: the battle begins", among others that do not look ahead, is the present of a chronicle.
    looks_ahead = ahead > 0 and 2 * ahead >= len(open_years)
    if first is not None and _before_christ(first):
        return not looks_ahead
    opening = _year_of(first, dates) if first is not None else None
    if first is None or opening is None or opening > year - LONG_AGO.number:
        return False
    if first.month is None and first.part is None:
        return False
    return not looks_ahead


def _is_hour(expression: LocalExpression) -> bool:
    return expression.operator == "clock" and expression.local_value.startswith("T")


def _beyond_memory(expressions: Sequence[LocalExpression], year: int) -> bool:
    """Whether the first date lies so far back that nobody of it can be in the news."""
    first = next(e for e in expressions if e.type in {"DATE", "TIME"} and not _is_hour(e))
    opening = _year_of(first, expressions)
    return opening is not None and opening <= year - BEYOND_MEMORY.number


def _year_of(first: LocalExpression, expressions: Sequence[LocalExpression]) -> int | None:
    """The year of the first date, or that of the range it opens: "from 20 June to 14 August 1900"."""
    if first.year is not None or first.range_with is None:
        return first.year
    return next((e.year for e in expressions if e.span == first.range_with), None)


def _before_christ(expression: LocalExpression) -> bool:
    return expression.local_value.startswith("BC")


def tells_history(expressions: Sequence[LocalExpression]) -> bool:
    """Whether a text of unknown date names so many years that its days follow one another rather than publication."""
    inside = _told(expressions)
    bare = sum(e.year is not None and e.month is None for e in inside)
    years = sum(e.year is not None for e in inside)
    # A chronicle whose head tells the news of Sunday heads its entries with years; a report names months with theirs.
    operators = _NEWS_OPERATORS | ({"weekday"} if bare < NARRATIVE_YEARS.number else set())
    news = any(e.operator in operators and _counts_from_publication(e) and not _is_readers_day(e) for e in inside)
    return not (news or any(map(_is_seen_from_now, inside))) and years >= NARRATIVE_YEARS.number


def _is_seen_from_now(expression: LocalExpression) -> bool:
    """Last September, in July last year: said by whoever counts back from the day of writing."""
    within = expression.operator == "within" and expression.relative_to == "published"
    return within and bool(expression.amount) and not expression.definite


def names_many_years(expressions: Sequence[LocalExpression]) -> bool:
    """Whether a text of unknown date is a history although it speaks of today, if of no yesterday or tomorrow."""
    inside = _told(expressions)
    near = [e for e in inside if e.operator in _NEWS_OPERATORS and e.relative_to == "published"]
    only_today = all(_is_today(e) for e in near)
    return only_today and sum(e.year is not None for e in inside) >= NARRATIVE_YEARS.number


def _is_today(expression: LocalExpression) -> bool:
    return expression.operator == "deictic" and not expression.amount and expression.clock is None


def _is_readers_day(expression: LocalExpression) -> bool:
    """Whether "today" is the time of whoever reads: "it is known today as", where "veterans met today" is news."""
    return _is_today(expression) and expression.tense in {"present", "none"}


def _counts_from_publication(expression: LocalExpression) -> bool:
    either = any(words in f" {expression.text.lower()} " for words in _EITHER)
    if either or (expression.operator == "ago" and expression.amount is None):
        # "The next week" and "many years ago" are said in both.
        return False
    if expression.operator in _NEWS_OPERATORS and expression.relative_to == "published":
        # So are "overnight" and "by the morning".
        return not expression.definite
    if expression.weekday is not None and expression.day is None and expression.relative_to != "previous":
        # "8 a.m. Monday" counts from publication as "Monday" does.
        return True
    # "The end of the month" is of the month spoken of.
    from_now = expression.relative_to == "published" and not expression.definite
    return expression.operator in {"unit", "clock"} and from_now
