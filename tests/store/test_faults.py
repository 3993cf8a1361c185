"""Killed writers and several writers at once: what has landed is whole, and the outcome is that of one clean run."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from pipeline import store
from pipeline.model import Document
from pipeline.store import Batch
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10

WRITE = """
import sys
from pathlib import Path
from tests.store.test_faults import batches
from tests.store import made
from pipeline import store
root, order = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
store.create(root)
todo = batches()
for batch in todo[order:] + todo[:order]:
    store.append(root, batch)
    store.rebuild(root, made.one_event_each)
    print("landed", flush=True)
"""


def documents() -> list[Document]:
    return [made.document(f"d{number:02}", f"{made.TEXT} Number {number}.") for number in range(24)]


def batches() -> list[Batch]:
    todo = documents()
    groups = [todo[start : start + 3] for start in range(0, len(todo), 3)]
    return [Batch(g, [made.timex(d) for d in g], [made.mention(d) for d in g]) for g in groups]


def writer(root: Path, order: int = 0) -> subprocess.Popen[str]:
    """A process that has loaded everything and waits for a line before it starts to write."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(root), str(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def clean(root: Path) -> str:
    store.create(root)
    for batch in batches():
        store.append(root, batch)
    store.rebuild(root, made.one_event_each)
    return store.dump(root)


def whole(root: Path) -> None:
    """Every document that is shown has its expression, its mention and its event."""
    shown = store.load(root)
    ids = sorted(shown.documents.column("doc_id").to_pylist())
    assert sorted(shown.timexes.column("doc_id").to_pylist()) == ids
    assert sorted(shown.mentions.column("doc_id").to_pylist()) == ids
    assert sorted(i for row in shown.events.column("doc_ids").to_pylist() for i in row) == ids


def test_killed_writers_leave_nothing_half(tmp_path: Path) -> None:
    expected = clean(tmp_path / "clean")
    root, chance = tmp_path / "killed", random.Random(7)  # noqa: S311
    for _ in range(KILLS):
        process = writer(root)
        assert process.stdin and process.stdout
        process.stdin.write("go\n")
        process.stdin.flush()
        # Killed after some batches, then somewhere inside the next: how far it gets differs each time.
        for _ in range(chance.randrange(3)):
            process.stdout.readline()
        try:
            process.wait(chance.random() * 0.25)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        try:
            whole(root)
        except store.StoreError as error:
            assert "no articles yet" in str(error) or "no store here yet" in str(error)
    assert clean(root) == expected


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    expected = clean(tmp_path / "clean")
    root = tmp_path / "shared"
    writers = [writer(root, order) for order in (0, 3, 6)]
    for process in writers:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in writers:
        process.communicate(timeout=120)
        assert process.returncode == 0
    whole(root)
    assert store.dump(root) == expected
