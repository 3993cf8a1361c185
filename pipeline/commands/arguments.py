"""Arguments that several commands share, and how a wrong one is answered: one line, exit status 2."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline import readers
from pipeline.calendar.interval import Interval, days
from pipeline.model import Issue
from pipeline.readers import Given
from pipeline.readers.columns import FIELDS

Paths = Annotated[
    list[Path],
    typer.Argument(
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
        help="Publication date of the articles, 2022-07-12 or 2022-07-05/2022-07-26; overrides what the files say.",
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,...",
        help="For tables of articles: which column holds what, text=body,published=date. Common names are guessed.",
    ),
]
OutletName = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="News source of the articles; overrides what the files say."),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DAY", help="No article was published after this day. Without it no clock is read."
    ),
]
StorePath = Annotated[
    Path | None,
    typer.Option("--store", metavar="FOLDER", help="Where the tables are. Default: $TIMELINE_STORE, else data/store."),
]
AsOf = Annotated[
    int | None,
    typer.Option("--as-of", metavar="VERSION", help="The store as it was then; `history` lists its versions."),
]


class BadArgumentError(Exception):
    """A wrong argument; the message says what is wrong and what to write instead."""


def given(published: str | None, outlet: str | None, columns: str | None = None) -> Given:
    """The overrides as the readers take them.

    Raises:
        BadArgumentError: when the date is impossible, the outlet is blank, or a column is asked for that none is.
    """
    if outlet is not None and not outlet.strip():
        raise BadArgumentError("--outlet is empty; name the news source, for example --outlet Newsweek")
    return Given(interval("--published", published), outlet, _columns(columns))


def _columns(text: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair.strip()]
    for key, _, name in pairs:
        if key.strip() not in FIELDS or not name.strip():
            wanted = ", ".join(FIELDS)
            raise BadArgumentError(f"--columns {key!r}: write text=body,published=date; what can be named: {wanted}")
    return {key.strip(): name.strip() for key, _, name in pairs}


def interval(option: str, text: str | None) -> Interval | None:
    """An ISO day, or two with a slash between, as an interval.

    Raises:
        BadArgumentError: when it is not a day that exists.
    """
    if text is None:
        return None
    first, _, last = text.partition("/")
    try:
        return days(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
    except ValueError as error:
        raise BadArgumentError(f"{option} {text!r} is no day that exists ({error}); write it as 2022-07-12") from error


def day(option: str, text: str | None) -> dt.date | None:
    """One ISO day.

    Raises:
        BadArgumentError: when it is not a day that exists.
    """
    found = interval(option, text)
    return found.last_day if found else None


def files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """All readable files under `paths`, and what was passed over.

    Raises:
        BadArgumentError: when a path does not exist.
    """
    for path in paths:
        if path != readers.STANDARD_INPUT and not path.exists():
            raise BadArgumentError(f"no such file or folder: {path}")
    found, passed_over = readers.collect(paths)
    if not found and not passed_over:
        taken = ", ".join(suffix for reader in readers.READERS for suffix in reader.suffixes)
        raise BadArgumentError(f"nothing to read in {', '.join(map(str, paths))}; articles end in {taken}")
    return found, passed_over
