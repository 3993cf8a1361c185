"""Thresholds of telling versions of one article from other articles."""

from __future__ import annotations

from pipeline.settings.setting import Setting

VERSION_LIKENESS = Setting(
    name="version_likeness",
    default=0.7,
    unit="share of runs of words",
    why="An update adds or changes a few paragraphs of ten; two reports of one event by one outlet share a background.",
)

VERSION_DAYS = Setting(
    name="version_days",
    default=3,
    unit="days",
    why="Articles are updated within days; a report of the same shape a week later is another day's report.",
)

VERSIONS: tuple[Setting, ...] = (VERSION_LIKENESS, VERSION_DAYS)
