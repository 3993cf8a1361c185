"""Thresholds of when two spellings are one name."""

from __future__ import annotations

from pipeline.settings.setting import Setting

NAME_LIKENESS = Setting(
    name="name_likeness",
    default=84,
    unit="percent of letters in order (rapidfuzz ratio of surnames)",
    why="Transliterations of one surname score 86 and more (Loukachenko, Tihanovskaya), other surnames below 80.",
)

GIVEN_NAME_LIKENESS = Setting(
    name="given_name_likeness",
    default=60,
    unit="percent of letters in order (rapidfuzz ratio)",
    why="Pavel and Pawel, Siarhei and Sergei are one name; Viktor and Vladimir (43) are not.",
)

NAME_MARGIN = Setting(
    name="name_margin",
    default=4,
    unit="percent of letters in order",
    why="A spelling that is about as near to two people's names (Tsikhanouskaya, Tsimanouskaya) names neither.",
)

NAME_MIN_LETTERS = Setting(
    name="name_min_letters",
    default=6,
    unit="letters of the surname",
    why="In shorter surnames one letter makes another person (Kozak, Kozyk): they must be as the table has them.",
)

NAMES: tuple[Setting, ...] = (
    NAME_LIKENESS,
    GIVEN_NAME_LIKENESS,
    NAME_MARGIN,
    NAME_MIN_LETTERS,
)
