"""Named views, shared by everybody who opens the store: a log of names and addresses, of which the latest row counts.

As with corrections, every commit carries the number of its last row as a transaction of Delta Lake, so that of two
writers who start from the same log the second looks again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from deltalake import CommitProperties, DeltaTable, Transaction, write_deltalake

from pipeline.store import attempts, place, tables

TABLE: Literal["saved_views"] = "saved_views"
LONGEST = 80
"""Most characters of a name."""

Shelf = Mapping[str, str]
"""Names in alphabetical order, and the query string of each view."""
Change = Callable[[Shelf], Sequence[tuple[str, str | None]]]
"""From the shelf as it is to the rows to append."""


class ShelfError(ValueError):
    """A view cannot be kept, renamed or dropped; the message says why and what to do."""


def saved(root: Path) -> Shelf:
    """The named views of the store; none when nobody has kept one.

    Raises:
        StoreError: when the store cannot be read.
    """
    place.check(root)
    if not tables.exists(root, TABLE):
        return {}
    return _shelf(tables.table(root, TABLE))[0]


def keep(root: Path, name: str, address: str) -> None:
    """Put a view on the shelf.

    Raises:
        ShelfError: when the name is empty, or another view has it.
        StoreError: when the store cannot be written.
    """
    name = _named(name)

    def change(shelf: Shelf) -> Sequence[tuple[str, str | None]]:
        if shelf.get(name, address) != address:
            raise ShelfError(f"There is already a view called “{name}”; choose another name or delete that view first.")
        return [] if name in shelf else [(name, address)]

    _append(root, change)


def rename(root: Path, name: str, new: str) -> None:
    """Call a view by another name.

    Raises:
        ShelfError: when there is no such view any more, or another one has the new name.
        StoreError: when the store cannot be written.
    """
    new = _named(new)

    def change(shelf: Shelf) -> Sequence[tuple[str, str | None]]:
        if name not in shelf:
            raise ShelfError(f"There is no longer a view called “{name}”; somebody has renamed or deleted it.")
        if new != name and new in shelf:
            raise ShelfError(f"There is already a view called “{new}”; choose another name.")
        return [] if new == name else [(name, None), (new, shelf[name])]

    _append(root, change)


def drop(root: Path, name: str) -> None:
    """Take a view off the shelf; one that is gone already is no error.

    Raises:
        StoreError: when the store cannot be written.
    """
    _append(root, lambda shelf: [(name, None)] if name in shelf else [])


def _named(name: str) -> str:
    clean = " ".join(name.encode("utf-8", "replace").decode().split())
    if not clean:
        raise ShelfError("Give the view a name.")
    if len(clean) > LONGEST:
        raise ShelfError(f"A name can have at most {LONGEST} characters; this one has {len(clean)}.")
    return clean


def _append(root: Path, change: Change) -> None:
    place.check(root)
    tables.make(root, TABLE)

    def once() -> None:
        handle = tables.table(root, TABLE)
        shelf, last = _shelf(handle)
        new: list[dict[str, object]] = [
            {"number": last + nth, "name": name, "address": address}
            for nth, (name, address) in enumerate(change(shelf), 1)
        ]
        if new:
            numbered = CommitProperties(app_transactions=[Transaction(TABLE, last + len(new))])
            write_deltalake(handle, tables.arrow_table(TABLE, new), mode="append", commit_properties=numbered)

    attempts.again(root, once)


def _shelf(handle: DeltaTable) -> tuple[Shelf, int]:
    """The views in force, and the number of the last row."""
    rows = sorted(tables.rows(handle, TABLE).to_pylist(), key=lambda row: row["number"])
    latest = {row["name"]: row["address"] for row in rows}
    kept = {name: address for name, address in latest.items() if address is not None}
    return dict(sorted(kept.items(), key=lambda view: view[0].lower())), rows[-1]["number"] if rows else 0
