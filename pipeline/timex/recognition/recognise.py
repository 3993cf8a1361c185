"""Finds temporal expressions in one pass: at each token the longest match of any rule wins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.model import BlockKind, Document, LocalExpression, Span
from pipeline.settings.timex import PIECE_CHARACTERS
from pipeline.timex.recognition.fields import Fields
from pipeline.timex.recognition.lexer import Token, tokenize
from pipeline.timex.recognition.operators import OPERATORS
from pipeline.timex.recognition.pattern import captures
from pipeline.timex.recognition.ranges import link_ranges, share_years
from pipeline.timex.recognition.register import Register, register_of
from pipeline.timex.recognition.rules import AT_END, Grammar, Matcher, Rule, Where, grammar
from pipeline.timex.recognition.tense import Surroundings

_CUT = re.compile(r"\n[ \t\r]*\n|(?<=[.!?]) (?=[A-Z][a-z])")
_SPACE = re.compile(r"\s")
_HOLDING: Mapping[Register, Where] = {"message": "message", "jotted": "message", "ancient": "ancient", "text": ""}
"""How a text is written -> where its rules hold."""


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
    starts = [block.span.start for block in document.blocks]
    return tuple(
        expression for start, end in _pieces(document.text) for expression in _in_piece(document, start, end, starts)
    )


def _in_piece(document: Document, start: int, end: int, block_starts: Sequence[int]) -> tuple[LocalExpression, ...]:
    tokens = tokenize(document.text, start, end)
    how = register_of(tokens)
    if how == "message":
        tokens = tokenize(document.text, start, end, lines=True)
    surroundings = Surroundings(tokens, grammar().vocabulary, message=how == "message")
    reading = _Reading(document, tokens, surroundings, block_starts)
    found = [
        expression
        for match in matches(surroundings.classes, grammar(), how)
        for expression in _expressions(match, reading)
    ]
    return link_ranges(share_years(found, tokens), tokens)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a long text, cut between paragraphs or else sentences: no rule and no tense reaches over those, and
    a million tokens alive at once would cost more than their share."""
    size, start = round(PIECE_CHARACTERS.number), 0
    while len(text) - start > size:
        # A text without sentences is cut at a space; only one without spaces stays whole.
        cut = _CUT.search(text, start + size, start + 2 * size) or _SPACE.search(text, start + 2 * size)
        if cut is None:
            break
        yield start, cut.start()
        start = cut.start()
    yield start, len(text)


def matches(classes: str, rules: Grammar, how: Register = "text") -> Iterator[Match]:
    """The matches of all rules, leftmost first and longest among those; matches of type NONE are swallowed.

    Rules of short messages, and those of ancient history, take part where the text is so written.
    """
    starting = rules.starting[_HOLDING[how]]
    free = 0
    for place in starting.opening.finditer(classes):
        position = place.start()
        if position < free:
            continue
        candidates = starting.of(classes[position : position + 2])
        best = _longest(candidates, classes, position) if candidates else None
        if best is None:
            continue
        rule, match = best
        free = match.end()
        if rule.type == "NONE":
            continue
        captured = captures(match)
        yield Match(rule, position, free, captured)
        stops = [captured[name][1] for name in ("x", "y") if name in captured]
        free = max(stops) if stops else free


def _longest(candidates: Sequence[Matcher], classes: str, position: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    reach, previous = position, classes[position - 1] if position else AT_END
    for matcher in candidates:
        # What stands before is cheaper to ask than the pattern, and rules out most rules that ask for it.
        if matcher.before is not None and previous not in matcher.before:
            continue
        match = matcher.regex.match(classes, position)
        if match is not None and match.end() > reach and matcher.fits(classes, position, match.end()):
            best, reach = (matcher.rule, match), match.end()
    return best


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document while it is searched."""

    document: Document
    tokens: Sequence[Token]
    surroundings: Surroundings
    block_starts: Sequence[int]

    def block_at(self, offset: int) -> BlockKind:
        """The kind of block that holds `offset`; blocks are ordered, so a long text stays quick."""
        index = bisect_right(self.block_starts, offset) - 1
        held = index >= 0 and self.document.blocks[index].span.holds(offset)
        return self.document.blocks[index].kind if held else "body"


def _expressions(match: Match, reading: _Reading) -> Iterator[LocalExpression]:
    captured = {name: reading.tokens[start:end] for name, (start, end) in match.captured.items()}
    where = match.captured.get("x", (match.start, match.end))
    fields = Fields(captured, match.rule.set)
    pair = [(fields, where)] if "y" not in captured else _pair(fields, where, match.captured["y"])
    for each, place in pair:
        expression = _expression(match.rule, each, place, reading)
        if expression is not None:
            yield expression


_OWN = frozenset({"day", "hour", "time"})
"""What each of two times says for itself: the 6 of "6-7:30 p.m." is no half past seven."""


def _pair(fields: Fields, one: tuple[int, int], other: tuple[int, int]) -> list[tuple[Fields, tuple[int, int]]]:
    """Both dates of "April 24 and 25" or "3 and 4 May": each takes from the other what it does not say itself."""
    captured = fields.captured
    second = {name.removesuffix("_y"): words for name, words in captured.items() if name.endswith("_y")}
    outer = {name: words for name, words in captured.items() if name in {"month", "year", "weekday", "unit"}}
    lent = {name: words for name, words in second.items() if name not in _OWN} if "month" not in captured else {}
    return [(Fields({**lent, **captured}, fields.given), one), (Fields({**outer, **second}, fields.given), other)]


def _expression(rule: Rule, fields: Fields, where: tuple[int, int], reading: _Reading) -> LocalExpression | None:
    local = OPERATORS[rule.operator](fields)
    if local is None or rule.type == "NONE":
        return None
    tokens, document = reading.tokens, reading.document
    span = Span(tokens[where[0]].start, tokens[where[1] - 1].end)
    tense = reading.surroundings.tense(where[0], where[1])
    if reading.surroundings.message and tense in {"none", "present"}:
        # A message plans unless it tells: "cinema on sat?", "my birthday is on the 25th".
        tense = "future"
    future = local.pop("if_future", {})
    given: dict[str, Any] = (
        {"type": rule.type, "operator": rule.operator} | local | (future if tense == "future" else {})
    )
    return LocalExpression(
        span=span,
        text=document.text[span.start : span.end],
        block=reading.block_at(span.start),
        rule_id=rule.id,
        tense=tense,
        main_line=reading.surroundings.main_line(where[0]),
        **given,
    )
