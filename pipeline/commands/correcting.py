"""Commands that put right by hand what was read: correct, undo, corrections. Only here is the clock asked."""

from __future__ import annotations

import datetime as dt
import getpass
from typing import Annotated, Any

import typer

from pipeline import rereading, store
from pipeline.commands import arguments as arg
from pipeline.store import Draft, Entry, Tables
from pipeline.store.corrections.fields import FIELDS, REGROUPING, Field, field
from pipeline.store.corrections.log import said
from pipeline.typed_date import typed_date

Target = Annotated[str, typer.Argument(metavar="ID", help="An event_id or doc_id, or the first characters of one.")]
Name = Annotated[
    str,
    typer.Argument(
        metavar="FIELD", help=", ".join(each.name for each in FIELDS if each.name not in REGROUPING), show_default=False
    ),
]
NewValue = Annotated[
    str,
    typer.Argument(
        metavar="VALUE",
        help='The right value: a date as 2022-07-11 or 11 July 2022, names with ";" between, yes or no, "" for none.',
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept beside the correction.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who corrects. Default: the user here.")]
CorrectionId = Annotated[str, typer.Argument(metavar="CORRECTION", help="Its id, or the first characters of it.")]


def correct(
    target: Target, name: Name, value: NewValue, why: Why = "", by: By = None, store_path: arg.StorePath = None
) -> None:
    """Put right one field of an event or an article; what was read is kept beside it, and `undo` brings it back.

    Another publication date or outlet has the article read again, so that all that hangs on it moves.
    Example: python -m pipeline correct 3f2a date 2022-07-11 --why "the paper printed a correction"
    """
    root = store.root(store_path)
    shown = store.load(root)
    what, row = _found(shown, target, name)
    row_id = row["event_id" if what.kind == "event" else "doc_id"]
    draft = Draft(what.kind, row_id, name, what.read(row), _value(what, value, row), why, _who(by), _now())
    done = store.correct(root, draft)
    if done is None:
        typer.echo(f"{name} is {said(draft.before)} already; nothing was changed")
        return
    if what.kind == "document":
        rereading.reread(root, {row_id})
    typer.echo(f"{name}: {said(done.before)} -> {said(done.after)}  (undo {done.correction_id} takes it back)")


def undo(correction: CorrectionId, why: Why = "", by: By = None, store_path: arg.StorePath = None) -> None:
    """Take a correction back; an undo that is undone puts it into force again.

    Example: python -m pipeline undo 5c01
    """
    root = store.root(store_path)
    done = store.undo(root, correction, author=_who(by), made_at=_now(), why=why)
    if done.kind == "document":
        rereading.reread(root, {done.target})
    typer.echo(f"undone: {done.field} of {done.title!r}  ({done.undoes})")


def corrections(store_path: arg.StorePath = None) -> None:
    """List every correction with what became of it: in force, differing from a new reading, orphaned, undone.

    Example: python -m pipeline corrections
    """
    entries = store.load(store.root(store_path)).corrections
    for entry in entries:
        typer.echo(_line(entry))
    if not entries:
        typer.echo("no corrections")


def _line(entry: Entry) -> str:
    each = entry.correction
    reason = f", {each.why!r}" if each.why else ""
    now = f"; the articles now give {said(entry.reads_now)}" if entry.state in {"differs", "agrees"} else ""
    what = f"undoes {each.undoes}" if each.undoes else f"{each.field}: {said(each.before)} -> {said(each.after)}"
    return (
        f"{each.correction_id}  {each.made_at[:10]}  {entry.state:<10}  {each.title}\n"
        f"              {what}  by {each.author}{reason}{now}"
    )


def _found(shown: Tables, target: str, name: str) -> tuple[Field, dict[str, Any]]:
    """The field and the one row whose id begins so."""
    kinds = [each.kind for each in FIELDS if each.name == name]
    if not kinds or name in REGROUPING:
        names = ", ".join(each.name for each in FIELDS if each.name not in REGROUPING)
        raise arg.BadArgumentError(f"{name!r} cannot be corrected here; these can: {names}")
    table, column = (shown.events, "event_id") if kinds[0] == "event" else (shown.documents, "doc_id")
    found = [row for row in table.to_pylist() if target and row[column].startswith(target)]
    if len(found) != 1:
        where = "`export --format csv` lists them" if kinds[0] == "event" else "`publication` and the page show it"
        raise arg.BadArgumentError(f"{len(found) or 'no'} {column}s begin with {target!r}; give the whole id; {where}")
    return field(name, kinds[0]), found[0]


def _value(what: Field, text: str, row: dict[str, Any]) -> object:
    """The text as the kind of value that the field holds."""
    present = what.read(row)
    if isinstance(present, bool):
        if text not in {"yes", "no"}:
            raise arg.BadArgumentError(f"{what.name} is yes or no, not {text!r}")
        return text == "yes"
    if what.name == "date":
        return _date(text)
    if isinstance(present, list):
        return [part.strip() for part in text.split(";") if part.strip()]
    return text


def _date(text: str) -> str | None:
    try:
        return typed_date(text)
    except ValueError as error:
        raise arg.BadArgumentError(str(error)) from None


def _who(name: str | None) -> str:
    try:
        return name or getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise arg.BadArgumentError("this machine does not say who you are; give your name with --by") from None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
