"""Commands that look after a store: check, compact, backup, restore, remove, history."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline import store
from pipeline.commands import arguments as arg
from pipeline.ingestion import cluster
from pipeline.settings.store import KEEP_DAYS
from pipeline.words import count

KeepDays = Annotated[
    float,
    typer.Option(
        "--keep-days",
        min=0,
        metavar="DAYS",
        help="Keep the versions of the last so many days, so that they can still be opened.",
    ),
]
Copy = Annotated[Path, typer.Argument(help="A new folder for the copy.", metavar="COPY")]
Saved = Annotated[Path, typer.Argument(help="A folder that `backup` made.", metavar="COPY")]
Documents = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="doc_id, source, name or URL of each article, as `publication` and the page show them.",
        show_default=False,
    ),
]


def check(store_path: arg.StorePath = None) -> None:
    """Test the store: read every file, compare checksums, look for stray rows and files. Nothing is written.

    Exit status 1 if there is a problem. Example: python -m pipeline check
    """
    root = store.root(store_path)
    found = store.examine(root)
    typer.echo(
        f"store      {root}: {count(found.documents, 'article')}, {count(found.events, 'event')}, "
        f"{found.bytes / 1e6:,.1f} MB\n"
        f"waiting    {count(found.waiting, 'article')} not yet on the timeline"
        f"{'; run ingest again' if found.waiting else ''}\n"
        f"leftovers  {count(found.leftovers, 'row')} and {count(found.unclaimed, 'file')} that are no longer used"
        f"{'; `compact` removes them' if found.leftovers or found.unclaimed else ''}\n"
        f"problems   {len(found.problems):,}"
    )
    for problem in found.problems:
        typer.echo(f"problem: {problem}", err=True)
    if found.problems:
        typer.echo("`restore` a backup, or move the store away and ingest the articles again", err=True)
        raise typer.Exit(1)


def compact(keep_days: KeepDays = KEEP_DAYS.number, store_path: arg.StorePath = None) -> None:
    """Tidy the store: merge small files, remove unused rows and versions older than --keep-days. It shows the same.

    Example: python -m pipeline compact --keep-days 30
    """
    done = store.compact(store.root(store_path), cluster, keep_days=keep_days)
    typer.echo(
        f"{done.bytes_before / 1e6:,.1f} MB before, {done.bytes_after / 1e6:,.1f} MB after; "
        f"{count(done.rows, 'row')} and {count(done.files, 'file')} removed"
    )
    if done.bytes_after >= done.bytes_before and keep_days:
        typer.echo(
            f"The versions of the last {keep_days:g} days are kept beside what was merged; --keep-days 0 lets them go."
        )


def backup(copy: Copy, store_path: arg.StorePath = None) -> None:
    """Copy the store, with all its versions and a checksum for every file, into a new folder.

    Example: python -m pipeline backup ../timeline-2026-11
    """
    typer.echo(f"{copy}: {count(store.backup(store.root(store_path), copy), 'file')} copied")


def restore(copy: Saved, store_path: arg.StorePath = None) -> None:
    """Restore a store from a backup to a place where there is none. A damaged backup is refused.

    Example: python -m pipeline restore ../timeline-2026-11 --store data/store
    """
    root = store.root(store_path)
    typer.echo(f"{root}: {count(store.restore(copy, root), 'file')} restored")


def remove(documents: Documents, store_path: arg.StorePath = None) -> None:
    """Remove articles from the store, and the events that only they report. The original files stay.

    An article returns when its file is ingested again. Example: python -m pipeline remove walk.txt
    """
    root = store.root(store_path)
    found = store.find(root, documents)
    if unknown := sorted(name for name, ids in found.items() if len(ids) != 1):
        raise arg.BadArgumentError(
            "; ".join(_how_many(name, len(found[name])) for name in unknown)
            + "; give the doc_id, which `publication` and the page show. Nothing was removed"
        )
    removed = store.remove(root, [doc_id for ids in found.values() for doc_id in ids], cluster)
    typer.echo(f"{count(removed, 'article')} removed; {count(store.status(root).events, 'event')} left")


def _how_many(name: str, articles: int) -> str:
    return f"{articles} articles are called “{name}”" if articles else f"no article is called “{name}”"


def history(store_path: arg.StorePath = None) -> None:
    """List the versions of the store, for `export --as-of` and `make dashboard AS_OF=version`.

    Example: python -m pipeline history
    """
    for moment in store.history(store.root(store_path)):
        events = "events not known" if moment.events is None else count(moment.events, "event")
        typer.echo(f"{moment.version:>6}  {moment.since:%Y-%m-%d %H:%M:%S} UTC  {events:>16}")
