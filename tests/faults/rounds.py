"""The faults: each function plays so many rounds of one, and counts what went wrong."""

# ruff: noqa: S311 - chance here picks moments and files, no secrets

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import store
from tests.faults import scene
from tests.store import made

WAIT = 120
"""Seconds; a process that takes longer hangs."""


@dataclass
class Tally:
    """What so many rounds came to. Everything but `rounds`, `landed` and `failures` must stay 0."""

    fault: str
    rounds: int = 0
    landed: int = 0
    """Documents that a writer was told are kept."""
    failures: int = 0
    """Rounds in which a writer was stopped by the fault, and said so."""
    lost: int = 0
    doubled: int = 0
    unreadable: int = 0
    unclear: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.unreadable or self.unclear)

    def look(self, root: Path, kept: set[str]) -> None:
        """Everything that was told to be kept is shown, once; the store passes its own check."""
        try:
            shown = scene.flaws(root)
            problems = store.examine(root).problems if shown else ()
        except AssertionError as flaw:
            self.doubled += 1
            self.notes.append(str(flaw)[:200])
            return
        except store.StoreError as error:
            self.unreadable += 1
            self.notes.append(str(error)[:200])
            return
        self.lost += len(kept - shown)
        self.unreadable += len(problems)
        self.notes += problems

    def said(self, message: str, root: Path) -> None:
        """A failure that was told: one line that names the store."""
        self.failures += 1
        if str(root) not in message or "\n" in message:
            self.unclear += 1
            self.notes.append(message[:200])


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
        process.join(WAIT)
        heard = [*scene.heard(pipe)]
        # A store grows and a machine is busy by turns: moments stay spread over the whole of a writer's work.
        whole *= 0.8 if done else 1.0 if any(isinstance(told, list) for told in heard) else 1.4
        for told in heard:
            if isinstance(told, str):
                tally.said(told, root)
            elif isinstance(told, list):
                kept |= set(told)
        tally.rounds += 1
        tally.look(root, kept)
    tally.landed = len(kept)
    return tally


def crowds(rounds: int, folder: Path, *, writers: int = 4, readers: int = 10) -> Tally:
    """Writers with articles in common and readers all at once; the outcome is that of one clean run."""
    tally = Tally(f"{writers} writers, {readers} readers")
    groups = [scene.documents(f"c{part}", 2) for part in range(5)]
    expected = _clean(folder / "clean", groups)
    for number in range(rounds):
        root = folder / f"crowd{number}"
        at_work = [scene.start(scene.write, root, groups[turn:] + groups[:turn]) for turn in range(writers)]
        looking = [scene.start(scene.look, root, 3) for _ in range(readers)]
        for process, pipe in at_work:
            for told in scene.heard(pipe):
                if isinstance(told, str):
                    tally.lost += 1
                    tally.notes.append(told[:200])
            process.join(WAIT)
            tally.unclear += process.exitcode != 0
        for process, pipe in looking:
            found = [told for told in scene.heard(pipe) if told is not None]
            tally.unreadable += len(found)
            tally.notes += map(str, found)
            process.join(WAIT)
        tally.rounds += 1
        tally.landed += sum(map(len, groups))
        tally.look(root, {document.doc_id for group in groups for document in group})
        tally.doubled += store.dump(root) != expected
        shutil.rmtree(root)
    return tally


def full_disks(rounds: int, folder: Path, *, seed: int = 11) -> Tally:
    """The disk fills up while a writer writes; with room again, the same writer ends as one clean run does."""
    tally, chance = Tally("disk full"), random.Random(seed)
    groups = [scene.documents(f"f{part}", 4) for part in range(6)]
    expected = _clean(folder / "clean", groups)
    for number in range(rounds):
        with _small_disk(folder / f"disk{number}", kilobytes=chance.randrange(40, 260)) as (disk, grow):
            root = disk / "store"
            kept = _told(tally, root, scene.write, groups)
            grow()
            _goes_on(tally, root, kept, groups, expected)
    return tally


