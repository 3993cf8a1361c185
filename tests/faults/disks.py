"""Disks that fill up, rights that are taken away, files that are harmed."""

# ruff: noqa: S311 - chance here picks moments and files, no secrets

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline import store
from tests.faults import scene
from tests.faults.plays import goes_on, play, told
from tests.faults.tally import Tally


def full_disks(rounds: int, folder: Path, *, seed: int = 11) -> Tally:
    """The disk fills up while a writer writes; with room again, the same writer ends as one clean run does."""
    tally, chance = Tally("disk full"), random.Random(seed)
    played = play(folder, [scene.documents(f"f{part}", 4) for part in range(6)])
    for number in range(rounds):
        with _small_disk(folder / f"disk{number}", kilobytes=chance.randrange(40, 260)) as (disk, grow):
            root = disk / "store"
            kept = told(tally, root, played.groups)
            grow()
            goes_on(tally, root, kept, played)
    return tally


def permissions(rounds: int, folder: Path, *, seed: int = 13) -> Tally:
    """Somebody takes the right to write away from a part of the store, and gives it back."""
    tally, chance = Tally("permission taken"), random.Random(seed)
    played = play(folder, [scene.documents(f"p{part}", 3) for part in range(3)])
    _passable(folder)
    for number in range(rounds):
        root = folder / f"shut{number}"
        kept = told(tally, root, played.groups[:1])
        paths = [root, *sorted(path for path in root.rglob("*") if path.is_dir())]
        for path in [*paths, *root.rglob("*")]:
            os.chown(path, scene.NOBODY, scene.NOBODY)
        shut = root if number == 0 else chance.choice(paths)
        shut.chmod(0o555)
        kept |= told(tally, root, played.groups, work=scene.write_as_nobody)
        shut.chmod(0o755)
        goes_on(tally, root, kept, played)
    return tally


def harms(rounds: int, folder: Path, *, seed: int = 17) -> Tally:
    """A file is cut, flipped or removed: what is shown is right, or the store says what is wrong. Never in between."""
    tally, chance = Tally("file harmed"), random.Random(seed)
    played = play(folder, [scene.documents(f"h{part}", 3) for part in range(3)])
    for number in range(rounds):
        root = folder / f"harm{number}"
        shutil.copytree(played.clean, root)
        victims = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in {".parquet", ".json"})
        victim = chance.choice(victims)
        _harm(victim, chance)
        tally.rounds += 1
        try:
            found = store.examine(root)
            # Without its last commit a table is what it was before: the articles that wait for it are counted then.
            said = bool(found.problems or found.waiting)
            wrong = store.dump(root) != played.outcome
        except store.StoreError as error:
            tally.said(str(error), root)
        else:
            tally.failures += said
            if wrong and not said:
                tally.unclear += 1
                tally.notes.append(f"round {number}: {victim.relative_to(root)} harmed, and nothing said")
        shutil.rmtree(root)
    return tally


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
