"""Thresholds of batches and commits."""

from __future__ import annotations

from pipeline.settings.setting import Setting

INGEST_BATCH = Setting(
    name="ingest_batch",
    default=16,
    unit="files",
    why="Large enough for the parser to work in batches, small enough that a stopped run loses seconds.",
)

STORE_ATTEMPTS = Setting(
    name="store_attempts",
    default=30,
    unit="commits tried",
    why="Four writers of small batches lose at most a handful of races in a row; past thirty something else is wrong.",
)

UNCLAIMED_HOURS = Setting(
    name="unclaimed_hours",
    default=24,
    unit="hours",
    why="A file that no version names yet may belong to a commit under way; none takes a day.",
)

KEEP_DAYS = Setting(
    name="keep_days",
    default=7,
    unit="days",
    why="Time travel is mostly to last week; whoever has a version open longer than that opens it again.",
)

ANCHOR_LIKENESS = Setting(
    name="anchor_likeness",
    default=80,
    unit="percent of characters",
    why="A passage with a corrected name or figure is still itself; another sentence with the same verb is far below.",
)

SUPPOSE_DOCUMENTS = Setting(
    name="suppose_documents",
    default=150,
    unit="articles",
    why="Clustered within a second or two while somebody waits; of more, those published nearest are compared.",
)

STORE: tuple[Setting, ...] = (
    INGEST_BATCH,
    STORE_ATTEMPTS,
    UNCLAIMED_HOURS,
    KEEP_DAYS,
    ANCHOR_LIKENESS,
    SUPPOSE_DOCUMENTS,
)
