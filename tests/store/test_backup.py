"""Copies come back whole, or are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import StoreError
from tests.store import made


def test_a_backup_restores_to_the_same_store(three: Path, tmp_path: Path) -> None:
    before = store.dump(three)
    store.backup(three, tmp_path / "copy")
    made.land(three, made.document("d"))
    store.restore(tmp_path / "copy", tmp_path / "again")
    assert store.dump(tmp_path / "again") == before
    assert store.history(tmp_path / "again")[0].version == store.history(three)[1].version


def test_a_damaged_copy_is_refused_and_nothing_is_made(three: Path, tmp_path: Path) -> None:
    store.backup(three, tmp_path / "copy")
    victim = next((tmp_path / "copy" / "documents").glob("*.parquet"))
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    with pytest.raises(StoreError, match=r"1 of .* files are damaged"):
        store.restore(tmp_path / "copy", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_copy_that_names_files_outside_is_refused(three: Path, tmp_path: Path) -> None:
    store.backup(three, tmp_path / "copy")
    (tmp_path / "copy" / "backup.json").write_text(json.dumps({"../evil": "0"}), "utf-8")
    with pytest.raises(StoreError, match="lies outside"):
        store.restore(tmp_path / "copy", tmp_path / "again")


def test_nothing_is_written_over(three: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError, match="already exists"):
        store.backup(three, tmp_path / "taken")
    store.backup(three, tmp_path / "copy")
    with pytest.raises(StoreError, match="already exists"):
        store.restore(tmp_path / "copy", three)
    with pytest.raises(StoreError, match="is inside"):
        store.backup(three, three / "copy")


def test_what_is_no_backup_is_refused_in_words(three: Path, tmp_path: Path) -> None:
    for folder, why in ((tmp_path / "nowhere", "there is no such folder"), (three, "it has no file backup.json")):
        with pytest.raises(StoreError, match=f"is not a backup of a store .{why}") as refused:
            store.restore(folder, tmp_path / "new")
        assert "Errno" not in str(refused.value)
