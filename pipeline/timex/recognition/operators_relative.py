"""Operators of expressions that count from another time. Each gives the fields of a LocalExpression."""

from __future__ import annotations

from typing import Any

from pipeline.calendar import timex3
from pipeline.timex.recognition.fields import Fields
from pipeline.timex.recognition.lexicon import words_of

Local = dict[str, Any]
_LONGEST_OPERATION = 400
"""Days; nobody counts an operation longer from its first day."""


def weekday(fields: Fields) -> Local | None:
    """A day of the week, perhaps last, next or this one, perhaps its morning or night."""
    number, part, relation = fields.weekday(), fields.daypart(), fields.relation()
    time = f"T{part}" if part else ""
    side = fields.meaning("side", ("SIDE", "PART"))
    local: Local = {"local_value": f"XXXX-WXX-{number}{time}", "weekday": number, "clock": time or None,
                    "mod": fields.mod() or side, "side": fields.side(),
                    "definite": fields.has("definite")}  # fmt: skip
    if fields.month() is not None:
        local |= {"month": fields.month(), "day": fields.day()}
    if relation:
        local |= {"amount": float(relation[0]), "relative_to": relation[1]}
    elif fields.has("later"):
        local |= {"amount": float(fields.meaning("later", ("AFTER",)) or 1), "relative_to": "previous"}
    weeks = fields.number() if fields.has("n") else 1.0
    if isinstance(weeks, float) and fields.meaning("weekday", ("WEEKDAYS",)):
        weeks -= 1
    if fields.unit() == "week" and isinstance(weeks, float):
        off = -weeks if fields.phrase("side") == "ago" else weeks
        local |= {"local_value": f"{local['local_value']}{off:+g}week", "unit": "week", "amount": off,
                  "relative_to": "published"}  # fmt: skip
    return local


def weekday_of_week(fields: Fields) -> Local | None:
    """Tuesday of last week."""
    number, relation = fields.weekday(), fields.relation() or (1, "previous")
    return {"local_value": f"XXXX-WXX-{number}", "weekday": number, "unit": "week", "amount": float(relation[0]),
            "relative_to": relation[1]}  # fmt: skip


def weekday_neighbour(fields: Fields) -> Local | None:
    """the day before last Tuesday -> a Monday; overnight into Saturday -> the night of a Friday."""
    number, part = fields.weekday() or 1, fields.daypart()
    step = -1 if fields.phrase("rel") == "before" else 1
    number = (number - 1 + step) % 7 + 1
    time = f"T{part}" if part else ""
    return {"local_value": f"XXXX-WXX-{number}{time}", "weekday": number, "clock": time or None,
            "definite": fields.has("definite")}  # fmt: skip


def deictic(fields: Fields) -> Local | None:
    """today, yesterday morning, tonight, the next morning."""
    relation = fields.relation()
    if fields.has("day"):
        relation = int(fields.meaning("day", ("DEICTIC", "DEICTIC_NOTE", "DEICTIC_DOUBTFUL")) or 0), "published"
    elif "amount" in fields.given:
        relation = int(fields.given["amount"]), "published"
    elif fields.has("later"):
        relation = int(fields.meaning("later", ("AFTER",)) or 1), "previous"
    elif relation is None or fields.phrase("rel") == "next":
        relation = (1 if fields.has("rel") else 0), "previous"
    part = fields.daypart()
    time = f"T{part}" if part else ""
    return {"local_value": f"{relation[1]}{relation[0]:+}day{time}", "unit": "day", "amount": float(relation[0]),
            "relative_to": relation[1], "clock": time or None, "mod": fields.mod(), "side": fields.side(),
            "definite": fields.has("definite")}  # fmt: skip


def unit(fields: Fields) -> Local | None:
    """last month, this year, the following week, later that day, the weekend."""
    if fields.has("season"):
        inner = within(fields)
        return inner and inner | {"operator": "within"}
    name = fields.unit() or fields.phrase("unit")
    relation = fields.relation() or ((1, "published") if "next" in (fields.phrase("rel") or "") else (-1, "published"))
    if name in {"minute", "second", "hour", "night"} or name is None:
        return None
    if name == "day" and fields.phrase("rel") == "next":
        relation = (1, "previous")
    if name == "day" and "rel" in fields.given and (fields.side() or (fields.phrase("part") or "").endswith(" of")):
        # "Later in the day", "the end of the day" are of the day spoken of.
        return {"local_value": "previous+0day", "unit": name, "amount": 0.0, "relative_to": "previous",
                "mod": fields.mod(), "side": None}  # fmt: skip
    if name == "day" and fields.phrase("rel") in words_of("REL_NO_DAY"):
        return None  # The last day, this day: of what, only the text tells.
    name, amount = ("week", 2 * relation[0]) if name == "fortnight" else (name, relation[0])
    return {"local_value": f"{relation[1]}{amount:+}{name}", "unit": name, "amount": float(amount),
            "relative_to": relation[1], "mod": fields.mod(), "side": fields.side(),
            "definite": fields.has("definite")}  # fmt: skip


