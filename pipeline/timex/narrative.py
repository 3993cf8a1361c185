"""Tells a history, whose dates follow one another, from news, whose dates look back from the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.model import ARTICLE_BLOCKS, LocalExpression
from pipeline.settings.timex import NARRATIVE_YEARS

_NEWS_OPERATORS = {"deictic", "ago"}


def is_narrative(expressions: Sequence[LocalExpression], published: dt.date | None) -> bool:
    """Whether the text is a history.

    Without a publication date every dated text is read in its own order. With one, a history names several years long
    past and hardly any time counted from publication.
    """
    if published is None:
        return True
    inside = [e for e in expressions if e.block in ARTICLE_BLOCKS]
    past = sum(1 for e in inside if e.year is not None and e.year < published.year - 1)
    recent = sum(1 for e in inside if e.year is not None and e.year >= published.year - 1)
    news = sum(1 for e in inside if _counts_from_publication(e))
    return past >= NARRATIVE_YEARS.number and past >= 10 * news and past > recent


def tells_history(expressions: Sequence[LocalExpression]) -> bool:
    """Whether a text of unknown date names so many years that its days follow one another rather than publication."""
    inside = [e for e in expressions if e.block in ARTICLE_BLOCKS]
    # "Overnight" is said in both.
    news = any(e.operator in _NEWS_OPERATORS and e.relative_to == "published" and not e.definite for e in inside)
    return not news and sum(e.year is not None for e in inside) >= NARRATIVE_YEARS.number


def names_many_years(expressions: Sequence[LocalExpression]) -> bool:
    """Whether a text of unknown date is a history although it speaks of today, if of no yesterday or tomorrow."""
    inside = [e for e in expressions if e.block in ARTICLE_BLOCKS]
    near = [e for e in inside if e.operator in _NEWS_OPERATORS and e.relative_to == "published"]
    only_today = all(e.operator == "deictic" and not e.amount and e.clock is None for e in near)
    return only_today and sum(e.year is not None for e in inside) >= NARRATIVE_YEARS.number


def _counts_from_publication(expression: LocalExpression) -> bool:
    if expression.operator in _NEWS_OPERATORS and expression.relative_to == "published":
        return True
    return expression.operator == "weekday" or (expression.operator == "unit" and expression.relative_to == "published")
