"""A copy of a store with the checksum of every file, and the way back.

A copy is made beside its place and then renamed: whatever is cut short leaves no half copy under the name asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path, PurePosixPath

from pipeline.store import attempts, place, turns
from pipeline.store.place import StoreError

MANIFEST = "backup.json"
_BLOCK = 1 << 20


def backup(root: Path, to: Path) -> int:
    """Copy the store at `root`, with all its versions and articles handed in, to the new folder `to`.

    Returns:
        The number of files.

    Raises:
        StoreError: when there is no store, `to` is there already, or cannot be written.
    """
    place.check(root)
    _is_free(to, root)
    draft = _draft(to)
    with turns.alone(root), attempts.failures(to):
        files = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name != turns.FILE]
        sums = {path.relative_to(root).as_posix(): _copied(path, draft / path.relative_to(root)) for path in files}
    with attempts.failures(to):
        (draft / MANIFEST).write_text(json.dumps(sums, indent=0, sort_keys=True) + "\n", "utf-8")
        draft.rename(to)
    return len(sums)


def restore(copy: Path, root: Path) -> int:
    """Make the store at `root`, a new place, from a copy that `backup` made; every checksum is compared first.

    Returns:
        The number of files.

    Raises:
        StoreError: when the copy is damaged or no copy, or `root` is there already or cannot be written.
    """
    sums = _manifest(copy)
    _is_free(root, copy)
    damaged = [name for name, checksum in sums.items() if _checksum(copy / name) != checksum]
    if damaged:
        raise StoreError(
            f"{copy}: {len(damaged)} of {len(sums)} files are damaged or missing, the first is "
            f"{damaged[0]}; restore from another backup"
        )
    draft = _draft(root)
    with attempts.failures(root):
        for name in sums:
            _copied(copy / name, draft / name)
        draft.rename(root)
    place.check(root)
    return len(sums)


def _is_free(to: Path, source: Path) -> None:
    if place.is_remote(to) or place.is_remote(source):
        raise StoreError(
            f"{to}: only stores on local disks can be backed up and restored; use the tools of the object store"
        )
    if to.exists():
        raise StoreError(f"{to}: already exists and will not be overwritten; name a new folder")
    if to.resolve().is_relative_to(source.resolve()):
        raise StoreError(f"{to}: is inside {source}; name a folder outside it")


def _draft(to: Path) -> Path:
    draft = to.parent / f".{to.name}.{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    with attempts.failures(to):
        draft.mkdir(parents=True)
    return draft


def _copied(path: Path, to: Path) -> str:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, to)
    return _checksum(to) or ""


def _checksum(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            found = hashlib.sha256()
            while block := file.read(_BLOCK):
                found.update(block)
            return found.hexdigest()
    except OSError:
        return None


def _manifest(copy: Path) -> dict[str, str]:
    try:
        sums = {str(name): str(value) for name, value in json.loads((copy / MANIFEST).read_text("utf-8")).items()}
    except FileNotFoundError:
        lacks = f"it has no file {MANIFEST}" if copy.is_dir() else "there is no such folder"
        raise StoreError(f"{copy}: is not a backup of a store ({lacks}); name a folder that `backup` made") from None
    except (OSError, ValueError, AttributeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(
            f"{copy}: is not a backup of a store ({MANIFEST}: {reason}); name a folder that `backup` made"
        ) from None
    for name in sums:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise StoreError(
                f"{copy}: {MANIFEST} names “{name}”, which lies outside it; this is not a backup that `backup` made"
            )
    return sums
