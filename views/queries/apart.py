"""Events that no filter finds: the background, which the articles only mention, and what a reader has hidden."""

# ruff: noqa: S608 - the text joined here is a condition of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from views.queries.catalogue import Catalogue
from views.queries.deriving import FOLDED
from views.queries.selection import once

Record = Mapping[str, Any]


def row_of(catalogue: Catalogue, event_id: str) -> int | None:
    """The row of any event in the event table."""
    place = int(pc.index(catalogue.events.column("event_id"), event_id).as_py())
    return place if place >= 0 else None


def tellings(catalogue: Catalogue, event: Record, most: int) -> list[tuple[int, int, int | None]]:
    """Rows of the mention, its article and its expression, for the first tellings of an event, in its own order."""
    places = _mentions(catalogue, event["doc_ids"])
    rows = [places[each] for each in event["mention_ids"] if each in places][:most]
    mentions = catalogue.mentions.select(["doc_id", "timex_id"]).take(pa.array(rows, pa.int64())).to_pylist()
    documents = _places(catalogue.documents.column("doc_id"), [each["doc_id"] for each in mentions])
    timexes = _places(catalogue.timexes.column("timex_id"), [each["timex_id"] for each in mentions])
    return [
        (row, documents[each["doc_id"]], timexes.get(each["timex_id"]))
        for row, each in zip(rows, mentions, strict=True)
    ]


def within(catalogue: Catalogue, document: int, most: int) -> list[tuple[int, int]]:
    """The background events told in an article as (row of the event, row of its first mention there)."""
    doc_id = catalogue.documents.column("doc_id")[document].as_py()
    rows = once(catalogue, "background rows", lambda: _background(catalogue))
    told = once(catalogue, "background articles", lambda: _articles(catalogue, rows))
    held = pc.list_parent_indices(told).filter(pc.equal(pc.list_flatten(told), doc_id))
    here = rows.take(pc.unique(held))[:most]
    places = _mentions(catalogue, [doc_id])
    listed = catalogue.events.column("mention_ids").take(here).to_pylist()
    return [
        (row, next(places[each] for each in mention_ids if each in places))
        for row, mention_ids in zip(here.to_pylist(), listed, strict=True)
        if any(each in places for each in mention_ids)
    ]


def background(catalogue: Catalogue, terms: Sequence[str], most: int) -> tuple[list[int], int]:
    """Rows of the background events with all terms in title or names, most important first; how many there are."""
    rows = once(catalogue, "background rows", lambda: _background(catalogue))
    if not terms:
        return rows[:most].to_pylist(), len(rows)
    named = catalogue.events.select(["title", "actors", "recipients"]).take(rows)
    words = FOLDED.format("title || ' ' || array_to_string(actors || recipients, ' ')")
    with catalogue.connection.cursor() as cursor:
        cursor.register("named", named.append_column("place", pa.array(np.arange(len(rows)))))
        every = " AND ".join(["contains(words, ?)"] * len(terms))
        sql = f"SELECT place FROM (SELECT place, {words} AS words FROM named) WHERE {every} ORDER BY place"
        found = cursor.execute(sql, [catalogue.fold(term) for term in terms]).fetchnumpy()["place"]
    return rows.take(pa.array(found[:most], pa.int64())).to_pylist(), len(found)


def traces(catalogue: Catalogue, rows: Sequence[int]) -> list[str]:
    """The trace of the first mention of each of these events, which says what it was kept off for; "[]" without one."""
    mention_ids = catalogue.events.column("mention_ids").take(pa.array(rows, pa.int64())).to_pylist()
    first = [each[0] if each else None for each in mention_ids]
    places = _places(catalogue.mentions.column("mention_id"), first)
    found = catalogue.mentions.column("trace").take(pa.array([*places.values()], pa.int64())).to_pylist()
    known = dict(zip(places, found, strict=True))
    return [known.get(each, "[]") for each in first]


def _articles(catalogue: Catalogue, rows: pa.Array) -> pa.ListArray:
    """The articles of each of these events."""
    return catalogue.events.column("doc_ids").combine_chunks().take(rows)


def _background(catalogue: Catalogue) -> pa.Array:
    """Rows of the background, the most important first."""
    events = catalogue.events
    known = pc.or_(pc.or_(events.column("on_timeline"), events.column("lacks_only_date")), events.column("hidden"))
    rows = np.flatnonzero(~known.to_numpy())
    weights = events.column("importance").to_numpy()[rows]
    return pa.array(rows[np.argsort(-weights, kind="stable")], pa.int64())


def _mentions(catalogue: Catalogue, doc_ids: Sequence[str]) -> dict[str, int]:
    """The mentions of those articles, by id, and their rows."""
    held = pc.is_in(catalogue.mentions.column("doc_id"), value_set=pa.array([*doc_ids], pa.string()))
    rows = np.flatnonzero(held.to_numpy(zero_copy_only=False)).tolist()
    names = catalogue.mentions.column("mention_id").take(pa.array(rows, pa.int64())).to_pylist()
    return dict(zip(names, rows, strict=True))


def _places(column: pa.ChunkedArray, wanted: Sequence[str | None]) -> dict[str | None, int]:
    """The rows in which these ids stand."""
    held = pc.is_in(column, value_set=pa.array([each for each in wanted if each is not None], pa.string()))
    rows = np.flatnonzero(held.to_numpy(zero_copy_only=False)).tolist()
    return dict(zip(column.take(pa.array(rows, pa.int64())).to_pylist(), rows, strict=True))
