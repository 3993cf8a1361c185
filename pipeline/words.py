"""Days, spans and counts as a desk editor would write them. Pure; English."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

_MONTHS = tuple(calendar.month_name)
"""By number, "" first; looked up once, as the module formats a date at every look."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that a terminal obeys instead of showing them: controls but tab and new line, and marks of direction."""
_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")


def year(number: int) -> str:
    """2022 -> "2022"; 44 -> "AD 44", which nobody reads as 1944."""
    return str(number) if number >= 1000 else f"AD {number}"


def possessive(name: str) -> str:
    """Maria's, Belarus’."""
    return name + ("’" if name.endswith("s") else "’s")


def day(date: dt.date) -> str:
    """`2022-02-24` -> "24 February 2022"."""
    return f"{date.day} {_MONTHS[date.month]} {year(date.year)}"


def span(first: dt.date | None, last: dt.date | None) -> str:
    """An inclusive span of days in words; None is an open side, and two open sides are no date at all."""
    if first is None and last is None:
        return "no date"
    if first is None and last is not None:
        return f"on or before {day(last)}"
    if last is None and first is not None:
        return f"on or after {day(first)}"
    assert first is not None and last is not None  # noqa: S101 - narrows the type after the cases above
    return _closed(first, last)


def cited(outlet: str | None, title: str, first: dt.date | None, last: dt.date | None) -> str:
    """An article as a reader knows it: its outlet and day, "Newsweek, 14 October 2022"; its title where no outlet is
    known. Days are inclusive, both None when not known."""
    day_of_it = "" if first is None and last is None else f", {span(first, last)}"
    return f"{outlet or title}{day_of_it}"


def _closed(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day(first)
    if _is_years(first, last):
        return year(first.year) if first.year == last.year else f"{year(first.year)} to {year(last.year)}"
    if _is_months(first, last):
        return _months(first, last)
    return _days(first, last)


def _is_years(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _is_months(first: dt.date, last: dt.date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _months(first: dt.date, last: dt.date) -> str:
    end = f"{_MONTHS[last.month]} {year(last.year)}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = _MONTHS[first.month] + ("" if first.year == last.year else f" {year(first.year)}")
    return f"{start} to {end}"


def _days(first: dt.date, last: dt.date) -> str:
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month]} to {day(last)}"
    return f"{first.day} to {day(last)}"


def when(first: dt.date | None, last: dt.date | None, *, lasting: bool, granularity: str) -> str:
    """A span in words that says whether the event filled it or fell somewhere inside it.

    Args:
        first: first day it can have happened, None for an open start.
        last: last day it can have happened, None for an open end.
        lasting: whether the words name a stretch that the event filled ("from 9 to 12 August").
        granularity: how fine the words are, as in the event table.
    """
    text = span(first, last)
    if first is None or last is None or first == last or lasting:
        return text
    if granularity in {"month", "year", "decade", "quarter", "season"} and (_is_months(first, last)):
        return f"{text}, day not given"
    return f"some time in {text}" if _is_months(first, last) else f"between {day(first)} and {day(last)}"


def is_lasting(edtf: str | None) -> bool:
    """Whether a date in EDTF names a stretch with two certain ends, which the event filled."""
    return bool(edtf) and "/" in str(edtf) and not any(sign in str(edtf) for sign in "?~%.")


def happened(event: Mapping[str, Any]) -> str:
    """The date of a row of the event table in words."""
    first, last = event["date_start"], event["date_end"]
    return when(first, last, lasting=is_lasting(event["edtf"]), granularity=event["granularity"])


def plain(text: str) -> str:
    """Text for a label that reads markdown, so that it shows exactly these characters."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def visible(text: str) -> str:
    """Text of others for a terminal, which would obey some of its characters: ESC is shown as \\x1b."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`3, "event"` -> "3 events", with thousands set apart."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: list[str], *, last: str = "and", most: int = 3) -> str:
    """ "A, B and C"; beyond `most` names the rest is counted."""
    shown = names[:most] + ([f"{len(names) - most} more"] if len(names) > most else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}" if shown else ""
