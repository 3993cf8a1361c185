"""Dates as a reader corrects them: of an event in EDTF, of publication in ISO days; checked, read and written."""

from __future__ import annotations

import re
from typing import Any

from pipeline.calendar.edtf import from_edtf, to_edtf
from pipeline.calendar.interval import Interval, from_iso
from pipeline.store.cells import TableRow


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


def read_date(row: TableRow) -> str | None:
    """The date of an event's row as EDTF."""
    if row["date_start"] is None and row["date_end"] is None:
        return None
    found = from_iso(*(day.isoformat() if day else None for day in (row["date_start"], row["date_end"])))
    return row["edtf"] or (to_edtf(found) if found else None)


def written_date(row: TableRow, value: str | None) -> TableRow:
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
