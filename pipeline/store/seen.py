"""Which files have been read, and as what: the next run passes over those that are still the same.

A convenience beside the tables, never a source of truth: a mark counts only while the store still holds as many
articles of that file as the mark says. Lost or broken marks cost time, not articles.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.model import Issue
from pipeline.store import attempts, place

FILE = "seen.jsonl"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file was when it was read (`key` stands for its bytes and for all that its reading hangs on)."""

    key: str
    documents: int
    issues: tuple[Issue, ...] = ()


def marks(root: Path) -> dict[str, Mark]:
    """The newest mark of each file, by its name as `source_uri` has it."""
    try:
        lines = (root / FILE).read_bytes().splitlines()
    except OSError:
        return {}
    return dict(found for line in lines if (found := _mark(line)))


def note(root: Path, found: Mapping[str, Mark]) -> None:
    """Add marks.

    Raises:
        StoreError: when the store cannot be written.
    """
    if found and not place.is_remote(root):
        with attempts.failures(root), (root / FILE).open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(b"".join(_line(name, mark) for name, mark in found.items()))


def tidy(root: Path) -> None:
    """Keep only the newest mark of each file."""
    kept = marks(root)
    if kept:
        with attempts.failures(root):
            draft = root / f".{FILE}"
            draft.write_bytes(b"".join(_line(name, mark) for name, mark in kept.items()))
            draft.replace(root / FILE)


def _line(name: str, mark: Mark) -> bytes:
    cells = {"file": name, "key": mark.key, "documents": mark.documents, "issues": [asdict(x) for x in mark.issues]}
    return json.dumps(cells).encode() + b"\n"


def _mark(line: bytes) -> tuple[str, Mark] | None:
    """The mark of a line; None for one that a killed run left unfinished."""
    try:
        cells = json.loads(line)
        return cells["file"], Mark(cells["key"], int(cells["documents"]), tuple(_issues(cells["issues"])))
    except (ValueError, KeyError, TypeError):
        return None


def _issues(found: Iterable[Mapping[str, str]]) -> Iterable[Issue]:
    return (Issue(**issue) for issue in found)  # type: ignore[arg-type]
