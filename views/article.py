"""A whole article as blocks of marked text, with the other events told in it. Pure; offsets are code points."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import labels, words
from views import passages

Row = Mapping[str, Any]
MOST = 30_000
"""Characters of an article shown at once; of a longer one, those around the passage."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event told in the article: a row of the event table, and where its trigger stands."""

    event: Row
    start: int
    end: int
    is_apart: bool = False
    """Whether it is kept off the timeline."""


def article(document: Row, mention: Row, event_id: str, told: Sequence[Told]) -> dict[str, Any]:
    """The article around one mention.

    Args:
        document: a row of the document table.
        mention: the mention in view, marked in full.
        event_id: the event it belongs to.
        told: the events of the article in the order of its text, each once.

    Returns:
        `blocks` with their marked runs, `events` with what each is called, the place `at` of this event among them,
        and how many characters lie `before` and `after` what is shown.
    """
    text = document["text"]
    others = [(number, one) for number, one in enumerate(told) if one.event["event_id"] != event_id]
    marked = [*passages.spans(mention), *_light(mention, others)]
    first, last = _window(len(text), mention["passage_start"])
    return {
        "blocks": [
            {"kind": kind, **_called(kind), "runs": passages.runs(text, marked, max(first, start), min(last, end))}
            for kind, start, end in _blocks(text, document["blocks"])
            if start < last and end > first
        ],
        "events": [
            {
                "id": one.event["event_id"],
                "title": one.event["title"],
                "when": words.happened(one.event),
                "apart": one.is_apart,
            }
            for one in told
        ],
        "at": next((number for number, one in enumerate(told) if one.event["event_id"] == event_id), None),
        "before": first,
        "after": len(text) - last,
    }


def _light(mention: Row, others: Sequence[tuple[int, Told]]) -> list[tuple[int, int, str]]:
    """Light marks on other events' triggers, but for those that the passage in view marks already."""
    taken = [(start, end) for start, end, kind in passages.spans(mention) if kind != "passage"]
    return [
        (one.start, one.end, f"event-{number}")
        for number, one in others
        if not any(start < one.end and one.start < end for start, end in taken)
    ]


def _window(length: int, at: int) -> tuple[int, int]:
    first = max(0, min(at - MOST // 2, length - MOST))
    return first, min(length, first + MOST)


def _called(kind: str) -> dict[str, str]:
    row = labels.block(kind)
    return {"role": row.role, "label": row.label}


def _blocks(text: str, cell: str | None) -> list[tuple[str, int, int]]:
    """The blocks as (kind, start, end), and the text between them, which is the article's own."""
    found: list[tuple[str, int, int]] = []
    at = 0
    for block in json.loads(cell or "[]"):
        found += [("body", at, block["start"]), (block["kind"], block["start"], block["end"])]
        at = block["end"]
    return [(kind, start, end) for kind, start, end in [*found, ("body", at, len(text))] if text[start:end].strip()]
