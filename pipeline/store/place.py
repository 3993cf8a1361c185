"""Where the store is, and whether what lies there is one that this program can read."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.store.schema import VERSION

DEFAULT = Path("data/store")
VARIABLE = "TIMELINE_STORE"
STAMP = "store.json"


class StoreError(Exception):
    """The store cannot be read or written; the message names the path and what to do, in one line."""


def root(option: Path | None = None) -> Path:
    """The folder of the store: `option`, else the environment variable TIMELINE_STORE, else data/store."""
    return option if option is not None else Path(os.environ.get(VARIABLE) or DEFAULT)


def check(path: Path) -> None:
    """Assure that a store of this version lies at `path`. Writes nothing.

    Raises:
        StoreError: when there is none, or another version of the program made it.
    """
    stamp = path / STAMP
    try:
        made = json.loads(stamp.read_text("utf-8"))["version"]
    except FileNotFoundError:
        raise StoreError(missing(path)) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{stamp}: cannot be read ({error}); restore it, or move {path} away and ingest again"
        ) from None
    if made != VERSION:
        raise StoreError(
            f"{path}: store version {made}, this program reads version {VERSION}; "
            "move the folder away and ingest again, or use the program that made it"
        )


def missing(path: Path) -> str:
    """What to tell someone whose store is not there."""
    if path.exists() and not path.is_dir():
        return f"{path}: is a file, and a store is a folder; name another place with --store or {VARIABLE}"
    return f"{path}: no store here yet; make one with  python -m pipeline ingest FOLDER --store {path}"


def stamp(path: Path) -> None:
    """Mark `path` as a complete, empty store of this version; the last step of making one."""
    draft = path / f".{STAMP}.{os.getpid()}"
    draft.write_text(json.dumps({"version": VERSION}) + "\n", "utf-8")
    draft.replace(path / STAMP)
