"""Which files a batch reads: arguments as given, folders with all below them in sorted order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.model import Issue
from pipeline.readers.reading import ReadError
from pipeline.readers.sidecar import sidecar_of

_DESCRIPTION = "readme"


def expand(paths: Iterable[Path], suffixes: frozenset[str]) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """The files to read, each once, and an issue for every file that no reader takes.

    Hidden files, a folder's README and sidecars are no articles and are passed over. A linked folder is entered once.

    Raises:
        ReadError: when a path does not exist.
    """
    files: dict[tuple[int, int], Path] = {}
    issues: list[Issue] = []
    folders: set[tuple[int, int]] = set()
    for path in paths:
        for found in _walk(path, folders):
            if isinstance(found, Issue):
                issues.append(found)
            elif problem := _problem(found, suffixes):
                issues.append(problem)
            elif found.suffix.lower() in suffixes:
                files.setdefault(_identity(found), found)
    return tuple(files.values()), tuple(issues)


def _walk(path: Path, folders: set[tuple[int, int]]) -> Iterator[Path | Issue]:
    if not _exists(path):
        link = "is a link that leads nowhere or in a circle" if path.is_symlink() else "no such file or folder"
        raise ReadError(f"{path}: {link}: check the path")
    if path.is_dir():
        yield from _below(path, folders)
    else:
        yield path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise ReadError(f"{path}: cannot be looked at ({error.strerror}): check the permissions") from error


def _below(folder: Path, folders: set[tuple[int, int]]) -> Iterator[Path | Issue]:
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            if _identity(current) in folders:
                yield _skipped(current, "this folder was entered already through another path: nothing to do")
                continue
            folders.add(_identity(current))
            entries = sorted(current.iterdir())
        except OSError as error:
            yield _skipped(current, f"cannot be listed ({error.strerror}): allow reading it")
            continue
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        yield from (entry for entry in visible if not _is_folder(entry) and not _is_aside(entry))
        pending.extend(entry for entry in reversed(visible) if _is_folder(entry))


def _is_folder(entry: Path) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_aside(entry: Path) -> bool:
    """A README describes its folder; a `.json` beside a file of the same stem is that file's sidecar."""
    if entry.stem.lower() == _DESCRIPTION:
        return True
    if entry.suffix.lower() != ".json":
        return False
    return any(
        other != entry and sidecar_of(other) == entry for other in entry.parent.glob(f"{_literal(entry.stem)}.*")
    )


def _literal(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _problem(path: Path, suffixes: frozenset[str]) -> Issue | None:
    """Why `path` cannot be handed to a reader, or None."""
    taken = ", ".join(sorted(suffixes))
    try:
        regular = path.is_file()
    except OSError as error:
        return _skipped(path, f"cannot be looked at ({error.strerror}): allow reading it")
    if not regular:
        return _skipped(path, "is no regular file (a broken link, a pipe or a device): give a file")
    if path.suffix.lower() not in suffixes:
        return _skipped(path, f"no reader takes {path.suffix or 'a file without an extension'!r}; readers take {taken}")
    return None


def _skipped(path: Path, message: str) -> Issue:
    where = printable(path)
    return Issue(source_uri=where, stage="readers", severity="skipped", message=f"{where}: {message}")


def printable(path: Path) -> str:
    """`path` as text that can always be written as UTF-8; bytes of a name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
