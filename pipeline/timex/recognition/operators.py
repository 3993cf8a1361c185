"""One function an operator: the fields of a match -> what its words alone say. OPERATORS lists them all.

Each gives the fields of a LocalExpression, `local_value` among them, or None when the words turn out not to be a time.
Local values are TIMEX3 with X for what the words leave open; relative ones name what they count from: published-1month.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.calendar import timex3
from pipeline.timex.recognition import operators_relative as relative
from pipeline.timex.recognition.dates import calendar_date, day_month, numeric_date, span
from pipeline.timex.recognition.fields import Fields
from pipeline.timex.recognition.lengths import duration, duration_long, duration_range, duration_with_rest, in_units
from pipeline.timex.recognition.named import COUNTRY_MARK
from pipeline.timex.recognition.times import clock, time_of
from pipeline.timex.recognition.vocabulary import named_day_names

Local = dict[str, Any]
_REFERENCES = ("REFERENCE", "FREQUENCY", "FREQUENCY_NOTE", "REFERENCE_CYRILLIC", "FREQUENCY_CYRILLIC")


def calendar(fields: Fields) -> Local | None:
    """A calendar date with whatever parts the words give."""
    if fields.has("iso") or fields.has("numeric"):
        return numeric_date(fields)
    found = calendar_date(fields)
    if found is not None and isinstance(number := fields.number() if fields.has("n") else None, float):
        found |= {"amount": number, "unit": "day"}
    return found


def decade(fields: Fields) -> Local | None:
    """1930s -> 193; the nineties and ’80s leave the century open."""
    phrase = (fields.phrase("decade") or "").replace("'", "")
    if (century_of := fields.nth("century")) is not None:
        nth = fields.nth() or 1
        inside = 1 <= nth <= 10 and 1 <= century_of <= 100
        return {"local_value": f"{century_of - 1:02}{nth - 1}", "unit": "decade"} if inside else None
    if fields.era() == "BC":
        return {"local_value": f"BC{phrase.rstrip('s').zfill(4)[:3]}", "mod": fields.mod(), "unit": "decade"}
    tens = fields.meaning("decade", ("TENS_YEARS",))
    digits = phrase.rstrip("s") if tens is None else tens
    if len(digits) == 3:
        # "The 440s" is a decade where an era is named, and many hundreds of a thing elsewhere.
        return None
    if len(digits) == 4 and digits[2] == "0" and digits < "2000":
        # "The 1800s" is a century; only the one we live in has a first decade called so.
        return {"local_value": digits[:2], "mod": fields.mod(), "unit": "century"}
    mod = fields.mod() or {"H1": "START", "H2": "END"}.get(fields.meaning("half", ("HALF_OF",)) or "")
    local = digits[:3] if len(digits) == 4 else f"XX{digits[0]}"
    return {"local_value": local, "mod": mod, "unit": "decade"}


def century(fields: Fields) -> Local | None:
    """the 20th century -> 19."""
    nth = fields.nth()
    if nth is None or not 1 <= nth <= 100:
        return None
    before = "BC" if fields.era() == "BC" else ""
    part = fields.meaning("half", ("HALF_OF",)) or fields.meaning("portion", ("PORTION",))
    return {"local_value": f"{before}{nth - 1:02}", "mod": fields.mod(), "unit": "century", "part": part}


def quarter(fields: Fields) -> Local | None:
    """A quarter or half of a year; the year may be open or relative."""
    part = fields.phrase("part") if "part" in fields.given else fields.meaning("half", ("HALF_OF",))
    if fields.has("quarter"):
        part = "Q" + (fields.phrase("quarter") or "").strip("q")
    elif fields.has("half_year"):
        part = "H" + (fields.phrase("half_year") or "").strip("h")
    elif part is None:
        named = fields.meaning("nth", ("NAMED_QUARTER",))
        nth = int(named) if named else fields.nth()
        if nth not in {1, 2, 3, 4}:
            return None
        part = f"Q{nth}"
    relation, year = fields.relation(), fields.year()
    if relation:
        return {"local_value": f"{relation[1]}{relation[0]:+}-{part}", "part": part, "unit": "year",
                "amount": float(relation[0]), "relative_to": relation[1]}  # fmt: skip
    if fields.short_year():
        return {"local_value": f"XX{fields.short_year()}-{part}", "part": part}
    return {"local_value": f"{year:04}-{part}" if year else f"XXXX-{part}", "part": part, "year": year}


def week(fields: Fields) -> Local | None:
    """A numbered week, the week of a date, the nth week or weekday of a month."""
    year, month, nth = fields.year(), fields.month(), fields.nth()
    shown = f"{year:04}" if year else "XXXX"
    if month is None:
        number = fields.number("nth")
        if not isinstance(number, float) or not 1 <= number <= 53:
            return None
        return {"local_value": f"{shown}-W{int(number):02}", "year": year, "unit": "week"}
    if (day := fields.day()) is not None:
        return {
            "local_value": f"{shown}-{month:02}-{day:02}-W",
            "year": year,
            "month": month,
            "day": day,
            "unit": "week",
        }
    if (weekday := fields.weekday()) is not None:
        return {"local_value": f"{shown}-{month:02}-XX", "year": year, "month": month, "weekday": weekday,
                "amount": float(nth or 1), "unit": "day"}  # fmt: skip
    return {"local_value": f"{shown}-{month:02}-{'last' if nth == -1 else nth}W", "year": year, "month": month,
            "unit": fields.unit(), "amount": float(nth or 1)}  # fmt: skip


def named_day(fields: Fields) -> Local | None:
    """A day with a name; several may share one."""
    name = fields.phrase("named") or ""
    ids = named_day_names().get(name, ())
    country = fields.meaning("country", ("COUNTRY",))
    if country is not None:
        # The words of a name that is no row's are looked up in the country's own calendar.
        ids = (*ids, f"{COUNTRY_MARK}{country}")
    if not ids:
        return None
    year, relation = fields.year(), fields.relation()
    local = f"{year:04}-{ids[0]}" if year else ids[0]
    extra: Local = {"amount": float(relation[0]), "relative_to": relation[1]} if relation else {}
    if relation and fields.unit() == "year":
        extra["unit"] = "year"
    time = time_of(fields)
    time = time or (f"T{fields.daypart()}" if fields.daypart() else None)
    if isinstance(number := fields.number() if fields.has("n") else None, float):
        local, extra = f"{local}{number:+g}day", {"amount": number, "unit": "day"}
    return {
        "local_value": local,
        "named_day": "|".join(ids),
        "year": year,
        "mod": fields.mod(),
        "clock": time,
        "part": name if country else None,
        **extra,
    }


def numbered_day(fields: Fields) -> Local | None:
    """Day 300 of the war: counted from its first day."""
    number = fields.number() if fields.has("n") else fields.nth()
    if not isinstance(number, int | float) or not 1 <= number <= 9999:
        return None
    return {"local_value": f"event+{number - 1:g}day", "unit": "day", "amount": float(number), "relative_to": "event"}


def vague(fields: Fields) -> Local | None:
    """A reference to past, present or future, or a length nobody names."""
    known = fields.meaning("value", _REFERENCES)
    value = str(fields.given["value"]) if "value" in fields.given else known
    return {"local_value": value, "unit": fields.unit()} if value else None


def set_of(fields: Fields) -> Local | None:
    """A repeated time: every week, each July, twice a month."""
    month, season = fields.month(), fields.season()
    if month is not None or season:
        return {"local_value": f"XXXX-{season or f'{month:02}'}", "month": month, "part": season}
    if fields.has("part_day"):
        return {"local_value": f"XXXX-XX-XXT{fields.daypart()}"}
    name, number = fields.unit(), fields.number()
    words = fields.captured.get("unit")
    if name is None or (words and number is None and words[0].lower.endswith("s")):
        return None
    times = number if isinstance(number, float) else 2.0 if fields.has("other") else 1.0
    return {"local_value": timex3.duration(name, times), "unit": name, "amount": times}


OPERATORS: Mapping[str, Callable[[Fields], Local | None]] = {
    "calendar": calendar,
    "span": span,
    "day_month": day_month,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "week": week,
    "named_day": named_day,
    "weekday": relative.weekday,
    "weekday_of_week": relative.weekday_of_week,
    "weekday_neighbour": relative.weekday_neighbour,
    "deictic": relative.deictic,
    "unit": relative.unit,
    "period": relative.period,
    "year_end": relative.year_end,
    "within": relative.within,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "later": relative.later,
    "year_ago": relative.year_ago,
    "event_offset": relative.event_offset,
    "same": relative.same,
    "duration": duration,
    "in_units": in_units,
    "duration_long": duration_long,
    "duration_range": duration_range,
    "duration_with_rest": duration_with_rest,
    "vague": vague,
    "set": set_of,
    "clock": clock,
    "numbered_day": numbered_day,
    "operation_day": relative.operation_day,
}
