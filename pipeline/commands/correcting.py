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
from pipeline.store.corrections.record import Kind
from pipeline.typed_date import typed_date

Target = Annotated[str, typer.Argument(metavar="ID", help="An event_id or a doc_id, or its first characters.")]
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
        help='The right value: a date such as 2022-07-11 or "11 July 2022", names separated by ";", yes '
        'or no, "" for none.',
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is stored with the correction.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who makes the correction. Default: your user name.")
]
FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
"""What a field that is yes or no may be given as, whatever the capitals."""
CorrectionId = Annotated[
    str, typer.Argument(metavar="CORRECTION", help="The id of the correction, or its first characters.")
]


def correct(
    target: Target, name: Name, value: NewValue, why: Why = "", by: By = None, store_path: arg.StorePath = None
) -> None:
    """Correct one field of an event or an article; what was read is kept, and `undo` brings it back.

    After a change of publication date or outlet the article is read again, and the dates that depend on it follow.
    Example: python -m pipeline correct 3f2a date 2022-07-11 --why "the paper printed a correction"
    """
    root = store.root(store_path)
    shown = store.load(root)
    what, row = _found(shown, target, name)
    row_id = row["event_id" if what.kind == "event" else "doc_id"]
    draft = Draft(what.kind, row_id, name, what.read(row), _value(what, value, row), why, _who(by), _now())
    done = store.correct(root, draft)
    if done is None:
        typer.echo(f"{name} is already {said(draft.before)}; nothing was changed")
        return
    if what.kind == "document":
        rereading.reread(root, {row_id})
    typer.echo(f"{name}: {said(done.before)} -> {said(done.after)}  (to take it back: undo {done.correction_id})")


def undo(correction: CorrectionId, why: Why = "", by: By = None, store_path: arg.StorePath = None) -> None:
    """Take a correction back. To put it into force again, undo the undo.

    Example: python -m pipeline undo 5c01
    """
    root = store.root(store_path)
    done = store.undo(root, correction, author=_who(by), made_at=_now(), why=why)
    if done.kind == "document":
        rereading.reread(root, {done.target})
    typer.echo(f"undone: {done.field} of “{done.title}”  ({done.undoes})")


def corrections(store_path: arg.StorePath = None) -> None:
    """List every correction and its state: in force, differs from a new reading, orphaned, undone.

    Example: python -m pipeline corrections
    """
    entries = store.load(store.root(store_path)).corrections
    for entry in entries:
        typer.echo(_line(entry))
    if not entries:
        typer.echo("no corrections")


def _line(entry: Entry) -> str:
    each = entry.correction
    reason = f": “{each.why}”" if each.why else ""
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
        raise arg.BadArgumentError(f"there is no field “{name}” to correct; the fields are {names}")
    (kind,) = kinds
    found = _beginning(shown, kind, target)
    if len(found) != 1:
        raise arg.BadArgumentError(_not_one(shown, name, kind, target, len(found)))
    return field(name, kind), found[0]


def _beginning(shown: Tables, kind: Kind, target: str) -> list[dict[str, Any]]:
    """The rows whose id begins so."""
    table, column = (shown.events, "event_id") if kind == "event" else (shown.documents, "doc_id")
    return [row for row in table.to_pylist() if target and row[column].startswith(target)]


def _not_one(shown: Tables, name: str, kind: Kind, target: str, found: int) -> str:
    """Why no single row is meant, and what to give instead."""
    this, other, column = ("event", "article", "event_id") if kind == "event" else ("article", "event", "doc_id")
    if found:
        return f"{found} {this}s have an id that begins with “{target}”; give more characters of it"
    if _beginning(shown, "document" if kind == "event" else "event", target):
        fields = ", ".join(each.name for each in FIELDS if each.kind != kind and each.name not in REGROUPING)
        return f"“{target}” is an {other}, and {name} is a field of {this}s; fields of {other}s: {fields}"
    where = "`export --format csv` lists them" if kind == "event" else "`publication` and the page show them"
    return f"no {this} has an id that begins with “{target}”; give its {column}; {where}"


def _value(what: Field, text: str, row: dict[str, Any]) -> object:
    """The text as the kind of value that the field holds."""
    present = what.read(row)
    if isinstance(present, bool):
        if text.strip().casefold() not in FLAGS:
            raise arg.BadArgumentError(f"{what.name}: write yes or no, not “{text}”")
        return FLAGS[text.strip().casefold()]
    if what.name == "date":
        return _date(text)
    if what.name == "published":
        return _published(text)
    if isinstance(present, list):
        return [part.strip() for part in text.split(";") if part.strip()]
    return text


def _date(text: str) -> str | None:
    try:
        return typed_date(text)
    except ValueError as error:
        raise arg.BadArgumentError(str(error)) from None


def _published(text: str) -> str:
    """A publication date in any form that --published takes, as it is stored."""
    found = arg.interval("published", text)
    first, last = found.iso() if found else (None, None)
    return f"{first or '..'}/{last or '..'}" if first != last else str(first)


def _who(name: str | None) -> str:
    try:
        return name or getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise arg.BadArgumentError("your user name is not known here; give your name with --by") from None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
