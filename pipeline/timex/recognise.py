"""Finds temporal expressions in one pass: at each token the longest match of any rule wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.model import Document, LocalExpression, Span
from pipeline.timex.fields import Fields
from pipeline.timex.lexer import Token, tokenize
from pipeline.timex.operators import OPERATORS
from pipeline.timex.pattern import captures
from pipeline.timex.ranges import link_ranges
from pipeline.timex.rules import Grammar, Rule, grammar
from pipeline.timex.tense import Surroundings


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a rule: token positions of the whole and of its captures."""

    rule: Rule
    start: int
    end: int
    captured: Mapping[str, tuple[int, int]]


def recognise(document: Document) -> tuple[LocalExpression, ...]:
    """Every temporal expression of the document, in text order; what the words alone say of each.

    Time is linear in the length of the text. English rules; other languages have theirs in `languages.py`.
    """
    tokens = tokenize(document.text)
    surroundings = Surroundings(tokens, grammar().vocabulary)
    found = [
        expression
        for match in matches(tokens, surroundings.classes, grammar())
        for expression in _expressions(match, tokens, document, surroundings)
    ]
    return link_ranges(found, tokens)


def matches(tokens: Sequence[Token], classes: str, rules: Grammar) -> Iterator[Match]:
    """The matches of all rules, leftmost first and longest among those; matches of type NONE are swallowed."""
    starting, position, end = rules.starting, 0, len(tokens)
    while position < end:
        candidates = starting.get(classes[position])
        best = _longest(candidates, classes, position) if candidates else None
        if best is None:
            position += 1
            continue
        rule, match = best
        captured = captures(match)
        if rule.type == "NONE":
            position = match.end()
            continue
        yield Match(rule, match.start(), match.end(), captured)
        stops = [captured[name][1] for name in ("x", "y") if name in captured]
        position = max(stops) if stops else match.end()


def _longest(candidates: Sequence[Any], classes: str, position: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    reach = position
    for matcher in candidates:
        match = matcher.regex.match(classes, position)
        if match is not None and match.end() > reach and matcher.fits(classes, position, match.end()):
            best, reach = (matcher.rule, match), match.end()
    return best


def _expressions(
    match: Match, tokens: Sequence[Token], document: Document, surroundings: Surroundings
) -> Iterator[LocalExpression]:
    captured = {name: tokens[start:end] for name, (start, end) in match.captured.items()}
    start, end = match.captured.get("x", (match.start, match.end))
    first = _expression(match.rule, Fields(captured, match.rule.set), (start, end), tokens, document, surroundings)
    if "y" not in captured:
        if first:
            yield first
        return
    inherited = {name.removesuffix("_y"): words for name, words in captured.items() if name.endswith("_y")}
    outer = {name: words for name, words in captured.items() if name in {"month", "year", "weekday"}}
    second = Fields({**outer, **inherited}, match.rule.set)
    if "month" not in captured:
        # "3 and 4 May": the first date takes its month and year from the second.
        lent = {name: words for name, words in inherited.items() if name != "day"}
        first = _expression(match.rule, Fields({**lent, **captured}, {}), (start, end), tokens, document, surroundings)
    if first:
        yield first
    last = _expression(match.rule, second, match.captured["y"], tokens, document, surroundings)
    if last:
        yield last


def _expression(
    rule: Rule,
    fields: Fields,
    where: tuple[int, int],
    tokens: Sequence[Token],
    document: Document,
    surroundings: Surroundings,
) -> LocalExpression | None:
    local = OPERATORS[rule.operator](fields)
    if local is None:
        return None
    span = Span(tokens[where[0]].start, tokens[where[1] - 1].end)
    expression = LocalExpression(
        span=span,
        text=document.text[span.start : span.end],
        block=document.block_at(span.start),
        rule_id=rule.id,
        operator=rule.operator,
        **({"type": rule.type} | local),
    )
    return replace(expression, tense=surroundings.tense(where[0], where[1]), main_line=surroundings.main_line(where[0]))
