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

WORKER_BATCHES = Setting(
    name="worker_batches",
    default=250,
    unit="batches",
    why="The parser keeps every word it has seen: a worker begins afresh after about four thousand articles.",
)

LANDING_SHARE = Setting(
    name="landing_share",
    default=0.02,
    unit="share of the articles landed in this run",
    why="A commit costs more the more there are: landing a fiftieth at a time keeps the cost of a run linear.",
)

LANDING_MOST = Setting(
    name="landing_most",
    default=512,
    unit="articles",
    why="What waits to be landed is held in memory, and is lost when the process is killed.",
)

CLUSTER_BATCH = Setting(
    name="cluster_batch",
    default=64,
    unit="files",
    why="One Parquet file of each table a group: few large files, and seconds lost with a worker.",
)

CLUSTER_AHEAD = Setting(
    name="cluster_ahead",
    default=4,
    unit="groups under way for each worker",
    why="A worker that is done finds the next group waiting, and the scheduler's memory stays small.",
)

STORE: tuple[Setting, ...] = (
    INGEST_BATCH,
    STORE_ATTEMPTS,
    UNCLAIMED_HOURS,
    KEEP_DAYS,
    ANCHOR_LIKENESS,
    SUPPOSE_DOCUMENTS,
    WORKER_BATCHES,
    LANDING_SHARE,
    LANDING_MOST,
    CLUSTER_BATCH,
    CLUSTER_AHEAD,
)
