"""Processes that get in each other's way, or are killed."""

# ruff: noqa: S311 - chance here picks moments, no secrets

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline import store
from pipeline.model import Document
from tests.faults import scene
from tests.faults.plays import listen, play
from tests.faults.tally import Tally


def kills(rounds: int, folder: Path, *, seed: int = 7) -> Tally:
    """A writer is killed at a random moment, now and then while it compacts; the next one goes on."""
    tally, chance, root, kept = Tally("writer killed"), random.Random(seed), folder / "kills", set[str]()
    whole = _seconds(folder / "timed", [scene.documents(f"t{part}", 3) for part in range(3)])
    for number in range(rounds):
        groups = [scene.documents(f"k{number}g{part}", 3) for part in range(3)]
        process, pipe = scene.start(scene.write, root, groups, tidy=number % 8 == 7)
        process.join(chance.random() * whole * 1.2)
        done = process.exitcode is not None
        process.kill()
        process.join(scene.WAIT)
        heard = scene.heard(pipe)
        # A store grows and a machine is busy by turns: moments stay spread over the whole of a writer's work.
        whole *= 0.8 if done else 1.0 if any(isinstance(word, list) for word in heard) else 1.4
        kept |= listen(tally, root, heard)
        tally.rounds += 1
        tally.look(root, kept)
    tally.landed = len(kept)
    return tally


def crowds(rounds: int, folder: Path, *, writers: int = 4, readers: int = 10) -> Tally:
    """Writers with articles in common and readers all at once; the outcome is that of one clean run."""
    tally = Tally(f"{writers} writers, {readers} readers")
    groups = [scene.documents(f"c{part}", 2) for part in range(5)]
    played = play(folder, groups)
    for number in range(rounds):
        root = folder / f"crowd{number}"
        at_work = [scene.start(scene.write, root, groups[turn:] + groups[:turn]) for turn in range(writers)]
        looking = [scene.start(scene.look, root, 3) for _ in range(readers)]
        for process, pipe in at_work:
            for word in scene.heard(pipe):
                if isinstance(word, str):
                    tally.lost += 1
                    tally.notes.append(word[:200])
            process.join(scene.WAIT)
            tally.unclear += process.exitcode != 0
        for process, pipe in looking:
            found = [word for word in scene.heard(pipe) if word is not None]
            tally.unreadable += len(found)
            tally.notes += map(str, found)
            process.join(scene.WAIT)
        tally.rounds += 1
        tally.landed += sum(map(len, groups))
        tally.look(root, {document.doc_id for group in groups for document in group})
        tally.doubled += store.dump(root) != played.outcome
        shutil.rmtree(root)
    return tally


def _seconds(root: Path, groups: Sequence[Sequence[Document]]) -> float:
    """How long a writer takes that nobody kills; the second of two, when everything is loaded."""
    for place in (root / "one", root / "two"):
        place.parent.mkdir(exist_ok=True)
        start = time.monotonic()
        process, pipe = scene.start(scene.write, place, groups)
        scene.heard(pipe)
        process.join(scene.WAIT)
    return time.monotonic() - start
