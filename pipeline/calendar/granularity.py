"""How fine a temporal value is, and the units of time with their TIMEX3 letters."""

from __future__ import annotations

FINENESS: tuple[str, ...] = (
    "minute", "day", "week", "month", "quarter", "season", "year", "decade", "century", "vague", "none",
)  # fmt: skip
"""Granularities, finest first."""

DURATION_LETTER = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"),
    "day": ("P", "D"), "night": ("P", "TNI"), "weekend": ("P", "WE"), "week": ("P", "W"),
    "month": ("P", "M"), "quarter": ("P", "Q"), "season": ("P", "SN"), "half": ("P", "H"), "year": ("P", "Y"),
}  # fmt: skip
"""Unit -> what stands before and after the number in a TIMEX3 duration."""

MANY = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
"""Units that TIMEX3 counts as so many of another: two decades are P20Y."""

_OF_UNIT = {"second": "minute", "hour": "minute", "night": "day", "weekend": "day", "fortnight": "week"}
_OF_UNIT |= {"half": "season", "millennium": "century"}


def of_unit(unit: str) -> str:
    """The granularity of a span named in this unit: an hour is as fine as "minute" here, a weekend as "day"."""
    return _OF_UNIT.get(unit, unit)


def finer(one: str, other: str) -> bool:
    """Whether granularity `one` is strictly finer than `other`."""
    return FINENESS.index(one) < FINENESS.index(other)
