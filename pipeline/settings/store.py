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

STORE: tuple[Setting, ...] = (
    INGEST_BATCH,
    STORE_ATTEMPTS,
)
