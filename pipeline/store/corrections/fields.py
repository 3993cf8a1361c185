"""FIELDS: everything that a reader can correct, each with how a value is checked and what it changes in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import labels
from pipeline.calendar.edtf import from_edtf, to_edtf
from pipeline.calendar.interval import Interval, from_iso
from pipeline.store.cells import TableRow
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


def date_of(value: Any) -> str | None:
    """A date as EDTF, as it is stored: None, "" and "undated" are no date.

    Raises:
        ValueError: when it is no EDTF level 1 date or interval.
    """
    text = str(value or "").strip()
    if text in {"", "undated", "..", "../.."}:
        return None
    _interval(text)
    return text


def _interval(edtf: str | None) -> Interval | None:
    if edtf is None:
        return None
    try:
        return from_edtf(edtf)
    except ValueError as error:
        raise ValueError(
            f"“{edtf}” is not a date; write a date such as 2022-07-11, 12 July 2022, 2022-07 or "
            "2022-07-05/2022-07-10, or 2022-07-05/.. when the end is not known"
        ) from error


def published_of(value: Any) -> str:
    """A publication date as ISO days, "2022-07-12" or "2022-07-05/2022-07-26".

    Raises:
        ValueError: when it is no day that exists, or no span of them.
    """
    first, slash, last = str(value or "").strip().partition("/")
    try:
        found = from_iso(first, last if slash else first)
    except ValueError as error:
        raise ValueError(
            f"“{value}” is not a day; write it as 2022-07-12, or as 2022-07-05/2022-07-26 for a span of days"
        ) from error
    if found is None:
        raise ValueError("give the day of publication, for example 2022-07-12")
    return f"{first}/{last}" if slash and first != last else first


def shown_published(row: TableRow) -> str | None:
    """The publication date of a row in the same form."""
    first, last = row["published_start"], row["published_end"]
    if first is None and last is None:
        return None
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def _read_date(row: TableRow) -> str | None:
    if row["date_start"] is None and row["date_end"] is None:
        return None
    found = from_iso(*(day.isoformat() if day else None for day in (row["date_start"], row["date_end"])))
    return row["edtf"] or (to_edtf(found) if found else None)


def _write_date(row: TableRow, value: str | None) -> TableRow:
    """The date, and what follows from it; the datings of the articles stay side by side in `candidates`."""
    days = _interval(value)
    agreement = row["agreement"]
    if days is None:
        agreement = "undated"
    elif agreement == "undated":
        agreement = "single"
    return {
        "date_start": days.first_day if days else None,
        "date_end": days.last_day if days else None,
        "edtf": value,
        "granularity": _granularity(value),
        "dating": "corrected" if days else "undated",
        "agreement": agreement,
        "on_timeline": row["on_timeline"] or days is not None,
        # Mentions had their date from the articles; what a reader says is no evidence of theirs.
        "inherited": "[]",
    }


_PARTS = {0: "year", 1: "month", 2: "day"}


def _granularity(edtf: str | None) -> str:
    """How fine a date is written; a span is as fine as its finer end."""
    if edtf is None:
        return "none"
    ends = [part.rstrip("?~%") for part in edtf.split("/") if part.strip(".")]
    if any(re.fullmatch(r"\d{4}-2[1-4]", part) for part in ends):
        return "season"
    if any("X" in part for part in ends):
        return "century" if any(part.endswith("XX") for part in ends) else "decade"
    return _PARTS[max(part.count("-") for part in ends)]


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
    Field("date", "Date", "event", date_of, _read_date, _write_date),
    _plain("title", "Title", "event", _text),
    _plain("actors", "Who", "event", _names),
    _plain("recipients", "To, with or about", "event", _names),
    _plain("locations", "Where", "event", _names),
    _plain("event_type", "Type", "event", _event_type),
    _plain("factuality", "Certainty", "event", _factuality),
    _plain("claimants", "Claimed by", "event", _names),
    _regrouped("merge", "Merge"),
    _regrouped("split", "Split"),
    _plain("hidden", "Hidden", "event", _flag),
    _plain("starred", "Star", "event", _flag),
    _plain("tags", "Tags", "event", _tags),
    _plain("note", "Note", "event", _note),
    Field("published", "Published", "document", published_of, shown_published, lambda _, __: {}),
    _plain("outlet", "Outlet", "document", _text),
)
"""What can be corrected, in the order of the page. Document fields change the reading, not the row."""

REGROUPING = ("merge", "split")
MARKS = ("hidden", "starred", "tags", "note")
"""Fields of a reader's own, which no article can contradict."""
