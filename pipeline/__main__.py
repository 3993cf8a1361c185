"""The command line: `python -m pipeline COMMAND`. Each command lives in pipeline/commands/; this file lists them."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from pipeline.commands import correcting, ingesting, keeping, reading, storing, watching
from pipeline.commands.arguments import BadArgumentError
from pipeline.commands.outcome import STOPPED
from pipeline.commands.program import program
from pipeline.distributed import ClusterError
from pipeline.export import ExportError
from pipeline.readers import ReadError
from pipeline.resources import ResourceError
from pipeline.store import StoreError
from pipeline.words import visible

PROGRAM = "python -m pipeline"
HELP = """Reads news articles, finds out what happened and when, and says why.

Try it out: publication, timex and events print JSON lines and store nothing;
resolve explains one phrase.

Build a timeline: ingest and watch fill the store that the dashboard shows;
status, explain and export read it.

Correct it by hand: correct, undo, corrections.

Look after the store: check, compact, backup, restore, remove, history.

Days are written 2022-07-12, and the last day of a span belongs to it.

Exit status: 0 success; 1 `check` found a problem; 2 a wrong argument, or a
file was skipped (the others were read); 130 stopped from the keyboard (what
was read before is kept).
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


def build() -> typer.Typer:
    """The application with all commands, in the order of the help page."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.callback(help=HELP)(program)
    for command in COMMANDS:
        app.command()(command)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; anything wrong with the input is one line on standard error and exit status 2."""
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except TyperException as error:
        return _complain(_with_help(error))
    except (BadArgumentError, ClusterError, ExportError, ReadError, StoreError, ResourceError) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        _complain("stopped; what was read before is kept, and the same command continues from there")
        return STOPPED
    except BrokenPipeError:
        return 0  # whoever reads has had enough
    except OSError as error:
        where = error.filename or ("standard output" if error.errno == errno.ENOSPC else None)
        if where is None:
            raise
        return _complain(f"{where}: {error.strerror or error}; check the path, its permissions and the free space")
    return status


def _run(words: Sequence[str]) -> int:
    # Typer's own way of running would turn an interruption and a closed pipe into bare exit statuses.
    application = typer.main.get_command(build())
    try:
        with application.make_context(PROGRAM, [*words] or ["--help"]) as context:
            application.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    return 0


def _with_help(error: TyperException) -> str:
    """The message, and where the command's own help is."""
    context = getattr(error, "ctx", None)
    message = error.format_message().strip().replace("Value error, ", "")
    stop = "" if message.endswith((".", "?")) else "."
    return f"{message}{stop} See: {context.command_path if context else PROGRAM} --help"


def _complain(message: str) -> int:
    typer.echo(f"error: {visible(' '.join(message.split()))}", err=True)
    return 2


def leave(status: int) -> NoReturn:
    """End the process as soon as all that it said is written, without tearing down what libraries have running.

    Arrow's threads may yet let go of bytes that Python owns. Once the interpreter has begun to end, that aborts the
    process, or hangs it, after its work was done: CPython before 3.14 ends a thread that asks for its lock then, and
    the destructors of C++ may not be left so (apache/arrow issue 34314). Stores, pools and clients are closed by then,
    by the commands themselves.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # ValueError: an export that could not be written closed it
            stream.flush()
    os._exit(status)


def script() -> NoReturn:
    """The command `timeline`, where the project is installed."""
    leave(main())


if __name__ == "__main__":
    script()
