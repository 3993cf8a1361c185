"""The table of corrections: appending with a check that nobody was faster, undoing, reading.

Every commit carries the number of its row as a transaction of Delta Lake. Two writers that start from the same version
carry the same number, so the second one is refused, looks again, and finds the other's row.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from deltalake import CommitProperties, DeltaTable, Transaction, write_deltalake

from pipeline.store import attempts, place, tables, turns
from pipeline.store.cells import TableRow
from pipeline.store.corrections import anchors, documents, fields, record
from pipeline.store.corrections.fields import Field
from pipeline.store.corrections.record import ConflictError, Correction, CorrectionError, Draft, Value
from pipeline.store.read import Tables, load

TABLE: Literal["corrections"] = "corrections"


def correct(root: Path, draft: Draft) -> Correction | None:
    """Append a correction; None when it would change nothing.

    The tables are read anew for the check: `draft.before` must still be the value on screen.

    Raises:
        ConflictError: when it is not, with both values.
        CorrectionError: when the target, the field or the value cannot be; the message says what to do.
        StoreError: when the store cannot be read or written.
    """
    what = fields.field(draft.field, draft.kind)
    try:
        after = what.checked(draft.after)
        author = fields.clean(draft.author)[: fields.LONGEST]
        why = fields.clean(draft.why)[: fields.LONGEST_NOTE]
    except ValueError as error:
        raise CorrectionError(f"{what.label}: {error}") from error
    if not author:
        raise CorrectionError("give your name (--by on the command line): every correction says who made it")
    wanted = replace(draft, after=after, author=author, why=why)
    return _append(root, lambda shown, number: _row(shown, wanted, what, number))


def undo(root: Path, correction_id: str, *, author: str, made_at: str, why: str = "") -> Correction:
    """Append the row that takes a correction out of force; undoing an undo puts it into force again.

    Args:
        root: the store.
        correction_id: its id, or the first characters of it.
        author: who undoes it.
        made_at: when, ISO 8601 in UTC.
        why: the reason.

    Raises:
        CorrectionError: when there is no such correction, or it has already been undone.
        StoreError: when the store cannot be read or written.
    """

    def row(shown: Tables, number: int) -> Correction:
        chosen = _chosen(shown, correction_id)
        return record.undone(chosen, number=number, author=author, made_at=made_at, why=fields.clean(why))

    done = _append(root, row)
    assert done  # noqa: S101 - an undo always has a row
    return done


def _append(root: Path, row: Callable[[Tables, int], Correction | None]) -> Correction | None:
    place.check(root)

    def once() -> Correction | None:
        # The handle first: whatever lands while the tables are read makes the commit fail.
        handle = tables.table(root, TABLE)
        shown = load(root)
        number = max((entry.correction.number for entry in shown.corrections), default=0) + 1
        found = row(shown, number)
        if found is not None:
            _commit(handle, found)
        return found

    with turns.together(root):
        tables.make(root, TABLE)
        return attempts.again(root, once)


def _commit(handle: DeltaTable, correction: Correction) -> None:
    numbered = CommitProperties(app_transactions=[Transaction(TABLE, correction.number)])
    new = tables.arrow_table(TABLE, [record.to_row(correction)])
    write_deltalake(handle, new, mode="append", commit_properties=numbered)


def _chosen(shown: Tables, correction_id: str) -> Correction:
    found = [
        entry
        for entry in shown.corrections
        if correction_id and entry.correction.correction_id.startswith(correction_id)
    ]
    if len(found) != 1:
        number = f"{len(found)} corrections have" if found else "no correction has"
        raise CorrectionError(
            f"{number} an id that begins with “{correction_id}”; `corrections` lists them with their ids"
        )
    (entry,) = found
    if entry.state == "undone":
        raise CorrectionError(f"{entry.correction.correction_id} has already been undone")
    return entry.correction


def _row(shown: Tables, draft: Draft, what: Field, number: int) -> Correction | None:
    row = _target(shown, draft)
    current = what.read(row)
    if current != draft.before:
        raise ConflictError(_differ(what, draft, current), seen=draft.before, current=current, wanted=draft.after)
    if current == draft.after:
        return None
    if draft.kind == "document":
        read = _read_before(shown, draft, current)
        title = row["title"] or row["name"]
        return record.made(draft, number=number, title=title, read=read, anchor=[documents.place(row)])
    ids = draft.after if draft.field == "merge" else row["mention_ids"]
    _check_group(draft, row)
    anchor = anchors.places(ids, shown.mentions, shown.documents)
    return record.made(draft, number=number, title=row["title"], read=_reads(row, what, current), anchor=anchor)


def _check_group(draft: Draft, row: TableRow) -> None:
    own, named = set(row["mention_ids"]), set(draft.after) if draft.field in fields.REGROUPING else set()
    if draft.field == "merge" and not own < named:
        raise CorrectionError("choose at least one other event to merge with")
    if draft.field == "split" and not named < own:
        raise CorrectionError("choose some of the event's passages to split off, and leave at least one")


def _target(shown: Tables, draft: Draft) -> TableRow:
    found, column = (shown.events, "event_id") if draft.kind == "event" else (shown.documents, "doc_id")
    row: TableRow | None = next(iter(anchors.among(found, column, [draft.target]).to_pylist()), None)
    if row is None:
        raise CorrectionError(
            f"this {'article' if draft.kind == 'document' else draft.kind} ({draft.target}) is no longer "
            "in the store; it may have been read again. Reload the page"
        )
    return row


def _differ(what: Field, draft: Draft, current: Value) -> str:
    return f"{what.label}: it was {said(draft.before)} when you opened it and is now {said(current)}; open it again"


def said(value: Value) -> str:
    """A value in words, for messages and lists."""
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


def _reads(row: TableRow, what: Field, current: Value) -> Value:
    """What the articles give: beside a correction in force, else the value on screen."""
    for stated in json.loads(row["corrections"]):
        if stated["field"] == what.name:
            return stated["reads_now"]
    return current


def _read_before(shown: Tables, draft: Draft, current: Value) -> Value:
    """What the article gave before anybody corrected it."""
    for entry in reversed(shown.corrections):
        each = entry.correction
        if (entry.target, each.field) == (draft.target, draft.field) and entry.state not in {"undone", "undo"}:
            return each.read
    return current
