"""What lands, what is replaced, what is refused, and what readers see."""

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline import store
from pipeline.model import Document, Event, EventMention, Issue
from pipeline.store import Batch, Landed, StoreError
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    return place


def batch(*documents: Document, issues: tuple[Issue, ...] = ()) -> Batch:
    return Batch(documents, [made.timex(d) for d in documents], [made.mention(d) for d in documents], issues)


def land(root: Path, *documents: Document) -> Landed:
    landed = store.append(root, batch(*documents))
    store.rebuild(root, made.one_event_each)
    return landed


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_what_landed_is_read_back(root: Path) -> None:
    assert land(root, made.document("a"), made.document("b")) == Landed(added=2)
    shown = store.load(root)
    assert [shown.documents.num_rows, shown.timexes.num_rows, shown.mentions.num_rows, shown.events.num_rows] == [2] * 4
    assert shown.documents.column("text").to_pylist() == [made.TEXT] * 2


def test_the_same_again_changes_nothing(root: Path) -> None:
    land(root, made.document("a"), made.document("b"))
    before = files(root)
    assert land(root, made.document("b"), made.document("a")) == Landed(unchanged=2)
    assert files(root) == before


def test_a_changed_text_replaces_the_old(root: Path) -> None:
    land(root, made.document("a"), made.document("b"))
    changed = made.document("a", made.TEXT + " It snowed.")
    assert land(root, changed) == Landed(replaced=1)
    shown = store.load(root)
    assert sorted(shown.documents.column("doc_id").to_pylist()) == sorted([changed.doc_id, made.document("b").doc_id])
    assert set(shown.mentions.column("doc_id").to_pylist()) == set(shown.documents.column("doc_id").to_pylist())
    assert shown.mentions.num_rows == shown.timexes.num_rows == shown.events.num_rows == 2


def test_the_same_text_read_otherwise_replaces_the_old_reading(root: Path) -> None:
    land(root, made.document("a"))
    assert land(root, made.document("a", outlet="Brest Bugle")) == Landed(replaced=1)
    shown = store.load(root)
    assert shown.documents.column("outlet").to_pylist() == ["Brest Bugle"]
    assert shown.mentions.num_rows == shown.timexes.num_rows == 1


def test_of_two_copies_the_first_place_is_kept_in_any_order(tmp_path: Path) -> None:
    first = made.document("a", source_uri="one/a.txt")
    second = dataclasses.replace(first, source_uri="two/a.txt")
    dumps = []
    for order in ([first, second], [second, first]):
        place = tmp_path / order[0].source_uri[:3]
        store.create(place)
        for document in order:
            land(place, document)
        dumps.append(store.dump(place))
    assert dumps[0] == dumps[1]
    assert dumps[0].count("documents ") == 1
    changed = made.document("a", "Quite another text, in which nothing is dated at all.", source_uri="one/a.txt")
    land(place, changed, second)
    assert sorted(store.load(place).documents.column("source_uri").to_pylist()) == ["one/a.txt", "two/a.txt"]


def test_what_landed_is_seen_only_with_its_events(root: Path) -> None:
    land(root, made.document("a"))
    store.append(root, batch(made.document("b")))
    assert store.load(root).documents.num_rows == 1
    assert store.status(root).waiting == 1
    store.rebuild(root, made.one_event_each)
    assert store.load(root).documents.num_rows == 2
    assert store.status(root).waiting == 0


def test_two_that_cluster_a_new_store_at_once_tell_each_event_once(root: Path) -> None:
    store.append(root, batch(made.document("a"), made.document("b")))
    overtaken: list[int] = []

    def slow(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
        if not overtaken:
            overtaken.append(store.rebuild(root, made.one_event_each))
        return made.one_event_each(documents, mentions)

    store.rebuild(root, slow)
    assert overtaken == [2]
    assert store.load(root).events.num_rows == 2


def test_a_mention_shows_the_date_it_has_from_its_event(root: Path) -> None:
    document = made.document("a")
    mention = made.mention(document, interval=None, edtf=None, granularity="none", dating="undated")
    store.append(root, Batch([document], [], [mention]))
    store.rebuild(root, made.one_event_each)
    (row,) = store.load(root).mentions.to_pylist()
    assert (str(row["date_start"]), row["dating"]) == ("2020-01-01", "cross-document")
    assert "another article dates it" in row["trace"]


def test_issues_follow_their_source(root: Path) -> None:
    odd = Issue("x.txt", "readers", "skipped", "x.txt: is empty; remove it")
    store.append(root, Batch([], issues=[odd, odd]))
    store.append(root, Batch([made.document("a")], issues=[Issue("y.txt", "timex", "warning", "y.txt: no dates")]))
    assert store.status(root).issues == {"skipped": 1, "warning": 1}
    store.append(root, Batch([made.document("x", source_uri="x.txt")]))
    assert store.status(root).issues == {"warning": 1}


def test_counts(root: Path) -> None:
    assert store.status(root).documents == 0
    land(root, made.document("a"), made.document("b", published_basis="unknown", published=None))
    found = store.status(root)
    assert (found.documents, found.by_basis) == (2, {"metadata": 1, "unknown": 1})
    assert (found.events, found.dated, found.undated, found.on_timeline) == (2, 2, 0, 2)


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


def test_an_empty_store_says_what_to_do(root: Path) -> None:
    with pytest.raises(StoreError, match="no articles yet; add some with"):
        store.load(root)


def test_a_folder_of_another_version_is_not_written_to(root: Path) -> None:
    break_version(root)
    before = files(root)
    for write in (lambda: store.create(root), lambda: store.append(root, batch(made.document("a")))):
        with pytest.raises(StoreError, match="store version 99"):
            write()
    assert files(root) == before


@pytest.fixture
def read_only(root: Path) -> Iterator[Path]:
    land(root, made.document("a"))
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
