"""Loads and validates the tables and rules under data/. The first bad line ends the run, with file, line and value."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

DATA = Path(__file__).resolve().parent.parent / "data"


class ResourceError(Exception):
    """A file under data/ is missing or has a bad line; the message names file, line and value."""


class Row(BaseModel):
    """A line of a CSV table or an item of a YAML list: frozen, typed, unknown columns refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


R = TypeVar("R", bound=Row)


@functools.cache
def table(name: str, row: type[R]) -> tuple[R, ...]:
    """The rows of the CSV file `name` under data/. Empty cells are left to the field's default.

    Raises:
        ResourceError: naming file, line and value, when the file is missing or a line does not fit `row`.
    """
    path = DATA / name
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return tuple(_rows(csv.DictReader(lines, strict=True), path, row))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ResourceError(f"{path}: {error}") from error


def _rows(reader: csv.DictReader[str], path: Path, row: type[R]) -> Iterator[R]:
    for cells in reader:
        if None in cells:
            raise ResourceError(f"{path}:{reader.line_num}: more cells than columns: {cells[None]}")
        yield _validated(row, {k: v for k, v in cells.items() if v not in ("", None)}, f"{path}:{reader.line_num}")


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The compiled reader where there is one: it takes an eighth of the time."""


@functools.cache
def rules(name: str, rule: type[R]) -> tuple[R, ...]:
    """The items of the YAML list in file `name` under data/.

    Raises:
        ResourceError: naming file, item and value, when the file is missing, is not a list, or an item does not fit.
    """
    path = DATA / name
    try:
        items = _plain(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ResourceError(f"{path}: {error}") from error
    if not isinstance(items, list):
        raise ResourceError(f"{path}: a list of rules was expected")
    return tuple(_validated(rule, item, f"{path}: item {number}") for number, item in enumerate(items, 1))


def _plain(text: str) -> object:
    """What yaml.safe_load gives: plain values, and no objects, whichever of the two safe readers there is."""
    reader = _LOADER(text)
    try:
        return reader.get_single_data()
    finally:
        reader.dispose()


def _validated(row: type[R], cells: object, where: str) -> R:
    try:
        return row.model_validate(cells)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(x) for x in first["loc"])
        raise ResourceError(f"{where}: column {column!r}: {first['msg']} (got {first['input']!r})") from error


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values, written with `|` between them."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
