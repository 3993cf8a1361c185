"""Merge and split: the mentions of an event joined or parted by hand, and told by the code that joins mentions."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Mapping

import pyarrow as pa

from pipeline import coreference
from pipeline.store import rows
from pipeline.store.cells import TableRow
from pipeline.store.corrections.anchors import among
from pipeline.store.corrections.record import Correction


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """The mentions as their own articles date them, and the documents: what an event is told from."""

    mentions: pa.Table
    documents: pa.Table


def told(mention_ids: Collection[str], text: Text, *, event_id: str, because: str) -> TableRow:
    """The event of those mentions, datings that disagree side by side."""
    mentions = [rows.mention(row) for row in among(text.mentions, "mention_id", mention_ids).to_pylist()]
    held = {mention.doc_id for mention in mentions}
    documents = [rows.document(row) for row in among(text.documents, "doc_id", held).to_pylist()]
    event = coreference.one(documents, mentions, because=because)
    return rows.event_row(dataclasses.replace(event, event_id=event_id))


def absorbed(wanted: Collection[str], target: str, found: Mapping[str, TableRow]) -> list[str]:
    """The events other than `target` that at least half belong to the mentions in `wanted`, by id."""
    return sorted(
        event_id
        for event_id, row in found.items()
        if event_id != target and 2 * len(set(row["mention_ids"]) & set(wanted)) >= len(row["mention_ids"])
    )


def new_id(correction: Correction) -> str:
    """The id of the event that a split makes; the same whenever the correction is laid over."""
    return hashlib.sha256(f"split|{correction.correction_id}".encode()).hexdigest()[:16]


def because(correction: Correction) -> str:
    """Who joined or parted the mentions and why, for the trace."""
    done = "merged" if correction.field == "merge" else "split"
    return f"{done} by {correction.author} on {correction.made_at[:10]}{correction.reason}"
