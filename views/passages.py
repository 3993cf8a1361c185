"""A mention's passage as runs of text with the marks on them. Pure; offsets are code points, as in the tables.

The browser counts UTF-16 units. It never sees an offset: it gets the runs already cut, so an emoji shifts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Run = tuple[str, str]
"""Text, and the kinds of mark on it separated by spaces: passage, trigger, actor, date, claim, or none."""

CONTEXT = 420
"""Characters of the article shown on each side of a passage, before it is cut at the nearest white space."""


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
        for a, b in zip(edges, edges[1:], strict=False)
    ]


def excerpt(text: str, mention: Row) -> list[Run]:
    """The passage with its marks, what stands around it, and an ellipsis where the article goes on."""
    marked = spans(mention)
    first = max(0, min(start for start, _, _ in marked) - CONTEXT)
    last = min(len(text), max(mention["passage_end"], mention["trigger_end"]) + CONTEXT)
    marked = [mark for mark in marked if mark[0] < last]
    start, end = _at_space(text, first, 1), _at_space(text, last, -1)
    cut = runs(text, marked, start, end)
    return [*([("… ", "")] if start else []), *cut, *([(" …", "")] if end < len(text) else [])]


def _at_space(text: str, at: int, step: int) -> int:
    """The nearest end of a word from `at`, looking inwards; `at` itself in a text of one long word."""
    if at in {0, len(text)}:
        return at
    for near in range(at, at + 40 * step, step):
        if 0 < near < len(text) and text[near].isspace():
            return near + 1 if step > 0 else near
    return at
