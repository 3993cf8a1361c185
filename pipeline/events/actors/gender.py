"""The gender that a name tells."""

from __future__ import annotations

from typing import Literal

from pipeline.resources import Row, table


class NameEnding(Row):
    """An ending of Slavic surnames that tells the bearer's gender."""

    ending: str
    gender: Literal["female", "male"]
    example: str
    counterexample: str = ""


def gender_of(name: str) -> str:
    """The gender that a Slavic surname's ending tells; "none" when it tells none."""
    rows = table("lexicons/en/surname_endings.csv", NameEnding)
    return next((row.gender for row in rows if " " in name and name.lower().endswith(row.ending)), "none")
