"""Which versions the store has had: each can be opened again with `load(root, as_of=...)`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from pipeline.store import attempts, place, read, tables


@dataclass(frozen=True, slots=True)
class Moment:
    """One version of the event table; `since` is when it was written, in UTC; `events` is None where not noted."""

    version: int
    since: dt.datetime
    events: int | None


def history(root: Path) -> list[Moment]:
    """All versions with events that the log tells of, the newest first.

    Raises:
        StoreError: when there is no store at `root`, or it is damaged.
    """
    place.check(root)
    handle = tables.table(root, "events")
    with attempts.failures(root):
        commits = handle.history()
    return [
        Moment(
            version=commit["version"],
            since=dt.datetime.fromtimestamp(commit["timestamp"] / 1000, dt.UTC),
            events=_count(commit.get("operationMetrics")),
        )
        for commit in commits
        if read.PINS in commit
    ]


def _count(metrics: object) -> int | None:
    found = metrics.get("num_added_rows") if isinstance(metrics, dict) else None
    return found if isinstance(found, int) else None
