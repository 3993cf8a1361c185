"""The words of the articles beside the events, for the formats that people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import words
from pipeline.export.statement import EventRow

MOST = 3
"""Most passages of one event: its most telling mentions, each from another article."""


def quoted(events: Sequence[EventRow], mentions: pa.Table, documents: pa.Table) -> list[EventRow]:
    """The events with their `passages`: records of outlet, title, url, published (in words), day (ISO, "" if
    not known) and text.

    Args:
        events: rows of the event table.
        mentions: the table of mentions.
        documents: the table of documents.
    """
    wanted = [mention for event in events for mention in event["mention_ids"]]
    told = {row["mention_id"]: row for row in _having(mentions, "mention_id", wanted)}
    articles = {row["doc_id"]: row for row in _having(documents, "doc_id", [row["doc_id"] for row in told.values()])}
    return [event | {"passages": _passages(event, told, articles)} for event in events]


def _having(table: pa.Table, column: str, values: Sequence[str]) -> list[dict[str, Any]]:
    chosen = pc.is_in(table.column(column), value_set=pa.array(sorted(set(values)), pa.string()))
    return list(table.filter(chosen).to_pylist())


def _passages(
    event: EventRow, told: dict[str, dict[str, Any]], articles: dict[str, dict[str, Any]]
) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for mention in (told[one] for one in event["mention_ids"] if one in told):
        article = articles.get(mention["doc_id"])
        if article is not None and len(found) < MOST:
            found.setdefault(mention["doc_id"], _passage(mention, article))
    return [*found.values()]


def _passage(mention: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    first, last = article["published_start"], article["published_end"]
    return {
        "outlet": article["outlet"] or "Outlet not known",
        "title": article["title"] or article["name"],
        "url": article["url"],
        "day": "/".join(dict.fromkeys(str(end) for end in (first, last) if end)),
        "published": f"published {words.span(first, last)}" if first or last else "publication date not known",
        "text": article["text"][mention["passage_start"] : mention["passage_end"]],
    }
