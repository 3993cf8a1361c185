"""Options of the program itself: which version it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from pipeline import fingerprint

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def _tell(asked: bool) -> None:
    if asked:
        project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
        # The fingerprint also changes with rules, words and libraries, which the version does not tell apart.
        typer.echo(f"{project['name']} {project['version']} ({fingerprint.program()})")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_tell, is_eager=True, help="Show the version, for reports of problems."),
]


def program(_version: Version = False) -> None:
    """Take the options that come before a command; each does its work as it is read."""
