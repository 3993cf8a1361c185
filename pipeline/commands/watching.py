"""The command that keeps a store fresh: it reads what comes into a folder, and what a feed brings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.commands import outcome
from pipeline.commands.ingesting import AllowPrivate, Sources, Workers, gathered, read, report_unread
from pipeline.fetching import is_address
from pipeline.settings.fetching import WATCH_MINUTES
from pipeline.watching import ending, watched

Minutes = Annotated[
    float, typer.Option("--every", min=0.01, metavar="MINUTES", help="Minutes between two looks at the feeds.")
]


def watch(
    sources: Sources,
    every: Minutes = WATCH_MINUTES.number,
    workers: Workers = 1,
    allow_private: AllowPrivate = False,
    store_path: arg.StorePath = None,
) -> None:
    """Read new articles from folders and feeds until you press Ctrl-C; an open dashboard shows them at once.

    Example: python -m pipeline watch articles/ https://example.org/feed.xml
    """
    root = store.root(store_path)
    folders = [arg.path(source) for source in sources if not is_address(source)]
    if wrong := [folder for folder in folders if not folder.is_dir()]:
        raise arg.BadArgumentError(f"{wrong[0]}: is not a folder; `watch` takes folders and web addresses of feeds")
    if any(root.resolve().is_relative_to(folder.resolve()) for folder in folders):
        raise arg.BadArgumentError(f"{root}: the store is inside a watched folder; choose another store with --store")
    try:
        with watched(folders) as bell, ending(bell):
            typer.echo(f"watching {', '.join(sources)}; press Ctrl-C to stop")
            while not _round(sources, root, allow_private=allow_private, workers=workers) and not bell.ended:
                bell.wait(every * 60 if len(folders) < len(sources) else None)
    except KeyboardInterrupt:
        pass
    typer.echo("stopped watching; the store is complete")


def _round(sources: list[str], root: Path, *, allow_private: bool, workers: int) -> bool:
    """Reads what is new, and tells of it when there was anything. Whether it was stopped meanwhile."""
    # An empty folder is no mistake here: it is waited for.
    files, passed_over = gathered(sources, root, allow_private=allow_private, refresh=False, may_be_none=True)
    report_unread(passed_over, sources, root)
    report = read(files, arg.given(None, None), root, day=None, workers=workers)
    if report.landed.added or report.landed.replaced:
        typer.echo(outcome.ingested(report, passed_over, root))
    for issue in dict.fromkeys([*passed_over, *report.issues]):
        if report.words or issue.stage == "fetching":
            typer.echo(outcome.complaint(issue), err=True)
    return report.stopped
