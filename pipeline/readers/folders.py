"""Which files a batch reads: arguments as given, folders with all below them in sorted order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.model import Issue
from pipeline.readers.sidecar import sidecar_of
from pipeline.readers.sniff import sniff
from pipeline.readers.source import ReadError, of_path, printable
from pipeline.readers.standard_input import STANDARD_INPUT

_DESCRIPTION = "readme"
_RESOURCES = "_files"
"""Browsers keep the pictures and scripts of a saved page `name.html` in a folder `name_files`."""


def expand(
    paths: Iterable[Path], taken: tuple[str, ...], single: frozenset[str]
) -> tuple[tuple[Path, ...], tuple[Issue, ...]]:
    """The files to read, each once, and an issue for every file that no reader takes by its name or its content.

    `taken` are the suffixes of the readers, `single` those whose files may have a sidecar. Hidden files, a folder's
    README, sidecars and the resources of a saved page are no articles and are passed over. A linked folder is entered
    once.

    Raises:
        ReadError: when a path does not exist.
    """
    files: dict[tuple[int, int], Path] = {}
    issues: list[Issue] = []
    folders: set[tuple[int, int]] = set()
    for path in paths:
        for found in _walk(path, folders, single):
            if isinstance(found, Issue):
                issues.append(found)
            elif problem := _problem(found, taken):
                issues.append(problem)
            else:
                files.setdefault(_identity(found), found)
    return tuple(files.values()), tuple(issues)


def _walk(path: Path, folders: set[tuple[int, int]], single: frozenset[str]) -> Iterator[Path | Issue]:
    if path == STANDARD_INPUT:
        yield path
        return
    if not _exists(path):
        link = "is a broken or circular link" if path.is_symlink() else "no such file or folder"
        raise ReadError(f"{path}: {link}: check the path")
    if path.is_dir():
        yield from _below(path, folders, single)
    else:
        yield path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise ReadError(f"{path}: cannot be opened ({error.strerror}): check the permissions") from error


def _below(folder: Path, folders: set[tuple[int, int]], single: frozenset[str]) -> Iterator[Path | Issue]:
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            if _identity(current) in folders:
                yield _skipped(current, "this folder was already read through another path: nothing to do")
                continue
            folders.add(_identity(current))
            entries = sorted(current.iterdir())
        except OSError as error:
            yield _skipped(current, f"cannot be listed ({error.strerror}): allow reading it")
            continue
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        yield from (entry for entry in visible if not _is_folder(entry) and not _is_aside(entry, single))
        pending.extend(entry for entry in reversed(visible) if _is_folder(entry) and not _is_resources(entry))


def _is_folder(entry: Path) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_resources(folder: Path) -> bool:
    page = folder.name.removesuffix(_RESOURCES)
    return page != folder.name and any((folder.parent / f"{page}{suffix}").is_file() for suffix in (".html", ".htm"))


def _is_aside(entry: Path, single: frozenset[str]) -> bool:
    """A README describes its folder; a `.json` beside an article of the same stem is that article's sidecar."""
    if entry.stem.lower() == _DESCRIPTION:
        return True
    if entry.suffix.lower() != ".json":
        return False
    return any(
        other.suffix.lower() in single and sidecar_of(other) == entry
        for other in entry.parent.glob(f"{_literal(entry.stem)}.*")
    )


def _literal(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def _identity(path: Path) -> tuple[int, int]:
    if path == STANDARD_INPUT:
        return -1, -1
    status = path.stat()
    return status.st_dev, status.st_ino


def _problem(path: Path, taken: tuple[str, ...]) -> Issue | None:
    """Why `path` cannot be handed to a reader, or None."""
    if path == STANDARD_INPUT:
        return None
    try:
        regular = path.is_file()
        known = path.suffix.lower() in taken or (regular and sniff(of_path(path, {})) is not None)
    except OSError as error:
        return _skipped(path, f"cannot be opened ({error.strerror}): allow reading it")
    except ReadError as error:
        return Issue(printable(path), "readers", "skipped", str(error))
    if not regular:
        return _skipped(path, "is not a regular file (a broken link, a pipe or a device): give a file")
    return None if known else _skipped(path, not_taken(path.suffix))


def not_taken(suffix: str) -> str:
    """Why a file of a name that no reader takes is not read, and what to do about it."""
    kind = f"files of type {suffix}" if suffix else "files without an extension"
    return f"{kind} are not read: save it as .txt, .html, .pdf or .docx (docs/formats.md lists all that are read)"


def _skipped(path: Path, message: str) -> Issue:
    where = printable(path)
    return Issue(source_uri=where, stage="readers", severity="skipped", message=f"{where}: {message}")
