"""FIELDS: everything that a reader can correct, each with how a value is checked and what it changes in a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import labels
from pipeline.store.cells import TableRow
from pipeline.store.corrections import dates
from pipeline.store.corrections.record import CorrectionError, Kind, Value

MOST_NAMES = 60
LONGEST = 300
"""Characters of a title, a name or a tag."""
LONGEST_NOTE = 4000

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be corrected.

    `checked` takes what somebody entered and returns the value to store, or raises ValueError; `read` takes the
    present value from a row; `written` returns the cells that a value changes.
    """

    name: str
    label: str
    kind: Kind
    checked: Callable[[Any], Value]
    read: Callable[[TableRow], Value]
    written: Callable[[TableRow, Value], TableRow]


def field(name: str, kind: Kind) -> Field:
    """The field of that name.

    Raises:
        CorrectionError: when `kind` has none; the message lists those it has.
    """
    for each in FIELDS:
        if (each.name, each.kind) == (name, kind):
            return each
    known = ", ".join(each.name for each in FIELDS if each.kind == kind)
    raise CorrectionError(
        f"“{name}” of an {'article' if kind == 'document' else kind} cannot be corrected; these fields can: {known}"
    )


def clean(text: str) -> str:
    """Text on one line without characters that nobody sees."""
    kept = "".join(" " if x.isspace() else x for x in text if x.isspace() or unicodedata.category(x) not in _UNSEEN)
    return " ".join(kept.split())


def _text(value: Any, *, most: int = LONGEST) -> str:
    if not isinstance(value, str) or not (kept := clean(value)):
        raise ValueError("give a text")
    if len(kept) > most:
        raise ValueError(f"give at most {most} characters, not {len(kept)}")
    return kept


def _note(value: Any) -> str | None:
    lines = [clean(line) for line in str(value or "").splitlines()]
    return _text("\n".join(lines), most=LONGEST_NOTE) and "\n".join(lines).strip() if any(lines) else None


def _names(value: Any) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ValueError("give a list of names")
    if len(value) > MOST_NAMES:
        raise ValueError(f"give at most {MOST_NAMES} names, not {len(value)}")
    return list(dict.fromkeys(_text(name) for name in value))


def _tags(value: Any) -> list[str]:
    return sorted({tag.casefold().lstrip("#").strip() for tag in _names(value)} - {""})


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("give true or false")
    return value


def _event_type(value: Any) -> str:
    return _one_of(value, [row.event_type for row in labels.event_types()])


def _factuality(value: Any) -> str:
    return _one_of(value, [row.factuality for row in labels.factualities()])


def _one_of(value: Any, known: Sequence[str]) -> str:
    if value not in known:
        raise ValueError(f"“{value}” is not one of {', '.join(known)}")
    return str(value)


def _plain(name: str, label: str, kind: Kind, checked: Callable[[Any], Value], column: str = "") -> Field:
    """A field that is one cell of its row."""
    cell = column or name

    def read(row: TableRow) -> Value:
        value = row[cell]
        return list(value) if isinstance(value, list | tuple) else value

    return Field(name, label, kind, checked, read, lambda _, value: {cell: value})


def _is_shown(row: TableRow) -> bool:
    """Whether the page knows the event: on the chart, or in the tray of those that nothing dates."""
    return bool(row["on_timeline"] or row["lacks_only_date"])


def _put(row: TableRow, value: bool) -> TableRow:
    """On the chart where it has a date, else in the tray; or, with `value` false, in the background."""
    is_dated = row["date_start"] is not None or row["date_end"] is not None
    return {"on_timeline": value and is_dated, "lacks_only_date": value and not is_dated}


def _members(row: TableRow) -> list[str]:
    return sorted(row["mention_ids"])


def _regrouped(name: str, label: str) -> Field:
    """Merge and split: the value is a list of mention ids, and `regroup` tells the events anew."""
    return Field(name, label, "event", lambda ids: sorted(set(_ids(ids))), _members, lambda _, __: {})


def _ids(value: Any) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        raise ValueError("give the ids of mentions")
    return [str(each) for each in value]


FIELDS: tuple[Field, ...] = (
    Field("date", "Date", "event", dates.date_of, dates.read_date, dates.written_date),
    _plain("title", "Title", "event", _text),
    _plain("actors", "Who", "event", _names),
    _plain("recipients", "To, with or about", "event", _names),
    _plain("locations", "Where", "event", _names),
    _plain("event_type", "Type", "event", _event_type),
    _plain("factuality", "Certainty", "event", _factuality),
    _plain("claimants", "Claimed by", "event", _names),
    _regrouped("merge", "Merge"),
    _regrouped("split", "Split"),
    Field("on_timeline", "On the timeline", "event", _flag, _is_shown, _put),
    _plain("hidden", "Hidden", "event", _flag),
    _plain("starred", "Star", "event", _flag),
    _plain("tags", "Tags", "event", _tags),
    _plain("note", "Note", "event", _note),
    Field("published", "Published", "document", dates.published_of, dates.shown_published, lambda _, __: {}),
    _plain("outlet", "Outlet", "document", _text),
)
"""What can be corrected, in the order of the page. Document fields change the reading, not the row."""

REGROUPING = ("merge", "split")
MARKS = ("on_timeline", "hidden", "starred", "tags", "note")
"""Fields of a reader's own, such as what is worth seeing: no article can contradict them."""
