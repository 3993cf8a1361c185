"""How a correction finds its event again: by its mentions, wherever a later reading has put them.

A mention's id is a hash of its document and its trigger, so it survives new rules; when the text of an article changed,
or a trigger is cut otherwise, the mention is sought by its place, then by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz

from pipeline.settings.store import ANCHOR_LIKENESS
from pipeline.store.cells import TableRow
from pipeline.store.corrections.record import Correction, Place

PASSAGE = 300
"""Characters of a passage that are kept to know it again."""


def places(mention_ids: Sequence[str], mentions: pa.Table, documents: pa.Table) -> tuple[Place, ...]:
    """The places of those mentions, in the order given; mentions that are not in the table are left out."""
    found = {row["mention_id"]: row for row in among(mentions, "mention_id", mention_ids).to_pylist()}
    wanted = {row["doc_id"] for row in found.values()}
    texts = {row["doc_id"]: row for row in among(documents, "doc_id", wanted).to_pylist()}
    rows = [found[mention_id] for mention_id in mention_ids if mention_id in found]
    return tuple(_place(row, texts[row["doc_id"]]) for row in rows)


def _place(row: TableRow, document: TableRow) -> Place:
    return Place(row["mention_id"], row["doc_id"], document["name"], row["trigger_start"], row["trigger_end"],
                 row["lemma"], _passage(row, document))  # fmt: skip


def _passage(row: TableRow, document: TableRow) -> str:
    return " ".join(document["text"][row["passage_start"] : row["passage_end"]].split())[:PASSAGE]


def now(corrections: Iterable[Correction], mentions: pa.Table, documents: pa.Table) -> dict[str, str]:
    """For each mention that a correction knows, its id in this reading; those that are gone are left out."""
    sought = {place.mention_id: place for each in corrections for place in each.anchor}
    held = set(among(mentions, "mention_id", sought).column("mention_id").to_pylist())
    found = {mention_id: mention_id for mention_id in sought if mention_id in held}
    lost = [place for mention_id, place in sought.items() if mention_id not in held]
    return found | _found_again(lost, mentions, documents, taken=held) if lost else found


def _found_again(lost: Sequence[Place], mentions: pa.Table, documents: pa.Table, *, taken: set[str]) -> dict[str, str]:
    names = {place.name for place in lost}
    texts = {row["doc_id"]: row for row in among(documents, "name", names).to_pylist()}
    candidates = [row for row in among(mentions, "doc_id", texts).to_pylist() if row["mention_id"] not in taken]
    found: dict[str, str] = {}
    for place in lost:
        here = [row for row in candidates if texts[row["doc_id"]]["name"] == place.name]
        if row := _by_place(place, here) or _by_words(place, here, texts):
            found[place.mention_id] = row["mention_id"]
    return found


def _by_place(place: Place, rows: Sequence[TableRow]) -> TableRow | None:
    """The mention of the same text whose trigger shares a character."""
    over = (r for r in rows if r["doc_id"] == place.doc_id
            and r["trigger_start"] < place.end and place.start < r["trigger_end"])  # fmt: skip
    return min(over, key=lambda r: (abs(r["trigger_start"] - place.start), r["mention_id"]), default=None)


def _by_words(place: Place, rows: Sequence[TableRow], texts: Mapping[str, TableRow]) -> TableRow | None:
    """The mention with the same trigger in nearly the same passage of a text that has changed."""
    alike = [
        (fuzz.ratio(place.passage, _passage(row, texts[row["doc_id"]])), row)
        for row in rows
        if row["lemma"] == place.lemma and row["doc_id"] != place.doc_id
    ]
    best = max(alike, key=lambda pair: (pair[0], -abs(pair[1]["trigger_start"] - place.start)), default=None)
    return best[1] if best and best[0] >= ANCHOR_LIKENESS.number else None


def among(found: pa.Table, column: str, values: Iterable[str]) -> pa.Table:
    """The rows whose cell in `column` is one of `values`."""
    return found.filter(pc.is_in(found.column(column), value_set=pa.array(sorted(values), pa.string())))


def holders(events: pa.Table, mention_ids: Iterable[str], event_ids: Iterable[str]) -> pa.Table:
    """The events that hold any of those mentions, or have one of those ids."""
    members = events.column("mention_ids").combine_chunks()
    wanted = pc.is_in(pc.list_flatten(members), value_set=pa.array(sorted(mention_ids), pa.string()))
    rows = pc.unique(pc.filter(pc.list_parent_indices(members), wanted))
    by_id = pc.indices_nonzero(pc.is_in(events.column("event_id"), value_set=pa.array(sorted(event_ids), pa.string())))
    return events.take(pa.array(sorted({*rows.to_pylist(), *by_id.to_pylist()}), pa.int64()))