def period(fields: Fields) -> Local | None:
    """the quarter, the latest period: the period spoken of, else the last one completed."""
    year = fields.year()
    if fields.unit() == "year":
        amount = -1.0 if fields.phrase("rel") == "latest" else 0.0
        return {
            "local_value": f"published{amount:+.0f}year",
            "unit": "year",
            "amount": amount,
            "relative_to": "published",
            "operator": "unit",
        }
    return {"local_value": f"{year:04}-period" if year else "period", "unit": "quarter", "year": year, "definite": True,
            "relative_to": "previous"}  # fmt: skip


def year_end(_fields: Fields) -> Local | None:
    """year-end."""
    return {"local_value": "published-12-31", "unit": "year", "amount": 0.0, "relative_to": "published", "mod": "END"}


def within(fields: Fields) -> Local | None:
    """A month, day or season inside a year told relatively: June last year, last June."""
    month, day, season = fields.month(), fields.day(), fields.season()
    if month is None and season is None:
        return None
    # "last June" is the June before; "June last year" names its year.
    by_year = any(word == "year" for word in (fields.phrase("frame") or "year").split()) and not _leads(fields)
    relation = fields.relation() or (-1, "published")
    inner = season or (f"{month:02}-{day:02}" if day else f"{month:02}")
    shown = f"{relation[1]}{relation[0]:+}-{inner}" if by_year else f"{relation[1]}-{inner}"
    return {"local_value": shown, "month": month, "day": day, "part": season, "unit": "year" if by_year else None,
            "amount": float(relation[0]), "relative_to": relation[1], "mod": fields.mod(),
            "side": fields.side()}  # fmt: skip


def _leads(fields: Fields) -> bool:
    rel = fields.captured.get("rel")
    inner = fields.captured.get("month") or fields.captured.get("season")
    return not rel or bool(inner and rel[0].start < inner[0].start)


def ago(fields: Fields) -> Local | None:
    """N units before publication; "ten years ago today" is that very day."""
    local = _shifted(fields, -1, "published")
    if local is None or not (fields.has("day") or fields.has("part")):
        return local
    fine = "day" if fields.has("day") else fields.phrase("part") or "day"
    note = fields.meaning("day", ("DEICTIC",))
    return local | {"local_value": f"{local['local_value']}-{fine}", "part": fine, "day": None, "note": note}


def ahead(fields: Fields) -> Local | None:
    """N units after publication."""
    local = _shifted(fields, 1, "published")
    if local and fields.has("part"):
        fine = fields.phrase("part") or "day"
        return local | {"local_value": f"{local['local_value']}-{fine}", "part": fine}
    if local and fields.has("day"):
        local["day"] = None
        local["note"] = fields.meaning("day", ("DEICTIC",))
    return local


def later(fields: Fields) -> Local | None:
    """N units before or after what was spoken of."""
    return _shifted(fields, int(fields.meaning("later", ("LATER", "AFTER")) or 1), "previous")


def year_ago(fields: Fields) -> Local | None:
    """The same period a year before the one spoken of."""
    nth = fields.nth()
    part = f"Q{nth}" if nth in {1, 2, 3, 4} else None
    return {"local_value": "period-1year" + (f"-{part}" if part else ""), "unit": "year", "amount": -1.0,
            "relative_to": "previous", "part": part, "definite": True}  # fmt: skip


def event_offset(fields: Fields) -> Local | None:
    """N units before or after an event that the words after the expression name."""
    direction = int(fields.meaning("later", ("AFTER",)) or 1)
    name, number = fields.unit() or fields.phrase("unit") or "day", fields.number()
    if "unit" in fields.given:
        return {
            "local_value": f"event{direction:+}day",
            "unit": "day",
            "amount": float(direction),
            "relative_to": "event",
        }
    amount = number if isinstance(number, float) else None
    return {"local_value": timex3.duration(name, amount), "unit": name, "amount": amount and amount * direction,
            "relative_to": "event", "mod": fields.mod(), "side": "later" if direction > 0 else "earlier"}  # fmt: skip


def same(_fields: Fields) -> Local | None:
    """then: the time spoken of."""
    return {"local_value": "previous", "relative_to": "previous", "amount": 0.0}


def _shifted(fields: Fields, direction: int, anchor: str) -> Local | None:
    name, number = fields.unit(), fields.number()
    if name is None or number is None:
        return None
    if isinstance(number, float) and fields.has("and_half"):
        number += 0.5
    sign = "+" if direction > 0 else "-"
    amount = number * direction if isinstance(number, float) else None
    shown = "X" if amount is None else f"{abs(amount):g}"
    return {"local_value": f"{anchor}{sign}{shown}{name}", "unit": name, "amount": amount, "relative_to": anchor,
            "mod": fields.mod(), "side": "later" if direction > 0 else "earlier"}  # fmt: skip


def operation_day(fields: Fields) -> Local | None:
    """D+8, D-1: counted from the day on which an operation begins."""
    number = fields.number()
    if not isinstance(number, float) or not 1 <= number <= _LONGEST_OPERATION:
        return None
    amount = number if fields.phrase("side") == "+" else -number
    return {"local_value": f"event{amount:+g}day", "unit": "day", "amount": amount, "relative_to": "event"}