def permissions(rounds: int, folder: Path, *, seed: int = 13) -> Tally:
    """Somebody takes the right to write away from a part of the store, and gives it back."""
    tally, chance = Tally("permission taken"), random.Random(seed)
    groups = [scene.documents(f"p{part}", 3) for part in range(3)]
    expected = _clean(folder / "clean", groups)
    _passable(folder)
    for number in range(rounds):
        root = folder / f"shut{number}"
        kept = _told(tally, root, scene.write, groups[:1])
        paths = [root, *sorted(path for path in root.rglob("*") if path.is_dir())]
        for path in [*paths, *root.rglob("*")]:
            os.chown(path, scene.NOBODY, scene.NOBODY)
        shut = root if number == 0 else chance.choice(paths)
        shut.chmod(0o555)
        kept |= _told(tally, root, scene.write_as_nobody, groups)
        shut.chmod(0o755)
        _goes_on(tally, root, kept, groups, expected)
    return tally


def harms(rounds: int, folder: Path, *, seed: int = 17) -> Tally:
    """A file is cut, flipped or removed: what is shown is right, or the store says what is wrong. Never in between."""
    tally, chance = Tally("file harmed"), random.Random(seed)
    groups = [scene.documents(f"h{part}", 3) for part in range(3)]
    expected = _clean(folder / "clean", groups)
    for number in range(rounds):
        root = folder / f"harm{number}"
        shutil.copytree(folder / "clean", root)
        victims = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in {".parquet", ".json"})
        victim = chance.choice(victims)
        _harm(victim, chance)
        tally.rounds += 1
        try:
            found = store.examine(root)
            # Without its last commit a table is what it was before: the articles that wait for it are counted then.
            said = bool(found.problems or found.waiting)
            wrong = store.dump(root) != expected
        except store.StoreError as error:
            tally.said(str(error), root)
        else:
            tally.failures += said
            if wrong and not said:
                tally.unclear += 1
                tally.notes.append(f"round {number}: {victim.relative_to(root)} harmed, and nothing said")
        shutil.rmtree(root)
    return tally


def _seconds(root: Path, groups: list[list[made.Document]]) -> float:
    """How long a writer takes that nobody kills; the second of two, when everything is loaded."""
    for place in (root / "one", root / "two"):
        place.parent.mkdir(exist_ok=True)
        start = time.monotonic()
        process, pipe = scene.start(scene.write, place, groups)
        scene.heard(pipe)
        process.join(WAIT)
    return time.monotonic() - start


def _clean(root: Path, groups: list[list[made.Document]]) -> str:
    store.create(root)
    for group in groups:
        scene.land(root, group)
    return store.dump(root)


def _goes_on(tally: Tally, root: Path, kept: set[str], groups: list[list[made.Document]], expected: str) -> None:
    """With the fault gone: what was told to be kept is there, and the same writer ends as one clean run does."""
    tally.look(root, kept)
    _told(tally, root, scene.write, groups)
    tally.doubled += store.dump(root) != expected
    tally.rounds += 1
    tally.landed += len(kept)


def _told(tally: Tally, root: Path, work: Callable[..., None], groups: list[list[made.Document]]) -> set[str]:
    """What a writer was told is kept."""
    process, pipe = scene.start(work, root, groups)
    kept = set[str]()
    for told in scene.heard(pipe):
        if isinstance(told, str):
            tally.said(told, root)
        elif isinstance(told, list):
            kept |= set(told)
    process.join(WAIT)
    if process.exitcode != 0:
        tally.unclear += 1
        tally.notes.append(f"the writer ended with status {process.exitcode}")
    return kept


def _harm(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    kind = chance.randrange(3)
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.write_bytes(content[: chance.randrange(len(content))])
    else:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)


def _passable(folder: Path) -> None:
    for parent in (folder, *folder.parents):
        if parent.owner() == "root" and parent.stat().st_mode & 0o055 != 0o055 and "tmp" in str(parent):
            parent.chmod(parent.stat().st_mode | 0o055)


@contextmanager
def _small_disk(place: Path, *, kilobytes: int) -> Iterator[tuple[Path, Callable[[], None]]]:
    """A disk of so many kilobytes (a tmpfs; needs root on Linux), and the means to make it large."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], check=True)
    try:
        yield place, lambda: subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True) and None
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def can_mount(folder: Path) -> bool:
    """Whether this machine lets us have a disk of our own size."""
    try:
        with _small_disk(folder / "probe", kilobytes=64):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False
