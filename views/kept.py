"""What was read of a large store and worked out from it, kept beside it: the next start maps it and need not work.

Arrow files in the folder `.NAME.page` next to the store NAME, and a manifest with their checksums, written last. They
are taken only for the very store, version and program that they were made by; anything else is made anew and takes
their place.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import time
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from pipeline import store
from pipeline.store import Entry
from pipeline.store.corrections import record
from pipeline.store.place import STAMP, is_remote

LEAST = 20_000
"""Events from which on it is worth while: fewer are read in a second."""
MOST = 6 * 2**30
"""Bytes; more are never kept."""
ABANDONED = 3_600
"""Seconds after which a draft that was not finished is swept away."""
_MANIFEST = "manifest.json"
_PROGRAM = ("views/queries/*.py", "views/kept.py", "pipeline/store/**/*.py", "data/schema/*.csv")
_LIBRARIES = ("duckdb", "numpy", "pyarrow")


@dataclass(frozen=True, slots=True)
class Kept:
    """Tables by name, those of the store and those that follow from them, and the log of corrections."""

    tables: Mapping[str, pa.Table]
    corrections: tuple[Entry, ...]


def folder(root: Path) -> Path:
    """Where it is kept for the store at `root`."""
    return root.resolve().parent / f".{root.resolve().name}.page"


def key(root: Path) -> str | None:
    """What stands for the store as it is now and the program that reads it; None where nothing is kept.

    Raises:
        StoreError: when the store cannot be read.
    """
    if is_remote(root):
        return None
    with contextlib.suppress(OSError):
        stamp = (root / STAMP).stat()
        return f"{store.version(root)} {stamp.st_ino} {stamp.st_mtime_ns} {_program()}"
    return None


@functools.cache
def _program() -> str:
    content = hashlib.sha256(repr([version(name) for name in _LIBRARIES]).encode())
    home = Path(__file__).resolve().parents[1]
    for path in sorted(path for pattern in _PROGRAM for path in home.glob(pattern)):
        content.update(path.relative_to(home).as_posix().encode() + path.read_bytes())
    return content.hexdigest()[:16]


def load(root: Path, wanted: str) -> Kept | None:
    """What is kept under that key, mapped; None when it is another, not whole, or damaged."""
    home = folder(root)
    try:
        checksum, _, content = (home / _MANIFEST).read_bytes().partition(b"\n")
        manifest = json.loads(content)
        if int(checksum) != zlib.crc32(content) or manifest["key"] != wanted:
            return None
        with ThreadPoolExecutor(2) as both:
            files = manifest["files"].items()
            tables = dict(both.map(lambda one: (one[0], _mapped(home / f"{one[0]}.arrow", *one[1])), files))
        entries = tuple(
            Entry(record.from_row(row["correction"]), row["state"], row["target"], row["reads_now"])
            for row in manifest["corrections"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException):
        return None
    return Kept(tables, entries)


def _mapped(path: Path, size: int, checksum: int) -> pa.Table:
    """The table of a file.

    Raises:
        ValueError: when the file is not the one that was written.
    """
    with pa.memory_map(str(path)) as source:
        content = source.read_buffer()
    if content.size != size or zlib.crc32(content) != checksum:
        raise ValueError(f"{path} is damaged")
    return pa.ipc.open_file(content).read_all()


def keep(root: Path, wanted: str, found: Kept) -> bool:
    """Keeps it under that key instead of what was kept before, if it is neither too little nor too much."""
    size = sum(table.nbytes for table in found.tables.values())
    home = folder(root)
    draft = home.with_name(f"{home.name}.{os.getpid()}")
    try:
        _swept(home)
        if found.tables["events"].num_rows < LEAST or size > min(MOST, shutil.disk_usage(home.parent).free // 2):
            return False
        draft.mkdir()
        files = {name: _written(draft / f"{name}.arrow", table) for name, table in found.tables.items()}
        entries = [
            {"correction": record.to_row(each.correction), "state": each.state, "target": each.target,
             "reads_now": each.reads_now} for each in found.corrections
        ]  # fmt: skip
        manifest = json.dumps({"key": wanted, "files": files, "corrections": entries}).encode()
        (draft / _MANIFEST).write_bytes(b"%d\n%b" % (zlib.crc32(manifest), manifest))
        draft.rename(home)
    except OSError:  # what cannot be kept is worked out again
        shutil.rmtree(draft, ignore_errors=True)
        return False
    return True


def _written(path: Path, table: pa.Table) -> tuple[int, int]:
    """Writes a table in one piece; the file's size and checksum."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as out:
        out.write_table(table.combine_chunks())
    with pa.memory_map(str(path)) as source:
        content = source.read_buffer()
    return content.size, zlib.crc32(content)


def _swept(home: Path) -> None:
    """Takes away what was kept, and drafts that nobody is writing any more."""
    shutil.rmtree(home, ignore_errors=True)
    for draft in home.parent.glob(f"{home.name}.*"):
        if time.time() - draft.stat().st_mtime > ABANDONED:
            shutil.rmtree(draft, ignore_errors=True)
