"""A mention's passage as runs of text with the marks on them. Pure; offsets are code points, as in the tables.

The browser counts UTF-16 units. It never sees an offset: it gets the runs already cut, so an emoji shifts nothing.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Run = tuple[str, str]
"""Text, and the kinds of mark on it separated by spaces: passage, trigger, actor, date, claim, or none."""

BEFORE, AFTER = 180, 420
"""Characters of the article around a passage, cut at the nearest white space; few before it, to keep it in view."""


def spans(mention: Row) -> list[tuple[int, int, str]]:
    """Every marked stretch of a mention as (start, end, kind)."""
    found = [
        (mention["passage_start"], mention["passage_end"], "passage"),
        (mention["trigger_start"], mention["trigger_end"], "trigger"),
        (mention["timex_start"], mention["timex_end"], "date"),
        (mention["claim_start"], mention["claim_end"], "claim"),
        *((start, end, "actor") for start, end in json.loads(mention["actor_spans"] or "[]")),
    ]
    return [(start, end, kind) for start, end, kind in found if start is not None and end is not None and start < end]


def runs(text: str, marked: Sequence[tuple[int, int, str]], start: int, end: int) -> list[Run]:
    """The characters from `start` to `end`, cut wherever a mark begins or ends."""
    edges = sorted({start, end, *(edge for a, b, _ in marked for edge in (a, b) if start < edge < end)})
    return [
        (text[a:b], " ".join(dict.fromkeys(kind for s, e, kind in marked if s <= a and b <= e)))
        for a, b in itertools.pairwise(edges)
    ]


def excerpt(text: str, mention: Row, around: tuple[int, int]) -> list[Run]:
    """The passage with its marks, what stands around it, and an ellipsis where the article goes on.

    Args:
        text: the article.
        mention: a row of the mention table.
        around: the stretch of the article that may be shown, as `surroundings` finds it.
    """
    marked = spans(mention)
    low, high = around
    first = max(low, mention["passage_start"] - BEFORE)
    last = min(high, mention["passage_end"] + AFTER)
    start, end = _at_space(text, first, 1) if first > low else low, _at_space(text, last, -1) if last < high else high
    cut = runs(text, marked, start, end)
    return [*([("… ", "")] if start > low else []), *cut, *([(" …", "")] if end < high else [])]


def surroundings(text: str, mention: Row, blocks: str | None) -> tuple[int, int]:
    """The stretch of article that may be shown around a passage: its block and those of the same kind beside it.

    A headline is shown over the passage already, and an interface line or a sidebar is another text.
    """
    start, end = mention["passage_start"], mention["passage_end"]
    listed = [(block["kind"], block["start"], block["end"]) for block in json.loads(blocks or "[]")]
    holding = next((number for number, (_, a, b) in enumerate(listed) if a <= start < b), None)
    if holding is None:
        return 0, len(text)
    first = last = holding
    while first > 0 and listed[first - 1][0] == listed[holding][0]:
        first -= 1
    while last + 1 < len(listed) and listed[last + 1][0] == listed[holding][0]:
        last += 1
    return min(start, listed[first][1]), max(end, listed[last][2])


def _at_space(text: str, at: int, step: int) -> int:
    """The nearest end of a word from `at`, looking inwards; `at` itself in a text of one long word."""
    if at in {0, len(text)}:
        return at
    for near in range(at, at + 40 * step, step):
        if 0 < near < len(text) and text[near].isspace():
            return near + 1 if step > 0 else near
    return at
