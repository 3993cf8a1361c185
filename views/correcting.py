"""From what somebody entered to corrections, and corrections in words. Only `now` looks at the clock."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline import labels, store, words
from pipeline.calendar.edtf import from_edtf
from pipeline.store import ConflictError, Correction, Draft, Entry
from pipeline.store.corrections.fields import MARKS, REGROUPING, field
from pipeline.store.corrections.record import Kind, Value
from pipeline.typed_date import typed_date

Row = Mapping[str, Any]
UNDATED = "undated"
STATES = {
    "in force": "In force",
    "differs": "In force; the articles now say something else",
    "agrees": "In force; the articles now say the same",
    "superseded": "Replaced by a later correction",
    "waiting": "Saved; the article has not been read again yet",
    "orphaned": "Orphaned: the corrected event is gone since the articles were read again",
    "undone": "Undone",
    "undo": "An undo",
}
"""What has become of a correction, in words."""


def now() -> str:
    """This moment in UTC, as it is stored."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def user() -> str:
    """Who sits at this machine, as far as it knows; "" when it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def date_words(edtf: str | None) -> str:
    """A date in words, with its EDTF where the words leave something open."""
    if edtf is None or edtf == UNDATED:
        return "No date"
    try:
        days = from_edtf(edtf)
    except ValueError:
        return edtf
    said = words.span(days.first_day, days.last_day)
    return said[:1].upper() + said[1:] + (f" ({edtf})" if "/" in edtf or "~" in edtf or "?" in edtf else "")


def one_date(typed: str, chosen: str | None, present: str | None) -> str | None:
    """The date that is wanted, as EDTF.

    Raises:
        ValueError: when what is typed is no date, or is one and another is chosen.
    """
    date = typed_date(typed)
    if chosen is None or chosen == date:
        return date
    if date != present:
        raise ValueError(f"Two dates are given: “{typed}” and {date_words(chosen)}; take one of them back")
    return chosen


_SAYS: Mapping[str, Callable[[Any], str]] = {
    "date": date_words,
    "event_type": labels.event_type,
    "factuality": labels.factuality,
    "merge": lambda value: words.count(len(value or ()), "passage"),
    "split": lambda value: words.count(len(value or ()), "passage"),
}


def shown(name: str, value: Value) -> str:
    """The value of a field as the page says it."""
    if name in _SAYS:
        return _SAYS[name](value)
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return words.listed(value, most=6) if isinstance(value, list) else str(value)


def drafts(
    kind: Kind, target: str, before: Mapping[str, Value], after: Mapping[str, Value], *, why: str, author: str
) -> list[Draft]:
    """A draft for every field whose value is another one than before.

    Raises:
        ValueError: when a value cannot be; the message names the field.
    """
    found = []
    for name, value in after.items():
        what = field(name, kind)
        try:
            kept = what.checked(value)
        except ValueError as error:
            raise ValueError(f"{what.label}: {error}") from error
        if kept != before[name]:
            found.append(Draft(kind, target, name, before[name], kept, why, author, now()))
    return found


def save(root: Path, wanted: Sequence[Draft]) -> tuple[list[Correction], list[tuple[Draft, ConflictError]]]:
    """Append the drafts; those that somebody was faster with come back with what they found.

    Raises:
        StoreError: when the store cannot be written, or a correction cannot be; those before it are kept.
    """
    done: list[Correction] = []
    late: list[tuple[Draft, ConflictError]] = []
    for draft in wanted:
        try:
            made = store.correct(root, draft)
        except ConflictError as conflict:
            late.append((draft, conflict))
        else:
            done += [made] if made else []
    return done, late


def over(draft: Draft, conflict: ConflictError) -> Draft:
    """The draft once more, now that its author has seen the other value."""
    return replace(draft, before=conflict.current, made_at=now())


def line(stated: Row) -> str:
    """A correction in force on an event, in one sentence."""
    return f"{_done(stated)} · {by(stated['author'], stated['made_at'], stated['why'])}"


def _done(stated: Row) -> str:
    name, label = stated["field"], field(stated["field"], "event").label
    if name in REGROUPING:
        return f"{'Merged' if name == 'merge' else 'Split'} by hand"
    if name in MARKS:
        return f"{label}: {shown(name, stated['after'])}"
    said = f"{label}: the articles say {_inside(name, stated['read'])}"
    if stated["reads_now"] in (stated["read"], stated["after"]):
        return said
    return f"{said}, and since another reading {_inside(name, stated['reads_now'])}"


def by(author: str, made_at: str, why: str) -> str:
    """Who, when and why."""
    day = words.day(dt.date.fromisoformat(made_at[:10]))
    return f"{author}, {day}" + (f": {why}" if why else "")


def change(entry: Entry) -> str:
    """What a row of the log did."""
    each = entry.correction
    label = field(each.field, each.kind).label
    if each.undoes:
        return f"Undid {label.lower()}"
    return f"{label}: {shown(each.field, each.before)} → {shown(each.field, each.after)}"


def _inside(name: str, value: Value) -> str:
    """The value in the middle of a sentence: labels and dates in small letters, names and titles as they are."""
    said = shown(name, value)
    return said[:1].lower() + said[1:] if name in {"date", "event_type", "factuality"} else said
