"""What is kept of a store beside it is taken for what it is, and for nothing else."""

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import store
from pipeline.store import rows
from tests.views.stores import write
from tests.views.story import story
from views import kept, source

TABLES = {"events": pa.table({"event_id": ["a", "b"]}), "text": pa.table({"n": pa.array([1, 2, 3], pa.int32())})}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "LEAST", 1)
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "store"))
    return write(tmp_path / "store", story())


def keep(root: Path, key: str = "1") -> bool:
    return kept.keep(root, key, kept.Kept(TABLES, ()))


def test_it_comes_back_as_it_was_under_its_own_key_alone(root: Path) -> None:
    assert keep(root)
    found = kept.load(root, "1")
    assert found
    assert {name: table.equals(TABLES[name]) for name, table in found.tables.items()} == {"events": True, "text": True}
    assert kept.load(root, "2") is None
    assert keep(root, "2")
    assert kept.load(root, "1") is None


@pytest.mark.parametrize("name", ["events.arrow", "text.arrow", "manifest.json"])
@pytest.mark.parametrize("harm", ["flip", "cut", "gone"])
def test_what_is_damaged_is_not_taken(root: Path, name: str, harm: str) -> None:
    assert keep(root)
    path = kept.folder(root) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x20
    path.unlink()
    if harm != "gone":
        path.write_bytes(content if harm == "flip" else content[:-9])
    assert kept.load(root, "1") is None


def test_little_is_not_kept_and_what_was_kept_before_goes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(root)
    monkeypatch.setattr(kept, "LEAST", 3)
    assert not keep(root)
    assert not kept.folder(root).exists()
    monkeypatch.setattr(kept, "MOST", 1)
    monkeypatch.setattr(kept, "LEAST", 1)
    assert not keep(root)


def test_a_store_is_the_same_whether_it_was_kept_or_read(root: Path) -> None:
    key = kept.key(root)
    assert key
    made = source._worked_out(root, None)
    assert kept.keep(root, key, made)
    found = kept.load(root, key)
    assert found
    assert all(found.tables[name].equals(table) for name, table in made.tables.items())


def test_corrections_are_kept_with_what_has_become_of_them(root: Path) -> None:
    event = source.current().catalogue.events.column("event_id")[0].as_py()
    store.correct(root, store.Draft("event", event, "starred", False, True, "", "A reader", "2024-01-01T00:00:00Z"))
    made = source._worked_out(root, None)
    assert kept.keep(root, "1", made)
    found = kept.load(root, "1")
    assert found
    assert found.corrections == made.corrections != ()


def test_another_version_of_the_store_has_another_key(root: Path) -> None:
    before = kept.key(root)
    events = [rows.event(row) for row in story()["events"].to_pylist()]
    store.rebuild(root, lambda *_: events[:5])
    assert kept.key(root) != before
