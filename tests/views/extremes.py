"""A store of what breaks charts: a crowded day, odd titles, ends of the calendar, minutes beside centuries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from tests.views.story import Teller

D = dt.date
LONG = "A very long heading about the bridge over the river that goes on and on, " * 28
ODD = {
    "markup": '<b>Bold</b> & <img src="https://example.org/x.png" onerror="alert()"> <script>document.title=2</script>',
    "rtl": "رئيس الوزراء يزور المدينة القديمة ويلتقي السفير",
    "emoji": "👩‍👩‍👧‍👦 Families march 🕊️ for peace 🏳️‍🌈 in the square",
    "long": LONG,
    "unbroken": "Sch" + "r" * 400 + "iek",
    "combining": "Z̸̧̢͕̪̈́a̵l̷g̶o̸ envoy arrives",
    "markdown": "# Heading | *stars* $x^2$ [link](https://example.org) `code`",
    "blank": "   ",
}


Dates = tuple[D | None, D | None]


def extremes(crowd: int = 5000) -> dict[str, pa.Table]:
    """The tables, with so many events on one day."""
    teller = Teller()
    text = "The guards left the bridge. " + " ".join(ODD.values())
    doc = teller.article("odd", "Odd News", ODD["markup"], text, D(2022, 3, 3))
    told: dict[str, Dates] = {
        "caesar": (D(44, 3, 15), D(44, 3, 15)),
        "dam": (D(9999, 12, 31), D(9999, 12, 31)),
        "ages": (D(1800, 1, 1), D(1999, 12, 31)),
        "since": (D(2022, 3, 1), None),
        "until": (None, D(2022, 3, 5)),
    }
    for name, dates in told.items():
        _event(teller, doc, name, dates, title=f"The {name} event")
    _event(teller, doc, "minute", (D(2022, 3, 2), D(2022, 3, 2)), title="The minute event", granularity="minute")
    for number, (name, title) in enumerate(ODD.items()):
        day = D(2022, 2, 20) + dt.timedelta(days=number)
        _event(teller, doc, name, (day, day), title=title, importance=0.9, actors=[title[:90].strip() or "Nobody"])
    day = D(2022, 3, 3)
    for number in range(crowd):
        named = {"title": f"Crowd event {number}", "importance": 0.1, "actors": ["The crowd"]}
        _event(teller, doc, f"crowd{number}", (day, day), **named)
    return teller.tables()


def spread(days: Sequence[D]) -> dict[str, pa.Table]:
    """The tables of a store with one event on each of the days."""
    teller = Teller()
    doc = teller.article("guards", "Bridge News", "Guards leave", "The guards left the bridge.", max(days))
    for number, day in enumerate(days):
        _event(teller, doc, f"left{number}", (day, day), title=f"Guards leave bridge {number}")
    return teller.tables()


def _event(teller: Teller, doc: str, key: str, dates: Dates, **more: Any) -> None:
    first, last = dates
    columns = {
        "event_type": "STATEMENT",
        "actors": ["The guards"],
        "recipients": [],
        "locations": [],
        "date_start": first,
        "date_end": last,
        "edtf": f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}",
        "granularity": "day",
        "dating": "explicit",
        "factuality": "asserted",
        "agreement": "single",
        "importance": 0.5,
    }
    teller.event(key, doc, "The guards left the bridge.", "left", None, **columns | more)
