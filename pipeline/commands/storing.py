"""Commands that read the store: status, explain, export."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.commands import summary
from pipeline.export import EXPORTERS, exporter, quoted
from pipeline.export import export as write_export

EventId = Annotated[str, typer.Argument(help="An event_id, or its first characters, as `events` or the page show it.")]


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
FormatName = Annotated[
    str, typer.Option("--format", metavar="|".join(each.name for each in EXPORTERS), help="Format of the file.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Also the events that an analyst would not plot: states, background, speculation.")
]


def export(
    form: FormatName,
    out: Out = None,
    everything: Everything = False,
    as_of: arg.AsOf = None,
    store_path: arg.StorePath = None,
) -> None:
    """Write the event table as a file that says its count, its filters, and what it left out and why.

    Example: python -m pipeline export --format csv --out events.csv
    """
    chosen = exporter(form)
    tables = store.load(store.root(store_path), as_of=as_of)
    try:
        with out.open("wb") if out else nullcontext(sys.stdout.buffer) as file:
            statement = write_export(
                tables.events.to_pylist(),
                file,
                chosen,
                off_timeline=everything,
                quote=lambda events: quoted(events, tables.mentions, tables.documents),
            )
    except OSError as error:
        raise arg.BadArgumentError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    typer.echo(statement.sentence, err=True)
