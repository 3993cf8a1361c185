"""Rows to what the chart component draws: compact columns, days as 'YYYY-MM-DD' text. Pure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline import labels, words
from pipeline.store.corrections.fields import MARKS
from views import palette
from views.queries.selection import Days
from views.queries.timeline import EPOCH, FIRST_DAY, LAST_DAY, Found, Mark

Row = Mapping[str, Any]
UNTITLED = "Untitled"
TITLE = 110
"""Longest title sent to the chart, in characters; the passage reader shows all of it."""


def day(number: int) -> dt.date:
    """A day number as a date, kept within the years 1 to 9999."""
    return dt.date.fromordinal(min(LAST_DAY, max(FIRST_DAY, number)) + EPOCH)


def iso(number: int | None) -> str | None:
    """A day number as 'YYYY-MM-DD'. Text, because a browser shifts numbers by its own time zone."""
    return None if number is None else day(number).isoformat()


def timeline(
    *,
    marks: Sequence[Mark],
    rows: Sequence[Row],
    lanes: Sequence[tuple[int, str, int]],
    rest: tuple[str, int],
    density: tuple[Days, Sequence[tuple[int, int]]],
    extent: Days,
    focus: Days,
    found: Found,
) -> dict[str, Any]:
    """The chart's data.

    Args:
        marks: events in view, most important first.
        rows: for each mark its row of the event table.
        lanes: (code, name, events) from top to bottom.
        rest: name of the lane for what belongs to none of them, and how many events that are.
        density: the days of the overview and the counts of its buckets.
        extent: the days that hold nearly all events.
        focus: the days to open with.
        found: how many events pass the filters, drawn or not, and how far they reach.
    """
    order = {code: number for number, (code, _, _) in enumerate(lanes)}
    placed = [[order[code] for code in mark.codes if code in order] or [len(lanes)] for mark in marks]
    drawn = [{"name": name, "events": events} for _, name, events in lanes]
    if rest[1]:
        drawn.append({"name": rest[0], "events": rest[1]})
    return {
        "lanes": drawn,
        "marks": _columns(marks, rows, placed),
        "density": _strip(*density),
        "extent": _days(extent),
        "focus": _days(focus),
        "facts": [
            row.model_dump(exclude={"factuality"}) for row in (*labels.factualities(), labels.UNKNOWN_FACTUALITY)
        ],
        "palette": palette.payload(),
        "full": _days(found.full) if found.full else None,
        "outside": found.outside,
        "more": found.dated > len(marks),
        "note": _note(len(marks), found.dated),
        "summary": _summary(rows, found.dated, drawn, extent),
    }


def _days(span: Days) -> list[str | None]:
    return [iso(span[0]), iso(span[1])]


def _strip(span: Days, buckets: Sequence[tuple[int, int]]) -> dict[str, list[Any]]:
    """The overview: its days, the last one exclusive, and the counts of its buckets."""
    return {
        "span": _days((span[0], span[1] + 1)),
        "fine": [fine for fine, _ in buckets],
        "coarse": [coarse for _, coarse in buckets],
    }


def _columns(marks: Sequence[Mark], rows: Sequence[Row], placed: Sequence[Sequence[int]]) -> dict[str, list[Any]]:
    names = _Names([])
    return {
        "n": [mark.n for mark in marks],
        "start": [iso(mark.first) for mark in marks],
        "end": [None if mark.last is None else "" if mark.last == mark.first else iso(mark.last) for mark in marks],
        "lanes": [list(lane) for lane in placed],
        "fact": [labels.fact_number(row["factuality"]) for row in rows],
        "soft": [not words.is_lasting(row["edtf"]) for row in rows],
        "outlets": [max(1, len(row["outlets"])) for row in rows],
        "title": [shortened(row["title"]) for row in rows],
        "when": ["" if mark.first == mark.last else words.happened(row) for mark, row in zip(marks, rows, strict=True)],
        "who": [names.short([*row["actors"], *row["recipients"]]) for row in rows],
        "by": [names.short([*row["outlets"]]) for row in rows],
        "names": names.listed,
        "corrected": [place for place, row in enumerate(rows) if is_corrected(row)],
        "starred": [place for place, row in enumerate(rows) if row["starred"]],
    }


def is_corrected(row: Row) -> bool:
    """Whether a reader changed what the articles say of the event, and not only marked it."""
    if row["corrections"] == "[]":
        return False
    return any(each["field"] not in MARKS for each in json.loads(row["corrections"]))


@dataclass(frozen=True, slots=True)
class _Names:
    """Names by number: the same few stand in hundreds of events."""

    listed: list[str]
    numbers: dict[str, int] = field(default_factory=dict)

    def short(self, names: list[str]) -> list[int]:
        """Numbers of the first names, and how many were left out as a negative number."""
        for name in names[:4]:
            if name not in self.numbers:
                self.numbers[name] = len(self.listed)
                self.listed.append(name)
        return [self.numbers[name] for name in names[:4]] + ([4 - len(names)] if len(names) > 4 else [])


def shortened(title: str) -> str:
    """A title on one line, cut at a length that fits a chart."""
    line = " ".join(title.split()) or UNTITLED
    return line if len(line) <= TITLE else line[: TITLE - 1].rstrip() + "…"


def _note(drawn: int, dated: int) -> str:
    """What the chart leaves out, in words; nothing when it leaves out nothing."""
    if drawn >= dated:
        return ""
    return f"Showing the {drawn:,} most important of {dated:,} dated events. Zoom in or filter to see the others."


def _summary(rows: Sequence[Row], dated: int, lanes: Sequence[Mapping[str, Any]], extent: Days) -> str:
    """The chart in words, for those who cannot see it."""
    if not rows:
        return "No dated event matches the filters."
    span = words.span(day(extent[0]), day(extent[1]))
    first = "; ".join(f"{row['title']}, {words.happened(row)}" for row in rows[:5])
    per_lane = ", ".join(f"{lane['name']} {lane['events']}" for lane in lanes)
    return f"{words.count(dated, 'dated event')}, {span}. Lanes: {per_lane}. Most important: {first}."
