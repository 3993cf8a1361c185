"""What the days of two mentions, and the days their articles were published, say for and against one event."""

from __future__ import annotations

import math

from pipeline.calendar.interval import Interval
from pipeline.coreference import people
from pipeline.coreference.profile import Profile
from pipeline.settings.coreference import COREFERENCE_COPY_DAYS, COREFERENCE_DATE_SLACK, COREFERENCE_PRECISE_DAYS

Part = tuple[float, str]

NOT_TWICE = "it does not befall anyone twice so soon"

PRECISE = COREFERENCE_PRECISE_DAYS.number

MONTH = 31
"""Days; a day within a span up to this many times as long may well be the day meant."""


def allow(one: Profile, other: Profile) -> bool:
    """Whether both can have happened at one time, given that articles count days from different mornings."""
    if one.interval is None or other.interval is None or one.interval.overlaps(other.interval):
        return True
    if one.document.doc_id == other.document.doc_id:
        return False
    if one.once and other.once and one.everyone == other.everyone:
        return True
    if one.explicit_day is not None and other.explicit_day is not None:
        return False
    return gap(one.interval, other.interval) < COREFERENCE_DATE_SLACK.number


def lent_to_nothing(one: Profile, other: Profile) -> bool:
    """Whether one article is dated, and a mention of the other has neither a day of its own nor one of publication.

    "He had freed political prisoners", in an article of any year, is no one release of many.
    """
    if one.document.doc_id == other.document.doc_id or one.origin == other.origin or (one.once and other.once):
        return False
    bare = [each for each in (one, other) if each.interval is None and each.document.published is None]
    if len(bare) != 1:
        return False
    befell = people.same_person(one, other) and one.person not in one.doers
    return not befell and one.counts.isdisjoint(other.counts)


def one_day(one: Profile, other: Profile) -> bool:
    """Whether both are of one and the same day."""
    return one.interval is not None and one.interval.is_day and one.interval == other.interval


def known_allows(one: Profile, other: Profile) -> bool:
    """A known event takes a mention that does not name it when the mention is dated to its days, or happens once."""
    if one.known is None and other.known is None:
        return True
    if one.known is not None and other.known is not None:
        return one.known_id == other.known_id
    known, rest = (one, other) if one.known else (other, one)
    if rest.once and rest.everyone & known.everyone:
        return True
    if rest.document.doc_id == known.document.doc_id and rest.interval is None:
        return True
    days = known.known.interval if known.known else None
    if days is None or (rest.interval is not None and not rest.interval.overlaps(days)):
        return False
    return rest.precise or (rest.closed is None and _news_of(rest, days))


def _news_of(rest: Profile, days: Interval) -> bool:
    """Whether the article came out within a few days of `days`."""
    published = rest.document.published
    return published is not None and abs(gap(published, days)) < COREFERENCE_COPY_DAYS.number


def not_twice(one: Profile, other: Profile) -> bool:
    """Whether it befell one person, and does not befall anyone twice in the time between."""
    if not people.same_person(one, other):
        return False
    first, second = one.closed or one.document.published, other.closed or other.document.published
    return first is not None and second is not None and gap(first, second) <= min(one.apart, other.apart)


def told_together(one: Profile, other: Profile) -> bool:
    """Whether the articles were published within a few days of each other."""
    first, second = one.document.published, other.document.published
    return bool(first and second and gap(first, second) < COREFERENCE_COPY_DAYS.number)


def gap(one: Interval, other: Interval) -> float:
    """Days between two intervals; 0 or less when they share some."""
    first, second = (one, other) if (one.end or 0) <= (other.end or 0) else (other, one)
    return (second.start or 0) - (first.end or 0)


def part(one: Profile, other: Profile) -> Part:
    """The evidence of the days themselves. A day that is only a bound says nothing."""
    first, second = one.days, other.days
    if first is None or second is None:
        return (0.0, "")
    if not first.overlaps(second):
        if one.once:
            return (0.0, "")
        return (0.15, NOT_TWICE) if not_twice(one, other) else (-0.2, "their dates lie apart")
    if first == second and first.start is not None:
        return (0.4, "the same date") if _days_wide(first) <= PRECISE else (0.25, "the same span of time")
    if first.width is None or second.width is None:
        together = first.start is not None and first.start == second.start
        return (0.05, "dates that begin together") if together else (0.0, "")
    return _nested(one, other, *sorted((first.width, second.width)))


def _nested(one: Profile, other: Profile, narrow: int, wide: int) -> Part:
    if wide <= PRECISE:
        return (0.3, "dates that agree")
    if wide <= MONTH * narrow:
        return (0.05, "one date lies within the other")
    repeats = one.spoken or one.equal_sides or people.part(one, other)[0] < people.TELLING
    return (-0.15, "one date is far wider") if repeats else (0.0, "")


def _days_wide(days: Interval) -> float:
    return days.width or math.inf


def nearness(one: Profile, other: Profile, *, headline: bool) -> Part:
    """For a mention without days of its own: one article, copies of one text, or articles of the same days."""
    if _begins(one) and _begins(other):
        return (0.0, "")
    if one.document.doc_id == other.document.doc_id:
        return (0.25, "headline and text of one article") if headline else (0.15, "the same article")
    if one.origin == other.origin:
        return (0.3, "copies of one text")
    if not_twice(one, other):
        return (0.15, NOT_TWICE)
    return _far_apart(one, other)


def _begins(profile: Profile) -> bool:
    """Whether it has a first day of its own, be it still going on: since 2004."""
    return bool(profile.known) or (profile.interval is not None and profile.interval.start is not None)


def _far_apart(one: Profile, other: Profile) -> Part:
    if one.document.published is None or other.document.published is None:
        return (-0.2, "articles of unknown days")
    if told_together(one, other):
        return (0.1, "articles of the same days")
    # Later articles look back on what has a name of its own; meetings and visits come again.
    return (-0.15 if one.things & other.things else -0.3, "articles of different times")
