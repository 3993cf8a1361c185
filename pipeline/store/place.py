"""Where the store is, and whether what lies there is one that this program can read."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import fsspec

from pipeline.store.schema import VERSION

DEFAULT = Path("data/store")
VARIABLE = "TIMELINE_STORE"
STAMP = "store.json"
OPTIONS = "TIMELINE_STORAGE_OPTIONS"
"""JSON object of options for an object store, as Delta Lake names them (AWS_ENDPOINT_URL and so on)."""


class StoreError(Exception):
    """The store cannot be read or written; the message names the path and what to do, in one line."""


class NothingYetError(StoreError):
    """There is no store yet, or one without articles: nothing is wrong, and articles can be read into it."""


def root(option: Path | None = None) -> Path:
    """The folder of the store: `option`, else the environment variable TIMELINE_STORE, else data/store."""
    return option if option is not None else Path(os.environ.get(VARIABLE) or DEFAULT)


_SCHEME = re.compile(r"^([a-z][a-z0-9+]{1,9}):/+")


def is_remote(path: Path) -> bool:
    """Whether the path is the address of an object store: s3://bucket/timeline, gs://, az://, file://."""
    return bool(_SCHEME.match(str(path)))


def uri(path: Path) -> str:
    """The path as Delta Lake and fsspec take it. A Path folds the slashes after the scheme; they are put back."""
    slashes = "///" if str(path).startswith("file:") else "//"
    return _SCHEME.sub(lambda found: f"{found[1]}:{slashes}", str(path))


def options() -> dict[str, str] | None:
    """Options of the object store, from the environment variable TIMELINE_STORAGE_OPTIONS.

    Raises:
        StoreError: when the variable does not hold a JSON object of texts.
    """
    text = os.environ.get(OPTIONS)
    if not text:
        return None
    try:
        return {str(key): str(value) for key, value in json.loads(text).items()}
    except (ValueError, AttributeError) as error:
        raise StoreError(f"{OPTIONS}: is not a JSON object ({error}); write for example {{}}") from None


def version(path: Path) -> int:
    """The version of the store at `path`. Writes nothing.

    Raises:
        StoreError: when there is none, its stamp cannot be read, or a newer version of the program made it.
    """
    stamp = path / STAMP
    try:
        with fsspec.open(uri(stamp), encoding="utf-8", mode="rt") as file:
            made = int(json.load(file)["version"])
    except (FileNotFoundError, NotADirectoryError):
        raise missing(path) from None
    except PermissionError:
        raise StoreError(
            f"{path}: you may not read this folder; ask for permission, or choose another store with --store"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        raise StoreError(
            f"{stamp}: cannot be read ({error}); restore it, or move {path} away and ingest again"
        ) from None
    if made > VERSION:
        raise StoreError(
            f"{path}: store version {made}, this program reads up to version {VERSION}; "
            "use the program that made it, or move the folder away and ingest again"
        )
    return made


def exists(path: Path) -> bool:
    """Whether a store lies at `path`, of whatever version and in whatever state."""
    filesystem, inside = fsspec.core.url_to_fs(uri(path / STAMP))
    return bool(filesystem.exists(inside))


def check(path: Path) -> None:
    """Make sure that a store which this program can read lies at `path`. Writes nothing.

    Raises:
        StoreError: when there is none, or a newer version of the program made it.
    """
    version(path)


def missing(path: Path) -> StoreError:
    """What to tell someone whose store is not there."""
    if path.exists() and not path.is_dir():
        return StoreError(
            f"{path}: is a file, but a store is a folder; choose another place with --store or {VARIABLE}"
        )
    return NothingYetError(
        f"{path}: there is no store here yet; make one with  python -m pipeline ingest FOLDER --store {path}"
    )


def stamp(path: Path, made: int = VERSION) -> None:
    """Mark `path` as a complete store of version `made`; the last step of making or migrating one."""
    content = json.dumps({"version": made}) + "\n"
    if is_remote(path):
        with fsspec.open(uri(path / STAMP), encoding="utf-8", mode="wt") as file:
            file.write(content)
        return
    draft = path / f".{STAMP}.{os.getpid()}"
    draft.write_text(content, "utf-8")
    draft.replace(path / STAMP)
