"""Where the store is, and what is said of one that cannot be read or written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import StoreError
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]


def test_the_place_is_option_then_variable_then_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_STORE", "elsewhere")
    assert store.root(Path("here")) == Path("here")
    assert store.root(None) == Path("elsewhere")
    monkeypatch.delenv("TIMELINE_STORE")
    assert store.root(None) == Path("data/store")


def break_version(root: Path) -> None:
    (root / "store.json").write_text('{"version": 99}', "utf-8")


def break_stamp(root: Path) -> None:
    (root / "store.json").write_text("{not json", "utf-8")


def break_log(root: Path) -> None:
    (root / "events" / "_delta_log" / f"{0:020}.json").write_text("{not json", "utf-8")


def lose_table(root: Path) -> None:
    shutil.rmtree(root / "events")


def lose_store(root: Path) -> None:
    shutil.rmtree(root)


def put_a_file_there(root: Path) -> None:
    shutil.rmtree(root)
    root.write_text("no folder", "utf-8")


@pytest.mark.parametrize("harm", [break_version, break_stamp, break_log, lose_table, lose_store, put_a_file_there])
def test_a_store_that_cannot_be_read_is_refused_in_one_line(root: Path, harm: object) -> None:
    assert callable(harm)
    harm(root)
    for read in (store.load, store.status):
        with pytest.raises(StoreError) as caught:
            read(root)
        message = str(caught.value)
        assert str(root) in message and "\n" not in message


def test_a_place_where_no_store_can_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no folder", "utf-8")
    for place, why in (("notes.txt", "is a file, but a store is a folder"), ("x" * 300, "cannot be read or written")):
        with pytest.raises(StoreError, match=why):
            store.create(tmp_path / place)


def test_an_empty_store_says_what_to_do(root: Path) -> None:
    with pytest.raises(StoreError, match="no articles yet; add some with"):
        store.load(root)


def test_a_folder_of_another_version_is_not_written_to(root: Path) -> None:
    break_version(root)
    before = made.files(root)
    for write in (lambda: store.create(root), lambda: store.append(root, made.batch(made.document("a")))):
        with pytest.raises(StoreError, match="store version 99"):
            write()
    assert made.files(root) == before


@pytest.fixture
def read_only(root: Path) -> Iterator[Path]:
    made.land(root, made.document("a"))
    for path in [root, *root.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield root
    for path in [root, *root.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


TRY = """
import os, sys
from pathlib import Path
from pipeline import store
from pipeline.readers.fingerprint import fingerprint
from tests.store import made
root = Path(sys.argv[1])
store.load(root)
made.document("b"), fingerprint("a text")  # loads what somebody else may not read
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere, so ask as somebody else
print(store.load(root).documents.num_rows, store.status(root).documents)
try:
    store.append(root, store.Batch([made.document("b")], [made.timex(made.document("b"))]))
except store.StoreError as error:
    print(error)
sys.stdout.flush()
os._exit(0)  # a thread of a library that outlives the interpreter after setuid would end the process with a signal
"""


def test_a_read_only_store_is_read_and_refuses_writing(read_only: Path) -> None:
    # The folders above must be passable for somebody else; pytest makes its own private.
    for parent in [p for p in read_only.parents if "pytest-of" in str(p)]:
        parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-B", "-c", TRY, str(read_only)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counts, message = done.stdout.strip().split("\n")
    assert counts == "1 1"
    assert str(read_only) in message and "cannot be read or written here" in message


@pytest.mark.parametrize("name", ["my store", "Архив №5", "50% of it", "a+b&c"])
def test_a_store_shows_what_it_holds_whatever_its_folder_is_called(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    store.create(root)
    made.land(root, made.document("a"))
    assert store.load(root).documents.num_rows == 1
    assert store.status(root).waiting == 0
