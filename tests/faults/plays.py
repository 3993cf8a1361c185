"""Articles in groups, the tables that one clean run makes of them, and writers that are told to land them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import store
from pipeline.model import Document
from tests.faults import scene
from tests.faults.tally import Tally
from tests.store import made

Work = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Play:
    """What is to be landed, where one clean run has landed it, and what the store shows then."""

    groups: Sequence[Sequence[Document]]
    clean: Path
    outcome: str


def play(folder: Path, groups: Sequence[Sequence[Document]]) -> Play:
    """One clean run of the groups in a store of its own below `folder`."""
    root = folder / "clean"
    store.create(root)
    for group in groups:
        made.land(root, *group)
    return Play(groups, root, store.dump(root))


def told(tally: Tally, root: Path, groups: Sequence[Sequence[Document]], *, work: Work = scene.write) -> set[str]:
    """What a writer of these groups was told is kept; `work` is what it does."""
    process, pipe = scene.start(work, root, groups)
    kept = listen(tally, root, scene.heard(pipe))
    process.join(scene.WAIT)
    if process.exitcode != 0:
        tally.unclear += 1
        tally.notes.append(f"the writer ended with status {process.exitcode}")
    return kept


def listen(tally: Tally, root: Path, heard: Sequence[object]) -> set[str]:
    """The ids among what a writer told; the failures among it go to the tally."""
    kept = set[str]()
    for word in heard:
        if isinstance(word, str):
            tally.said(word, root)
        elif isinstance(word, list):
            kept |= set(word)
    return kept


def goes_on(tally: Tally, root: Path, kept: set[str], played: Play) -> None:
    """With the fault gone: what was told to be kept is there, and the same writer ends as one clean run does."""
    tally.look(root, kept)
    told(tally, root, played.groups)
    tally.doubled += store.dump(root) != played.outcome
    tally.rounds += 1
    tally.landed += len(kept)
