"""The command line: `python -m pipeline COMMAND`. Each command lives in pipeline/commands/; this file lists them."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from pipeline.commands import correcting, ingesting, keeping, reading, storing, watching
from pipeline.commands.arguments import BadArgumentError
from pipeline.distributed import ClusterError
from pipeline.export import ExportError
from pipeline.readers import ReadError
from pipeline.resources import ResourceError
from pipeline.store import StoreError

HELP = """Reads news articles, finds what happened and when, and says why.

Look without keeping:  publication, timex, events print JSON lines.
Keep and explore:      ingest writes the tables that the dashboard shows; status, explain and export read them.
Put right by hand:     correct, undo, corrections.
Look after the store:  check, compact, backup, restore, remove, history.

Days are ISO and inclusive. Exit status: 0 all went well; 1 `check` found a problem; 2 a wrong argument, or an article
that could not be read (the others were); 130 stopped from the keyboard, and what was read before is kept.
"""

COMMANDS = (
    reading.publication,
    reading.timex,
    reading.resolve,
    reading.events,
    ingesting.ingest,
    watching.watch,
    storing.status,
    storing.explain,
    storing.export,
    correcting.correct,
    correcting.undo,
    correcting.corrections,
    keeping.history,
    keeping.remove,
    keeping.check,
    keeping.compact,
    keeping.backup,
    keeping.restore,
)


STOPPED = 130
"""Exit status of a program that was interrupted, as shells have it."""


def build() -> typer.Typer:
    """The application with all commands, in the order of the help page."""
    app = typer.Typer(help=HELP, add_completion=False, pretty_exceptions_enable=False)
    for command in COMMANDS:
        app.command()(command)
    return app


def main(arguments: list[str] | None = None) -> int:
    """Run one command; anything wrong with the input is one line on standard error and exit status 2."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        return int(build()(words or ["--help"], standalone_mode=False) or 0)
    except TyperException as error:
        return _complain(error.format_message())
    except (BadArgumentError, ClusterError, ExportError, ReadError, StoreError, ResourceError) as error:
        return _complain(str(error))
    except (typer.Abort, KeyboardInterrupt):
        _complain("stopped; what was read before is kept, and the same command goes on from there")
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _complain(message: str) -> int:
    typer.echo(f"error: {' '.join(message.split())}", err=True)
    return 2


def leave(status: int) -> NoReturn:
    """End the process. After a stop, native threads may be in the middle of something: tearing them down aborts."""
    if status != STOPPED:
        sys.exit(status)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    leave(main())
