"""Local values of times of day, alone or with the day they belong to."""

from __future__ import annotations

from typing import Any

from pipeline.timex.fields import Fields
from pipeline.timex.numbers import number

_NOON_HOURS = {"MO": 0, "AF": 12, "EV": 12, "NI": 12}


def clock(fields: Fields) -> dict[str, Any] | None:
    """A time of day; the day stays open unless the words give it."""
    time = _time(fields)
    if time is None:
        return None
    local: dict[str, Any] = {"clock": time, "mod": fields.mod()}
    if fields.has("day_rel"):
        amount = int(fields.meaning("day_rel", ("DEICTIC",)) or 0)
        return local | {"local_value": f"published{amount:+}day{time}", "unit": "day", "amount": float(amount),
                        "relative_to": "published"}  # fmt: skip
    weekday, month, day, year = fields.weekday(), fields.month(), fields.day(), fields.year()
    if month is not None and day is not None:
        shown = f"{year:04}" if year else "XXXX"
        return local | {"local_value": f"{shown}-{month:02}-{day:02}{time}", "year": year, "month": month, "day": day,
                        "weekday": weekday}  # fmt: skip
    if weekday is not None:
        relation = fields.relation()
        extra = {"amount": float(relation[0]), "relative_to": relation[1]} if relation else {}
        return local | {"local_value": f"XXXX-WXX-{weekday}{time}", "weekday": weekday} | extra
    return local | {"local_value": time, "unit": "day", "amount": 0.0, "relative_to": "previous"}


def _time(fields: Fields) -> str | None:
    if fields.has("noon"):
        return fields.meaning("noon", ("NOON",))
    phrase = (fields.phrase("time") or "").replace(".", ":")
    if military := fields.phrase("military"):
        phrase = f"{military[:2]}:{military[2:]}"
    if phrase:
        hour, minute, *second = (int(x) for x in phrase.split(":"))
    else:
        named = number((fields.phrase("hour") or "").split())
        if not isinstance(named, float):
            return None
        hour, minute, second = int(named), 0, []
    half = _half_of_day(fields)
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour > 24 or (hour == 24 and minute):
        return None
    return f"T{hour:02}:{minute:02}" + (f":{second[0]:02}" if second else "")


def _half_of_day(fields: Fields) -> int | None:
    part = fields.meaning("part_day", ("DAYPART",))
    if part:
        return _NOON_HOURS[part]
    found = fields.captured.get("half_of_day")
    if not found:
        return None
    return 12 if found[0].lower.startswith("p") else 0
