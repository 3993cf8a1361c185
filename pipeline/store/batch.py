"""A batch of documents, what it offers, and what it means for a store that holds some of them. Nothing is written.

Each document is tied to its expressions and mentions by `reading`, a hash of all three.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Document, EventMention, Issue, TemporalExpression
from pipeline.store import rows
from pipeline.store.cells import TableRow


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents with all that was read out of them, and what was odd about the inputs. Ids tie them together."""

    documents: Sequence[Document]
    timexes: Sequence[TemporalExpression] = ()
    mentions: Sequence[EventMention] = ()
    issues: Sequence[Issue] = ()
    emptied: Sequence[str] = ()
    """Sources that hold no document of their own any more: what the store has from them goes."""


@dataclass(frozen=True, slots=True)
class Landed:
    """How many documents a batch added, replaced (read otherwise before), found unchanged, and passed over."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    copies: int = 0

    def __add__(self, other: Landed) -> Landed:
        """Both batches as one."""
        return Landed(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.copies + other.copies,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of one document."""

    document: TableRow
    timexes: list[TableRow]
    mentions: list[TableRow]

    @property
    def key(self) -> str:
        """The checksum that ties the rows together."""
        return str(self.document["reading"])


@dataclass(frozen=True, slots=True)
class Offered:
    """What a batch offers: its readings, and which source holds which text (source_uri, doc_id)."""

    readings: Sequence[Reading]
    claims: frozenset[tuple[str, str]]
    emptied: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch means for a store: readings to write, doc_ids to remove, readings it has, readings passed over."""

    news: list[Reading]
    gone: list[str]
    same: list[Reading]
    copies: list[Reading]


def planned(held: Sequence[TableRow], offered: Offered) -> Plan:
    """A source gives up the texts it no longer holds. Of one text under one name in two places, the first is kept."""
    sources = {source for source, _ in offered.claims} | offered.emptied
    gone = {
        r["doc_id"] for r in held if r["source_uri"] in sources and (r["source_uri"], r["doc_id"]) not in offered.claims
    }
    kept = {row["doc_id"]: row for row in held if row["doc_id"] not in gone}
    plan = Plan([], sorted(gone - {r.document["doc_id"] for r in offered.readings}), [], [])
    for reading in offered.readings:
        twin = kept.get(reading.document["doc_id"])
        if twin and twin["source_uri"] < reading.document["source_uri"]:
            plan.copies.append(reading)
        elif twin and twin["reading"] == reading.key:
            plan.same.append(reading)
        else:
            plan.news.append(reading)
    return plan


def readings(batch: Batch) -> Sequence[Reading]:
    """The rows of each document of a batch, with the checksum that ties them together."""
    return offer(batch).readings


def offer(batch: Batch) -> Offered:
    """The batch by document, one for each id: the first by name of place."""
    first: dict[str, Document] = {}
    for document in sorted(batch.documents, key=lambda d: d.source_uri):
        first.setdefault(document.doc_id, document)
    timexes: dict[str, list[TableRow]] = {}
    for timex in batch.timexes:
        timexes.setdefault(timex.doc_id, []).append(rows.timex_row(timex))
    mentions: dict[str, list[TableRow]] = {}
    for mention in batch.mentions:
        mentions.setdefault(mention.doc_id, []).append(rows.mention_row(mention))
    readings = [_reading(rows.document_row(d), timexes.get(i, []), mentions.get(i, [])) for i, d in first.items()]
    return Offered(readings, frozenset((d.source_uri, d.doc_id) for d in batch.documents), frozenset(batch.emptied))


def reading_key(document: TableRow, timexes: Sequence[TableRow], mentions: Sequence[TableRow]) -> str:
    """A checksum over all that was read out of a document, whatever the order of its parts."""
    return hashed(json.dumps([document, _in_order(timexes), _in_order(mentions)], default=str, sort_keys=True))


def _in_order(found: Sequence[TableRow]) -> list[TableRow]:
    return sorted(found, key=lambda row: str(row.get("timex_id") or "") + str(row.get("mention_id") or ""))


def _reading(document: TableRow, timexes: list[TableRow], mentions: list[TableRow]) -> Reading:
    key = {"reading": reading_key(document, timexes, mentions)}
    return Reading(document | key, [row | key for row in timexes], [row | key for row in mentions])


def hashed(text: str) -> str:
    """The first 32 digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
