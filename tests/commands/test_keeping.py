"""check, compact, backup, restore, remove and history, as a person would run them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import main
from tests.store import made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    for name in ("walk", "talk"):
        document = made.document(name)
        store.append(place, store.Batch([document], [made.timex(document)], [made.mention(document)]))
        store.rebuild(place, made.one_event_each)
    return place


def run(command: str, root: Path) -> int:
    return main([*command.split(), "--store", str(root)])


def test_a_sound_store_passes_the_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", root) == 0
    assert "2 articles, 2 events" in capsys.readouterr().out


def test_a_damaged_store_fails_the_check_with_status_1(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for victim in (root / "mentions").glob("*.parquet"):
        victim.write_bytes(b"PAR1 no longer PAR1")
    assert run("check", root) == 1
    assert "problem: mentions: cannot be read" in capsys.readouterr().err


def test_compact_says_what_it_keeps_when_nothing_got_smaller(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compact --keep-days 30", root) == 0
    assert "versions of the last 30 days are kept" in capsys.readouterr().out


def test_compact_then_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compact --keep-days 0", root) == 0
    assert " after" in capsys.readouterr().out
    assert run("check", root) == 0


def test_backup_and_restore(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(f"backup {tmp_path / 'copy'}", root) == 0
    assert run(f"restore {tmp_path / 'copy'}", tmp_path / "again") == 0
    assert store.dump(tmp_path / "again") == store.dump(root)
    assert run(f"restore {tmp_path / 'copy'}", root) == 2
    assert "already exists" in capsys.readouterr().err


def test_remove_by_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("remove walk", root) == 0
    assert "1 article removed; 1 event left" in capsys.readouterr().out
    assert run("remove walk talk", root) == 2
    assert "no article is called “walk”" in capsys.readouterr().err
    assert store.load(root).documents.num_rows == 1


def test_history_lists_what_export_can_go_back_to(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", root) == 0
    newest, older = capsys.readouterr().out.splitlines()
    assert "2 events" in newest
    assert run(f"export --format jsonl --as-of {older.split()[0]}", root) == 0
    assert capsys.readouterr().out.count('"event_id"') == 1
    assert run("export --format jsonl --as-of 77", root) == 2
    assert "there is no version 77" in capsys.readouterr().err
