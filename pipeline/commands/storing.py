"""Commands that write the store or read it: ingest, status, explain, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from tqdm import tqdm

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.commands import summary
from pipeline.ingestion import Order
from pipeline.ingestion import ingest as run_ingestion

Workers = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read side by side.")]
EventId = Annotated[str, typer.Argument(help="An event_id, or its first characters, as `events` or the page show it.")]


def ingest(
    paths: arg.Paths,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    workers: Workers = 1,
    store_path: arg.StorePath = None,
) -> None:
    """Read articles and keep them with their events in the store; reading the same again changes nothing.

    Stopped half-way, the same command goes on from there: an article is in the store whole or not at all.
    Example: python -m pipeline ingest articles/ --workers 2
    """
    files, passed_over = arg.files(paths)
    order = Order(files, arg.given(published, outlet), arg.day("--today", today), workers)
    root = store.root(store_path)
    with tqdm(total=len(files), unit="file", disable=not sys.stderr.isatty()) as bar:
        report = run_ingestion(order, root=root, progress=bar.update)
    issues = [*passed_over, *report.issues]
    typer.echo(summary.ingested(report, passed_over, root))
    for issue in issues:
        typer.echo(f"{issue.severity}: {issue.message}", err=True)
    if any(issue.severity == "skipped" for issue in issues):
        raise typer.Exit(2)


def status(store_path: arg.StorePath = None) -> None:
    """Say what the store holds: articles by how their date is known, events with and without a date, what was skipped.

    Example: python -m pipeline status --store data/store
    """
    root = store.root(store_path)
    typer.echo(summary.status(store.status(root), root))


def explain(event_id: EventId, store_path: arg.StorePath = None) -> None:
    """Print one event with every article that tells it, and why each field is what it is.

    Example: python -m pipeline explain 3f2a
    """
    typer.echo(summary.explanation(store.load(store.root(store_path)), event_id))


Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to write. Default: standard output.")]
