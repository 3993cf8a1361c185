"""A correction as a frozen record, and its row in the table of corrections."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.store.cells import as_json
from pipeline.store.place import StoreError

Value = Any
"""What JSON holds: text, true or false, a list of texts, or null."""

Kind = Literal["event", "document"]


class CorrectionError(StoreError):
    """A correction that cannot be made; the message says why and what to do."""


class ConflictError(CorrectionError):
    """Somebody else, or another reading, changed the value since it was looked at.

    Attributes:
        seen: the value that the correction started from.
        current: the value now.
        wanted: the value that was to be put in its place.
    """

    def __init__(self, message: str, *, seen: Value, current: Value, wanted: Value) -> None:
        super().__init__(message)
        self.seen, self.current, self.wanted = seen, current, wanted


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stood when its event was corrected: enough to find it in a later reading of the article."""

    mention_id: str
    doc_id: str
    name: str
    start: int
    end: int
    lemma: str
    passage: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction that somebody wants to make, with the value they saw (`before`) and when it is (UTC, ISO 8601)."""

    kind: Kind
    target: str
    field: str
    before: Value
    after: Value
    why: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the log. A row with `undoes` takes another one out of force."""

    correction_id: str
    number: int
    kind: Kind
    target: str
    title: str
    field: str
    before: Value
    after: Value
    read: Value
    why: str
    author: str
    made_at: str
    anchor: tuple[Place, ...]
    undoes: str | None = None

    @property
    def reason(self) -> str:
        """The reason as a trace ends with it, ": the paper was wrong"; empty where none was given."""
        return f": {self.why}" if self.why else ""


def corrected_it(correction: Correction, *, nothing: str) -> str:
    """Who put a value right, when, from what and why, for a trace; `nothing` is how no value is called."""
    was = correction.before or nothing
    return f"{correction.author} corrected it on {correction.made_at[:10]} from {was}{correction.reason}"


def made(draft: Draft, *, number: int, title: str, read: Value, anchor: Iterable[Place]) -> Correction:
    """The draft as the row of that number."""
    cells = dataclasses.asdict(draft)
    digest = hashlib.sha256(json.dumps([number, cells], sort_keys=True).encode("utf-8", "surrogatepass"))
    return Correction(**cells, correction_id=digest.hexdigest()[:12], number=number, title=title, read=read,
                      anchor=tuple(anchor))  # fmt: skip


def undone(correction: Correction, *, number: int, author: str, made_at: str, why: str) -> Correction:
    """The row of that number that takes `correction` out of force; undoing an undo puts it into force again."""
    draft = Draft(correction.kind, correction.target, correction.field, correction.after, correction.before,
                  why, author, made_at)  # fmt: skip
    row = made(draft, number=number, title=correction.title, read=correction.read, anchor=())
    return dataclasses.replace(row, undoes=correction.correction_id)


_JSON = ("before", "after", "read")


def to_row(correction: Correction) -> dict[str, Any]:
    """The correction as a row of data/schema/corrections.csv."""
    row = {field.name: getattr(correction, field.name) for field in dataclasses.fields(correction)}
    places = [dataclasses.asdict(place) for place in correction.anchor]
    return row | {name: as_json(row[name]) for name in _JSON} | {"anchor": as_json(places)}


def from_row(row: dict[str, Any]) -> Correction:
    """The correction of a row."""
    places = tuple(Place(**place) for place in json.loads(row["anchor"]))
    return Correction(**row | {name: json.loads(row[name]) for name in _JSON} | {"anchor": places})


def out_of_force(log: Sequence[Correction]) -> frozenset[str]:
    """The ids of the rows that a later row undoes; an undo that is itself undone takes nothing out of force."""
    out: set[str] = set()
    for row in sorted(log, key=lambda row: row.number, reverse=True):
        if row.undoes is not None and row.correction_id not in out:
            out.add(row.undoes)
    return frozenset(out)


def in_force(log: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that hold, in the order of the log."""
    out = out_of_force(log)
    kept = [row for row in log if row.undoes is None and row.correction_id not in out]
    return tuple(sorted(kept, key=lambda row: row.number))
