"""Commands that read the store: status, explain, export."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.commands import summary
from pipeline.export import EXPORTERS, Exporter, Statement, csvw, exporter, quoted
from pipeline.export import export as write_export
from pipeline.words import visible

EventId = Annotated[
    str,
    typer.Argument(
        metavar="EVENT_ID", help="An event_id, or its first characters; `export` and the page's address show it."
    ),
]


def status(store_path: arg.StorePath = None) -> None:
    """Print what the store holds: articles, events with and without a date, what was skipped.

    Example: python -m pipeline status --store data/store
    """
    root = store.root(store_path)
    typer.echo(summary.status(store.status(root), root))


def explain(event_id: EventId, store_path: arg.StorePath = None) -> None:
    """Print one event, every article that reports it, and the reason for each field.

    Example: python -m pipeline explain 3f2a
    """
    typer.echo(visible(summary.explanation(store.load(store.root(store_path)), event_id)))


Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Where to write. Default, and with -: standard output.")
]
FormatName = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help=f"Format of the file: {', '.join(each.name for each in EXPORTERS)}."
    ),
]
Query = Annotated[
    str,
    typer.Option(
        "--query",
        metavar="QUERY",
        help="Only what the page's search finds: words, “phrases”, actor:name, type:CONSULT, before:2022-07, is:dated; "
        "a minus in front excludes.",
    ),
]
STANDARD_OUTPUT = Path("-")
Everything = Annotated[
    bool, typer.Option("--all", help="Also the events kept off the timeline: states, background, speculation.")
]


def export(
    form: FormatName,
    out: Out = None,
    query: Query = "",
    everything: Everything = False,
    as_of: arg.AsOf = None,
    store_path: arg.StorePath = None,
) -> None:
    """Write the events to a file. How many were left out, and why, is printed and stands in the file.

    A CSV file has no place for that: with --out it stands in FILE-metadata.json beside it (CSV on the Web).

    Example: python -m pipeline export --format csv --query "actor:putin type:CONSULT" --out events.csv
    """
    chosen = exporter(form)
    out = None if out == STANDARD_OUTPUT else out
    tables = store.load(store.root(store_path), as_of=as_of)
    if query.strip() and everything:
        raise arg.BadArgumentError(
            "--query finds what the page shows and --all adds what it does not; give only one of them"
        )
    write = _searched(tables, query) if query.strip() else _whole(tables, everything=everything)
    try:
        with in_full(out) if out else nullcontext(sys.stdout.buffer) as file:
            statement = write(chosen, file)
        if out and chosen.silent:
            Path(f"{out}{csvw.SUFFIX}").write_bytes(csvw.description(statement, out.name))
    except OSError as error:
        if out is None:
            raise
        raise arg.BadArgumentError(f"{out}: cannot be written ({error.strerror}); choose another file") from error
    typer.echo(statement.sentence, err=True)


@contextmanager
def in_full(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place once all of it is written: one that breaks off leaves what was there before.

    A pipe or a device, and a file that may not be written, are opened as they are.
    """
    target = path.resolve()
    if target.exists() and not (target.is_file() and os.access(target, os.W_OK)):
        with target.open("wb") as file:
            yield file
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _whole(tables: store.Tables, *, everything: bool) -> Callable[[Exporter, BinaryIO], Statement]:
    """Writes the whole event table."""
    return lambda chosen, file: write_export(
        tables.events.to_pylist(),
        file,
        chosen,
        off_timeline=everything,
        quote=lambda events: quoted(events, tables.mentions, tables.documents),
    )


def _searched(tables: store.Tables, query: str) -> Callable[[Exporter, BinaryIO], Statement]:
    """Writes what the page's search finds. A query that means nothing would narrow nothing, so it is refused."""
    # Loaded when asked for: the page's questions bring a database of their own.
    from views import exporting
    from views.queries import catalogue as catalogues
    from views.queries import naming
    from views.state import ViewState

    view = ViewState(search=query)
    catalogue = catalogues.open_catalogue({name: getattr(tables, name) for name in catalogues.SOURCES})
    if problems := naming.misread(catalogue, view):
        raise arg.BadArgumentError(f"--query: {' '.join(problems)}")
    return partial(exporting.write, catalogue, view)
