"""What came of an ingestion, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.ingestion import Report
from pipeline.model import Issue
from pipeline.words import count, visible

Row = dict[str, Any]

STOPPED = 130
"""Exit status of a program that was interrupted, as shells have it."""


def ingested(report: Report, passed_over: Sequence[Issue], root: Path) -> str:
    """What came of the files, and where the result is."""
    landed = report.landed
    skipped = sum(issue.severity == "skipped" for issue in [*report.issues, *passed_over])
    return "\n".join(
        [
            f"read       {landed.added} new, {landed.replaced} changed, {landed.unchanged} unchanged "
            f"({count(report.words, 'word')})",
            f"copies     {count(landed.copies, 'file')} with the same text as another file, left out",
            f"skipped    {count(skipped, 'file')}" + (", listed below with the reason" if skipped else ""),
            f"store      {root}: {count(report.events, 'event')}",
        ]
    )


def complaint(issue: Issue) -> str:
    """What is said of a source that was skipped or odd, on one line whatever its name is."""
    return f"{issue.severity}: " + visible(issue.message).replace("\n", r"\n")


def stopped(report: Report, asked: int) -> str:
    """Where an interrupted run stands, and how it goes on."""
    return (
        f"stopped after {report.files:,} of {count(asked, 'file')}; what was read is kept. Run the same "
        "command again to "
        "continue and to put the waiting articles on the timeline"
    )


def as_json(report: Report, passed_over: Sequence[Issue], root: Path, *, asked: int, status: int) -> str:
    """The report for scripts: counts of articles, and every source that was skipped or odd with its reason.

    `read`, `updated`, `unchanged` and `duplicate` count articles, `files` and `files_asked` files, `words` those read
    in this run. `exit_status` is that of the command.
    """
    issues = [*passed_over, *report.issues]
    landed = report.landed
    found: Row = {
        "store": str(root),
        "files": report.files,
        "files_asked": asked,
        "read": landed.added,
        "updated": landed.replaced,
        "unchanged": landed.unchanged,
        "duplicate": landed.copies,
        "skipped": _rows(issues, "skipped"),
        "warnings": _rows(issues, "warning"),
        "words": report.words,
        "events": report.events,
        "stopped": report.stopped,
        "exit_status": status,
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _rows(issues: Sequence[Issue], severity: str) -> list[Row]:
    return [
        {"source": issue.source_uri, "stage": issue.stage, "reason": issue.message}
        for issue in dict.fromkeys(issues)
        if issue.severity == severity
    ]
