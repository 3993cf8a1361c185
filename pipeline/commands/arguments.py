"""Arguments that several commands share, and how a wrong one is answered: one line, exit status 2."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline import readers
from pipeline.calendar.interval import Interval
from pipeline.model import Issue
from pipeline.readers import Given
from pipeline.readers.columns import FIELDS


class BadArgumentError(Exception):
    """A wrong argument; the message says what is wrong and what to write instead."""


def path(text: str) -> Path:
    """The path that was written. An empty one would be the current folder, which nobody asked for."""
    if not text.strip():
        raise BadArgumentError("a path is empty: name a file or folder (is a variable of the shell not set?)")
    return Path(text)


Paths = Annotated[
    list[Path],
    typer.Argument(
        parser=path,
        help="Articles, collections of them (feeds, mailboxes, tables, archives), folders, or - for standard input.",
        metavar="PATHS...",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DAY",
        help='Publication date of the articles: 2022-07-12, "12 July 2022", 2022-07 or '
        "2022-07-05/2022-07-26. It overrides what the files say.",
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,...",
        help="For tables of articles, the columns to use: text=body,published=date. Common column names "
        "are recognised.",
    ),
]
OutletName = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="News source of the articles. It overrides what the files say."),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DAY",
        help="No article was published after this day. Without this option no upper limit is assumed: the "
        "clock is never read.",
    ),
]
StorePath = Annotated[
    Path | None,
    typer.Option(
        "--store",
        parser=path,
        metavar="FOLDER",
        help="Folder of the store. Default: $TIMELINE_STORE, or data/store if that is not set.",
    ),
]
AsOf = Annotated[
    int | None,
    typer.Option(
        "--as-of", metavar="VERSION", help="Use the store as it was at this version; `history` lists the versions."
    ),
]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)


def given(published: str | None, outlet: str | None, columns: str | None = None) -> Given:
    """The overrides as the readers take them.

    Raises:
        BadArgumentError: when the date is no date, the outlet is blank, or `columns` names a field that there is not.
    """
    if outlet is not None and not outlet.strip():
        raise BadArgumentError("--outlet is empty; name the news source, for example --outlet Newsweek")
    return Given(interval("--published", published), outlet, _columns(columns))


def _columns(text: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair.strip()]
    for key, _, name in pairs:
        if key.strip() not in FIELDS or not name.strip():
            wanted = ", ".join(FIELDS)
            raise BadArgumentError(
                f"--columns “{key}”: write FIELD=NAME, for example text=body,published=date; the fields are {wanted}"
            )
    return {key.strip(): name.strip() for key, _, name in pairs}


def interval(option: str, text: str | None) -> Interval | None:
    """A publication date as files may write it: a day, a month, a year, or two days with a slash between.

    Raises:
        BadArgumentError: when it is none; the message lists the forms.
    """
    if text is None:
        return None
    try:
        return readers.parse_published(text)
    except ValueError as error:
        raise BadArgumentError(f"{option}: “{text}” {error}") from None


def day(option: str, text: str | None) -> dt.date | None:
    """One day.

    Raises:
        BadArgumentError: when it is no day that exists, or more than one.
    """
    found = interval(option, text)
    if found is not None and not found.is_day:
        raise BadArgumentError(f"{option} “{text}”: give one day, such as 2022-07-12")
    return found.last_day if found else None


def limit(today: str | None, published: Interval | None) -> dt.date | None:
    """The day after which nothing was published, as --today gives it.

    Raises:
        BadArgumentError: when it is no single day, or `published`, from --published, begins after it.
    """
    last = day("--today", today)
    if last and published and published.first_day and published.first_day > last:
        raise BadArgumentError(
            f"--published {published.first_day} is later than --today {last}, after which nothing was published; "
            "change one of them or leave it out"
        )
    return last


def files(paths: Sequence[Path], *, may_be_none: bool = False) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """All readable files under `paths`, and what was passed over.

    Raises:
        BadArgumentError: when a path does not exist, or there is nothing to read and there has to be.
    """
    for path in paths:
        if _ADDRESS.match(str(path)):
            address = str(path).replace(":/", "://", 1)  # a Path folds the slashes
            raise BadArgumentError(
                f"{address}: is not a file; only `ingest` and `watch` fetch from the web, and only http "
                "and https addresses"
            )
    try:
        found, passed_over = readers.collect(paths)
    except readers.ReadError as error:
        raise BadArgumentError(str(error)) from None
    if not found and not passed_over and not may_be_none:
        taken = ", ".join(readers.SUFFIXES)
        raise BadArgumentError(f"nothing to read in {', '.join(map(str, paths))}; names of articles end in {taken}")
    return found, passed_over
