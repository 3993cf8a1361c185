"""A store that an older version of the program made becomes one of this version, without reading any article again.

Every step can be cut short and run again; the stamp that names the version is written last. Versions from before stay
in each table's history, and are read with the new columns filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.store import attempts, place, schema, tables, turns


@dataclass(frozen=True, slots=True)
class Migration:
    """What makes a store one of version `to`; `work` may find it half done."""

    to: int
    what: str
    work: Callable[[Path], None]


def migrate(root: Path) -> tuple[str, ...]:
    """Bring the store to this version; what was done, nothing when it was there already.

    Raises:
        StoreError: when a newer program made it, or it cannot be written.
    """
    if not _outdated(root):
        return ()
    with turns.alone(root):
        made = place.version(root)
        due = [each for each in MIGRATIONS if each.to > made]
        for each in due:
            each.work(root)
            place.stamp(root, each.to)
        # Columns that data/schema has gained need no number of their own. A table that is gone is no gain but a loss.
        fit_columns(root)
        return tuple(each.what for each in due) or ("columns that data/schema has gained",)


def fit_to_schema(root: Path) -> None:
    """Make tables that are missing, and give each table the columns of data/schema."""
    for name in schema.TABLES:
        tables.make(root, name)
    fit_columns(root)


def fit_columns(root: Path) -> None:
    """Give each table the columns of data/schema."""
    for name in schema.TABLES:
        attempts.again(root, lambda name=name: _fit(root, name))  # type: ignore[misc]


MIGRATIONS: tuple[Migration, ...] = (Migration(2, "tables and columns are those of data/schema", fit_to_schema),)


def _outdated(root: Path) -> bool:
    return place.version(root) < schema.VERSION or any(_lacks(root, name) for name in schema.TABLES)


def _lacks(root: Path, name: schema.TableName) -> bool:
    return not tables.exists(root, name) or tables.columns(tables.table(root, name)) != schema.arrow(name).names


def _fit(root: Path, name: schema.TableName) -> None:
    handle = tables.table(root, name)
    if tables.columns(handle) != schema.arrow(name).names:
        tables.overwrite(handle, tables.rows(handle, name), tables.notes(handle))
