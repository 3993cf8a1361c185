"""How a command ends: with its own exit status, whatever the threads of libraries are at, and whoever listens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import STOPPED, main
from pipeline.commands import storing
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    for document in map(made.document, "abcd"):  # a file each: the next is read while one is shown
        store.append(place, store.Batch([document], mentions=[made.mention(document)]))
    store.rebuild(place, made.one_event_each)
    return place


HALF_READ = """
import sys
from pathlib import Path
from pipeline.__main__ import leave
from pipeline.store import tables

scan = tables.chunks(tables.table(Path(sys.argv[1]), "mentions"), "mentions")
next(scan)
print("said")
leave(1)
"""


def test_a_scan_under_way_neither_hangs_nor_aborts_the_end(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HALF_READ, str(root)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "said\n", "")


def pipeline(*words: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", *words]


def test_a_reader_that_has_had_enough_is_no_failure(root: Path) -> None:
    command = pipeline("export", "--format", "jsonl", "--store", str(root))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        run.stdout.close()
        _, err = run.communicate(timeout=60)
    assert run.returncode == 0
    assert "Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["status", "export --format csv"])
def test_a_full_disk_behind_standard_output_is_one_line_and_status_2(root: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            pipeline(*command.split(), "--store", str(root)),
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("error: standard output: ")
    assert "Traceback" not in done.stderr


def test_a_file_that_may_not_be_looked_at_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    name = "x" * 300  # longer than any file system takes
    assert main(["watch", name]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"error: {name}: ")
    assert err.count("\n") == 1


def test_a_stop_from_the_keyboard_says_how_to_go_on(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(place: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storing.store, "status", stopped)
    assert main(["status", "--store", str(root)]) == STOPPED
    assert "stopped; what was read before is kept" in capsys.readouterr().err


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    number = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert number
    assert capsys.readouterr().out.startswith(f"event-timeline {number[1]} (")


@pytest.mark.parametrize(
    ("words", "help_of"), [(["timex"], "timex"), (["undo"], "undo"), (["status", "--red"], "status"), (["dance"], "")]
)
def test_a_wrong_call_names_the_help(words: list[str], help_of: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.rstrip().endswith(f"See: {' '.join(['python -m pipeline', help_of]).strip()} --help")
