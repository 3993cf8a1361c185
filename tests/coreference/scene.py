"""Articles and mentions for clustering tests, one line each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pipeline.calendar.interval import day
from pipeline.coreference import cluster
from pipeline.model import Document, Event, EventMention, Granularity, Span
from tests.store import made


def article(name: str, published: tuple[int, int, int] | None = (2021, 5, 4), **changes: Any) -> Document:
    """An article of its own text, so that it is nobody's copy."""
    letters = "".join(chr(97 + int(digit, 16)) for digit in made.id_of(name))
    words = " ".join(f"{letters[i % 16]}{letters[(i * 7) % 16]}{letters[(i * 3) % 16]}{i}{name}" for i in range(40))
    made_one = made.document(name, words, outlet=f"{name} Post")
    days = day(dt.date(*published)) if published else None
    return made.dataclasses.replace(made_one, published=days, **changes)


def told(
    of: Document,
    lemma: str,
    who: str = "",
    whom: str = "",
    *,
    on: tuple[int, int, int] | None = None,
    kind: str = "CONSULT",
    at: int = 0,
    **changes: Any,
) -> EventMention:
    """One mention: `who` and `whom` are names with commas between."""
    names = tuple(filter(None, who.split(",")))
    interval = day(dt.date(*on)) if on else changes.pop("interval", None)
    granularity: Granularity = "day" if on else "none"
    title = changes.pop("title", f"{who or 'Somebody'} {lemma} {whom}".strip())
    fields = {
        "mention_id": made.id_of(of.doc_id, lemma, who, whom, on, at, title),
        "lemma": lemma,
        "title": title,
        "event_type": kind,
        "mode": None,
        "actors": names,
        "recipients": tuple(filter(None, whom.split(","))),
        "locations": (),
        "trigger": Span(at, at + 3),
        "interval": interval,
        "edtf": dt.date(*on).isoformat() if on else None,
        "granularity": granularity,
        "dating": "explicit" if interval else "undated",
    }
    return made.mention(of, **(fields | changes))


A, B, C = article("alpha"), article("beta", (2021, 5, 5)), article("gamma", (2021, 5, 6))


def joined(*mentions: EventMention, documents: tuple[Document, ...] = (A, B, C)) -> list[Event]:
    """The events that the mentions tell of."""
    return list(cluster(documents, mentions).events)
