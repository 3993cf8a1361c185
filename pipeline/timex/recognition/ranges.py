"""Links two expressions that bound one range: "from Monday to Wednesday", "between March and September last year"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from pipeline.model import LocalExpression, Span
from pipeline.timex.recognition.lexer import Token
from pipeline.timex.recognition.lexicon import meanings, words_of

_JOINS = {"from": "CLOSES_FROM", "between": "CLOSES_BETWEEN"}
"""Words that open a range, and the symbol of those that close it."""
_DASHES = frozenset("-–")
_VERB_BEFORE = 3
"""Words before "from" among which its verb stands: "was moved forward from"."""
_LINKED = {"DATE", "TIME"}


def link_ranges(expressions: Sequence[LocalExpression], tokens: Sequence[Token]) -> tuple[LocalExpression, ...]:
    """The same expressions, those that bound a range naming each other's span in `range_with`."""
    linked = list(expressions)
    for index in range(len(linked) - 1):
        first, second = linked[index], linked[index + 1]
        if first.type in _LINKED and second.type in _LINKED and _joined(first.span, second.span, tokens):
            linked[index] = replace(first, range_with=second.span)
            linked[index + 1] = replace(second, range_with=first.span)
    return tuple(linked)


_LISTS = frozenset("-–—,&/")
"""Signs between two times of which the first borrows what the second says."""
_MONTH_DAY = re.compile(r"XXXX(-\d\d(?:-\d\d)?)")


def share_years(expressions: Sequence[LocalExpression], tokens: Sequence[Token]) -> tuple[LocalExpression, ...]:
    """The same expressions; in "between March and September last year" March gets the year of September.

    A month that comes later in the year than the one it leads up to lies in the year before: "November to March 2021".
    """
    shared = list(expressions)
    borrowed = False
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        begin, end = (_place(tokens, x) for x in (first.span.end, second.span.start))
        between = [token.lower for token in tokens[begin:end]]
        # A comma joins only in a list that ends with its year: "in May, June and July last year".
        joins = words_of("RANGE_CLOSES", "JOINS_TWO") | _LISTS
        linked = len(between) == 1 and between[0] in joins and (between[0] != "," or borrowed)
        given = _with_year_of(first, second) if linked else None
        borrowed = given is not None
        shared[index] = given or first
    return tuple(shared)


def _with_year_of(first: LocalExpression, second: LocalExpression) -> LocalExpression | None:
    """`first` with the year that `second` states, or None when it has one, or `second` has none."""
    if (season := _season_with_year_of(first, second)) is not None:
        return season
    found = _MONTH_DAY.fullmatch(first.local_value)
    if first.operator != "calendar" or found is None or first.month is None or second.month is None:
        return None
    if (first.day is None) != (second.day is None):
        return None
    back = 1 if (first.month, first.day or 0) > (second.month, second.day or 0) else 0
    if second.operator == "calendar" and second.year is not None:
        year = second.year - back
        return replace(first, year=year, local_value=f"{year:04}{found[1]}") if year > 0 else None
    if second.operator == "within" and second.unit == "year":
        amount = (second.amount or 0) - back
        local = f"{second.relative_to}{amount:+g}{found[1]}"
        return replace(
            first, operator="within", unit="year", amount=amount, relative_to=second.relative_to, local_value=local
        )
    return None


_SEASONS = ("SP", "SU", "FA", "WI")


def _season_with_year_of(first: LocalExpression, second: LocalExpression) -> LocalExpression | None:
    """ "the summer and autumn of 1920", "winter and spring 1942": winter is named by the year in which it begins."""
    if second.year is None or first.local_value[:5] != "XXXX-" or second.part not in _SEASONS:
        return None
    if first.part not in _SEASONS:
        return None
    year = second.year - (_SEASONS.index(first.part) > _SEASONS.index(second.part))
    return replace(first, year=year, local_value=f"{year:04}-{first.part}") if year > 0 else None


@functools.cache
def _rounding() -> frozenset[str]:
    """Words that make a time an approximate one."""
    return frozenset(word for (symbol, word), value in meanings().items() if (symbol, value) == ("BOUND", "APPROX"))


def _is_moved(tokens: Sequence[Token], start: int) -> bool:
    """Whether what stands before "from" is moved: "brought forward from October 3 to September 28" is no range."""
    return any(token.lower in words_of("MOVES_DATE") for token in tokens[max(0, start - _VERB_BEFORE) : start])


def _place(tokens: Sequence[Token], offset: int) -> int:
    """The number of the first token that starts at the offset or behind it."""
    return bisect_left(tokens, offset, key=attrgetter("start"))


def _joined(first: Span, second: Span, tokens: Sequence[Token]) -> bool:
    begin, end, after = (_place(tokens, x) for x in (first.start, second.start, first.end))
    before = [token.lower for token in tokens[max(0, begin - 2) : begin]]
    # "From around May 3 to May 7".
    if before[-1:] == ["from"] and _is_moved(tokens, begin - 1):
        return False
    opener = before[0] if before[-1:] and before[-1] in _rounding() else before[-1] if before else ""
    between = [token.lower for token in tokens[after:end]]
    if between[:1] == [","] and opener in _JOINS:
        # "From July 17, 1942, to February 2, 1943": the comma closes the year.
        between = between[1:]
    closing = words_of("CLOSES_ALONE", _JOINS.get(opener, "")) | _DASHES | ({"—"} if opener == "from" else set())
    return len(between) == 1 and between[0] in closing
