"""Local values of times of day, alone or with the day they belong to."""

from __future__ import annotations

from typing import Any

from pipeline.timex.recognition.dates import numeric_date
from pipeline.timex.recognition.fields import Fields
from pipeline.timex.recognition.numbers import number

Local = dict[str, Any]
_NOON_HOURS = {"MO": 0, "MI": 12, "AF": 12, "EV": 12, "NI": 12}
_DAY_BEGINS, _DAY_ENDS = "T00:00", "T24:00"
_LATEST = {"afternoon": 7, "evening": 11}
"""In a message, an hour up to this one is of the afternoon (nobody meets at 6 in the morning), or of the evening."""


def clock(fields: Fields) -> Local | None:
    """A time of day; the day stays open unless the words give it."""
    time = time_of(fields)
    if time is None:
        return None
    local: Local = {"clock": time, "mod": fields.mod()}
    if fields.has("numeric") or fields.has("iso"):
        date = numeric_date(fields)
        return date and date | {"local_value": f"{date['local_value']}{time}", "clock": time}
    return local | (_counted_day(fields, time) or _named_day(fields, time))


def _counted_day(fields: Fields, time: str) -> Local | None:
    """The day that the words count from publication, or from the day spoken of."""
    if fields.has("day_rel") or fields.meaning("part_day", ("TONIGHT",)) is not None:
        amount, anchor = int(fields.meaning("day_rel", ("DEICTIC",)) or 0), "published"
    elif fields.has("spoken_of"):
        amount = 1 if fields.phrase("rel") == "next" else (fields.relation() or (0, ""))[0]
        anchor = "previous"
    else:
        return None
    return {"local_value": f"{anchor}{amount:+}day{time}", "unit": "day", "amount": float(amount),
            "relative_to": anchor}  # fmt: skip


def _named_day(fields: Fields, time: str) -> Local:
    weekday, month, day, year = fields.weekday(), fields.month(), fields.day(), fields.year()
    if day is not None:
        shown = f"{year:04}" if year else "XXXX"
        return {"local_value": f"{shown}-{f'{month:02}' if month else 'XX'}-{day:02}{time}", "year": year,
                "month": month, "day": day, "weekday": weekday}  # fmt: skip
    if weekday is not None:
        relation = fields.relation()
        extra = {"amount": float(relation[0]), "relative_to": relation[1]} if relation else {}
        return {"local_value": f"XXXX-WXX-{weekday}{time}", "weekday": weekday} | extra
    return {"local_value": time, "unit": "day", "amount": 0.0, "relative_to": "previous"}


def time_of(fields: Fields) -> str | None:
    """The time of day that the words name, T18:00, or None."""
    if fields.has("noon"):
        named = fields.meaning("noon", ("NOON",))
        # "Midnight on Thursday morning" is the one that Thursday begins with.
        return _DAY_BEGINS if named == _DAY_ENDS and fields.daypart() == "MO" else named
    digits = _digits(fields)
    if digits is None:
        return None
    hour, minute, *second = digits
    half = _half_of_day(fields)
    if half is None and 0 < hour <= _LATEST.get(str(fields.given.get("guess")), 0):
        half = 12
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour > 24 or (hour == 24 and minute):
        return None
    hour, minute = _apart(hour, minute, fields)
    return f"T{hour:02}:{minute:02}" + (f":{second[0]:02}" if second else "")


def _digits(fields: Fields) -> list[int] | None:
    """Hour, minute and perhaps second as written."""
    written = fields.phrase("military") or fields.phrase("compact")
    if written:
        return [int(written[:-2]), int(written[-2:])]
    phrase = (fields.phrase("time") or "").replace(".", ":")
    if phrase:
        return [int(x) for x in phrase.split(":")]
    named = number((fields.phrase("hour") or "").split())
    return [int(named), 0] if isinstance(named, float) else None


def _apart(hour: int, minute: int, fields: Fields) -> tuple[int, int]:
    """Half past five, a quarter to six: so many minutes after or before the hour."""
    phrase = fields.phrase("minutes")
    if phrase is None:
        return hour, minute
    apart = {"half": 30.0, "quarter": 15.0, "a quarter": 15.0}.get(phrase) or number(phrase.split())
    if not isinstance(apart, float) or not 0 < apart < 60:
        return hour, minute
    return (hour, int(apart)) if fields.phrase("side") == "past" else ((hour - 1) % 24, 60 - int(apart))


def _half_of_day(fields: Fields) -> int | None:
    part = fields.meaning("part_day", ("DAYPART", "TONIGHT"))
    if part:
        return _NOON_HOURS[part]
    found = fields.captured.get("half_of_day")
    if not found:
        return None
    return 12 if found[0].lower.startswith("p") else 0
