"""The command that reads articles into the store: files, folders, web addresses."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from tqdm import tqdm

from pipeline import distributed, store
from pipeline.commands import arguments as arg
from pipeline.commands import outcome
from pipeline.fetching import Fetcher, is_address
from pipeline.ingestion import Order, Report
from pipeline.ingestion import ingest as run_ingestion
from pipeline.model import Issue
from pipeline.readers import Given

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Articles, folders of articles, or web addresses of pages and feeds; - reads standard input.",
        metavar="SOURCES...",
        show_default=False,
    ),
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, metavar="N", help="Number of processes that read in parallel.")
]
ReportFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE.json", help="Also write the outcome for every file, as JSON.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from this computer and from private networks.")
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Fetch pages again that were fetched before.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="Read on the Dask cluster at this address.")
]


def ingest(
    sources: Sources,
    published: arg.Published = None,
    outlet: arg.OutletName = None,
    today: arg.Today = None,
    columns: arg.Columns = None,
    workers: Workers = 1,
    allow_private: AllowPrivate = False,
    refresh: Refresh = False,
    scheduler: Scheduler = None,
    report_file: ReportFile = None,
    store_path: arg.StorePath = None,
) -> None:
    """Read articles into the store with their events. Reading the same articles again changes nothing.

    If it is stopped (Ctrl-C), the same command continues where it left off: no article is stored in part.
    Only the web addresses you name are fetched, and the pages that a feed among them lists; robots.txt is obeyed.
    Exit status: 0 everything was read; 2 something was skipped, and is named; 130 stopped.
    Example: python -m pipeline ingest articles/ https://example.org/feed.xml --workers 2 --report outcome.json
    """
    root = store.root(store_path)
    given = arg.given(published, outlet, columns)
    day = arg.limit(today, given.published)
    with interruptible():
        files, passed_over = gathered(sources, root, allow_private=allow_private, refresh=refresh)
        report_unread(passed_over, sources, root)
        report = read(files, given, root, day=day, workers=workers, scheduler=scheduler)
    _tell(report, passed_over, root, asked=len(files), report_file=report_file)


def gathered(
    sources: Sequence[str], root: Path, *, allow_private: bool, refresh: bool, may_be_none: bool = False
) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """The files that the sources stand for, addresses fetched; and what was passed over.

    Raises:
        BadArgumentError: when a path does not exist, or there is nothing to read and there has to be.
    """
    urls = [source for source in sources if is_address(source)]
    paths = [arg.path(source) for source in sources if not is_address(source)]
    files, passed_over = arg.files(paths, may_be_none=may_be_none) if paths else ((), ())
    if urls:
        store.create(root)
        with Fetcher(root, allow_private=allow_private, refresh=refresh) as fetcher:
            found = list(tqdm(fetcher.fetch(urls), unit="page", desc="fetching", disable=not sys.stderr.isatty()))
        files = (*files, *(each for each in found if isinstance(each, Path)))
        passed_over = (*passed_over, *(each for each in found if isinstance(each, Issue)))
    return tuple(dict.fromkeys(files)), passed_over


def report_unread(passed_over: Sequence[Issue], sources: Sequence[str], root: Path) -> None:
    """Has the store say which files no reader takes; of those below the sources that are gone it says no more.

    What could not be fetched is another thing: the next look may bring it.
    """
    folders = [Path(source) for source in sources if not is_address(source)]

    def is_gone(source: str) -> bool:
        below = any(Path(source).is_relative_to(folder) for folder in folders)
        archive = source.partition("#")[0]
        return below and not Path(source).exists() and not Path(archive).exists()

    store.create(root)
    store.report(root, [issue for issue in passed_over if issue.stage == "readers"], settled=is_gone)


def read(
    files: Sequence[Path], given: Given, root: Path, *, day: dt.date | None, workers: int, scheduler: str | None = None
) -> Report:
    """Files into the store, with a bar that shows the rate and the time left where somebody looks on."""
    order = Order(tuple(files), given, day, workers)
    with tqdm(total=len(files), unit="file", disable=not sys.stderr.isatty()) as bar:
        if scheduler is None:
            return run_ingestion(order, root=root, progress=bar.update)
        return distributed.ingest(order, scheduler=scheduler, root=root, progress=bar.update)


def _tell(report: Report, passed_over: tuple[Issue, ...], root: Path, *, asked: int, report_file: Path | None) -> None:
    issues = [*passed_over, *report.issues]
    skipped = any(issue.severity == "skipped" for issue in issues)
    status = outcome.STOPPED if report.stopped else 2 if skipped else 0
    typer.echo(outcome.ingested(report, passed_over, root))
    for issue in issues:
        typer.echo(outcome.complaint(issue), err=True)
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
            f"--report {file}: cannot be written ({error.strerror}); choose another file. The articles are in the store"
        ) from error


@contextmanager
def interruptible() -> Iterator[None]:
    """A polite request to end (what `kill` sends) is taken like Ctrl-C: the batch under way lands first."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
