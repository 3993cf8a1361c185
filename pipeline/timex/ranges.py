"""Links two expressions that bound one range: "from Monday to Wednesday", "between March and September last year"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import LocalExpression, Span
from pipeline.timex.lexer import Token

_JOINS = {"from": {"to", "until", "till", "through", "-", "–", "—"}, "between": {"and", "to"}, "": {"through"}}
_LINKED = {"DATE", "TIME"}


def link_ranges(expressions: Sequence[LocalExpression], tokens: Sequence[Token]) -> tuple[LocalExpression, ...]:
    """The same expressions, those that bound a range naming each other's span in `range_with`."""
    linked = list(expressions)
    starts = [token.start for token in tokens]
    for index in range(len(linked) - 1):
        first, second = linked[index], linked[index + 1]
        if first.type in _LINKED and second.type in _LINKED and _joined(first.span, second.span, tokens, starts):
            linked[index] = replace(first, range_with=second.span)
            linked[index + 1] = replace(second, range_with=first.span)
    return tuple(linked)


def _joined(first: Span, second: Span, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    begin, end, after = (bisect_left(starts, x) for x in (first.start, second.start, first.end))
    opener = tokens[begin - 1].lower if begin else ""
    between = [token.lower for token in tokens[after:end]]
    return len(between) == 1 and between[0] in _JOINS.get(opener, set()) | _JOINS[""]
