"""The command that reads articles into the store."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from tqdm import tqdm

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.commands import outcome
from pipeline.ingestion import Order, Report
from pipeline.ingestion import ingest as run_ingestion
from pipeline.model import Issue

Workers = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read side by side.")]
ReportFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE.json", help="Also write what came of every file, as JSON.")
]
STOPPED = 130


def ingest(
    paths: arg.Paths,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    columns: arg.Columns = None,
    workers: Workers = 1,
    report_file: ReportFile = None,
    store_path: arg.StorePath = None,
) -> None:
    """Read articles and keep them with their events in the store; reading the same again changes nothing.

    Stopped half-way (Ctrl-C), the same command goes on from there: an article is in the store whole or not at all.
    Exit status: 0 all read; 2 something was skipped, and is named; 130 stopped.
    Example: python -m pipeline ingest articles/ --workers 2 --report outcome.json
    """
    files, passed_over = arg.files(paths)
    order = Order(files, arg.given(published, outlet, columns), arg.day("--today", today), workers)
    root = store.root(store_path)
    with _interruptible(), tqdm(total=len(files), unit="file", disable=not sys.stderr.isatty()) as bar:
        report = run_ingestion(order, root=root, progress=bar.update)
    _tell(report, passed_over, root, asked=len(files), report_file=report_file)


def _tell(report: Report, passed_over: tuple[Issue, ...], root: Path, *, asked: int, report_file: Path | None) -> None:
    issues = [*passed_over, *report.issues]
    skipped = any(issue.severity == "skipped" for issue in issues)
    status = STOPPED if report.stopped else 2 if skipped else 0
    typer.echo(outcome.ingested(report, passed_over, root))
    for issue in issues:
        typer.echo(f"{issue.severity}: {issue.message}", err=True)
    if report.stopped:
        typer.echo(outcome.stopped(report, asked), err=True)
    if report_file is not None:
        _write(report_file, outcome.as_json(report, passed_over, root, asked=asked, status=status))
    if status:
        raise typer.Exit(status)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise arg.BadArgumentError(
            f"--report {file}: cannot be written ({error.strerror}); name another file. The articles are in the store"
        ) from error


@contextmanager
def _interruptible() -> Iterator[None]:
    """A polite request to end (what `kill` sends) is taken like Ctrl-C: the batch under way lands first."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
