"""Local values of lengths of time: two weeks, decades-long, three hours and nine minutes."""

from __future__ import annotations

from typing import Any

from pipeline.calendar import timex3
from pipeline.timex.recognition.fields import Fields
from pipeline.timex.recognition.numbers import SOME

Local = dict[str, Any]
_FINER = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
}
"""Unit -> those in which what is left over is told."""


def duration(fields: Fields) -> Local | None:
    """A length of time."""
    name, number = fields.unit(), fields.number()
    if fields.phrase("n") in {"quarter", "half"}:
        number = 0.25 if fields.phrase("n") == "quarter" else 0.5
    if name is None or number is None:
        return None
    if isinstance(number, float) and fields.has("and_half"):
        number += 0.5
    amount = number if isinstance(number, float) else None
    relation = fields.relation()
    return {"local_value": timex3.duration(name, amount), "unit": name, "amount": amount, "mod": fields.mod(),
            "side": {-1: "earlier", 1: "later"}.get(relation[0]) if relation else None}  # fmt: skip


def in_units(fields: Fields) -> Local | None:
    """in two weeks: a day ahead when the verb looks ahead, else the time something took."""
    local = duration(fields)
    if local is None or local["amount"] is None:
        return local
    ahead = f"published+{local['amount']:g}{local['unit']}"
    if local["unit"] in {"second", "minute", "hour"}:
        # "In ten minutes" names no day.
        return local
    future = {"type": "DATE", "operator": "ahead", "local_value": ahead, "relative_to": "published", "side": "later"}
    return local | {"if_future": future}


def duration_long(fields: Fields) -> Local | None:
    """decades-long, day-long."""
    name, phrase = fields.unit("n"), fields.phrase("n") or ""
    if name is None:
        return None
    if phrase.endswith("s"):
        return {"local_value": "PXY" if name in {"decade", "century"} else timex3.duration(name, None), "unit": name}
    return {"local_value": timex3.duration(name, 1.0), "unit": name, "amount": 1.0}


def duration_range(fields: Fields) -> Local | None:
    """two to three weeks: a length that is left open."""
    name, number = fields.unit(), fields.number()
    if name is None or number is None or number == SOME:
        return None
    return {"local_value": timex3.duration(name, None), "unit": name, "mod": fields.mod()}


def duration_with_rest(fields: Fields) -> Local | None:
    """Two years and six months: one length, told in a unit and a finer one."""
    whole, rest = fields.number(), fields.number("rest")
    unit, finer = fields.unit(), fields.unit("rest_unit")
    if not isinstance(whole, float) or not isinstance(rest, float) or unit is None or finer not in _FINER.get(unit, ()):
        return None
    first, second = timex3.duration(unit, whole), timex3.duration(finer, rest)
    same_side = first.startswith("PT") or not second.startswith("PT")
    value = first + second.removeprefix("PT" if first.startswith("PT") else "P") if same_side else first + second[1:]
    return {"local_value": value, "unit": unit, "amount": whole, "mod": fields.mod(), "operator": "duration"}
