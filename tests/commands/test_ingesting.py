"""Batches: stopped and resumed, side by side, with a report; a file that ends its process costs itself alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline import batches, ingestion, store
from pipeline.__main__ import main
from pipeline.batches import How
from pipeline.ingestion import Order
from pipeline.store import Batch
from tests.commands.waiting import wait

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, number: int) -> Path:
    path = folder / f"walk{number:03}.txt"
    path.write_text(f"Vladimir Putin visited Minsk on May 3, {1960 + number}.\n", "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for number in range(40):
        write(place, number)
    return place


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read, as they are read."""
    seen: list[str] = []
    plain = batches.read_batch

    def noted(files: Sequence[Path], how: How) -> Batch:
        seen.extend(path.name for path in files)
        return plain(files, how)

    monkeypatch.setattr(batches, "read_batch", noted)
    return seen


def ingest(folder: Path, root: Path, *options: str) -> int:
    return main(["ingest", str(folder), "--store", str(root), *options])


def test_what_was_read_is_not_read_again_until_it_changes(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    root = tmp_path / "store"
    assert ingest(folder, root) == 0
    assert len(reads) == 40
    before, reads[:] = store.dump(root), []
    assert ingest(folder, root) == 0
    assert reads == []
    assert store.dump(root) == before
    (folder / "walk007.txt").write_text("Vladimir Putin visited Brest on May 4, 2021.\n", "utf-8")
    write(folder, 50)
    assert ingest(folder, root) == 0
    assert sorted(reads) == ["walk007.txt", "walk050.txt"]
    reads[:] = []
    assert ingest(folder, root, "--outlet", "Reuters") == 0
    assert len(reads) == 41


def test_a_removed_article_comes_back_when_its_file_is_read_again(
    folder: Path, tmp_path: Path, reads: list[str]
) -> None:
    root = tmp_path / "store"
    ingest(folder, root)
    before, reads[:] = store.dump(root), []
    assert main(["remove", "walk005", "--store", str(root)]) == 0
    assert ingest(folder, root) == 0
    assert reads == ["walk005.txt"]
    assert store.dump(root) == before


def test_a_file_known_to_be_broken_is_named_every_time(
    folder: Path, tmp_path: Path, reads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 20)
    root = tmp_path / "store"
    for _ in range(2):
        assert ingest(folder, root) == 2
        assert capsys.readouterr().err.count("broken.txt") >= 1
    assert reads.count("broken.txt") == 1


def test_a_new_file_ahead_with_the_same_text_takes_its_place_as_in_one_clean_run(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "store"
    ingest(folder, root)
    (folder / "ahead.txt").write_bytes((folder / "walk030.txt").read_bytes())
    ingest(folder, root)
    ingest(folder, tmp_path / "clean")
    assert store.dump(root) == store.dump(tmp_path / "clean")


@pytest.mark.parametrize("dated", ["walk035.txt", "z/walk001.txt"])
def test_of_the_files_with_one_text_the_dated_is_kept_whenever_it_comes(
    folder: Path, tmp_path: Path, dated: str
) -> None:
    """Once from a later batch of the same run, once from another run, and once read ahead of the undated."""
    undated, copy = folder / "walk001.txt", folder / dated
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(undated.read_bytes())
    copy.with_suffix(".json").write_text('{"published": "1961-05-04"}', "utf-8")
    roots = [tmp_path / name for name in ("at once", "later", "ahead")]
    ingest(folder, roots[0])
    for root, first, second in ((roots[1], undated, copy), (roots[2], copy, undated)):
        ingest(first, root)
        ingest(second, root)
        ingest(folder, root)
    once, later, ahead = map(store.dump, roots)
    assert once == later == ahead
    kept = [row for row in store.load(roots[0]).documents.to_pylist() if "1961" in row["text"]]
    assert [(row["source_uri"], row["published_basis"]) for row in kept] == [(str(copy), "metadata")]
    assert store.examine(roots[0]).problems == ()


def test_one_file_in_two_folders_is_read_once(folder: Path, tmp_path: Path) -> None:
    (folder / "again").mkdir()
    (folder / "again" / "walk001.txt").write_bytes((folder / "walk001.txt").read_bytes())
    ingest(folder, tmp_path / "store")
    assert store.load(tmp_path / "store").documents.num_rows == 40
    assert store.examine(tmp_path / "store").problems == ()


def test_a_run_interrupted_between_batches_is_sound_and_goes_on(
    folder: Path, tmp_path: Path, reads: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, report = tmp_path / "store", tmp_path / "report.json"
    plain = ingestion.batches.read_groups

    def interrupted(groups: Iterator[Sequence[Path]], how: How, *, workers: int) -> Iterator[Batch]:
        for number, batch in enumerate(plain(groups, how, workers=workers)):
            yield batch
            if number == 0:
                raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ingestion.batches, "read_groups", interrupted)
        assert ingest(folder, root, "--report", str(report)) == 130
    assert "stopped after 16 of 40 files" in capsys.readouterr().err
    told = json.loads(report.read_text("utf-8"))
    assert (told["stopped"], told["files"], told["files_asked"], told["exit_status"]) == (True, 16, 40, 130)
    assert store.status(root).waiting == 16
    reads[:] = []
    assert ingest(folder, root) == 0
    assert len(reads) == 24
    assert store.examine(root).problems == ()
    ingest(folder, tmp_path / "clean")
    assert store.dump(root) == store.dump(tmp_path / "clean")


def test_a_polite_kill_is_a_stop(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "store"
    command = [sys.executable, "-m", "pipeline", "ingest", str(folder), "--store", str(root), "--workers", "2"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as run:
        wait(run, lambda: list(root.glob("documents/_delta_log/*1.json")))
        os.kill(run.pid, signal.SIGTERM)
        _, err = run.communicate(timeout=60)
    assert run.returncode in {0, 130}, err
    assert "Traceback" not in err
    assert ingest(folder, root) == 0
    assert store.load(root).documents.num_rows == 40


def test_the_report_names_every_file_and_its_fate(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "copy.txt").write_bytes((folder / "walk000.txt").read_bytes())
    (folder / "picture.gif").write_bytes(b"GIF89a")
    report = tmp_path / "report.json"
    assert ingest(folder, tmp_path / "store", "--report", str(report)) == 2
    told = json.loads(report.read_text("utf-8"))
    assert [told[key] for key in ("files", "read", "updated", "unchanged", "duplicate")] == [42, 40, 0, 0, 1]
    assert sorted(Path(row["source"]).name for row in told["skipped"]) == ["broken.txt", "picture.gif"]
    assert all(row["reason"] for row in told["skipped"])
    assert [Path(row["source"]).name for row in told["warnings"]] == ["walk000.txt"]
    (folder / "walk001.txt").write_text("Vladimir Putin visited Brest on May 4, 2021.\n", "utf-8")
    ingest(folder, tmp_path / "store", "--report", str(report))
    told = json.loads(report.read_text("utf-8"))
    assert [told[key] for key in ("read", "updated", "unchanged", "exit_status")] == [0, 1, 39, 2]


def test_a_report_that_cannot_be_written_is_said_in_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ingest(folder, tmp_path / "store", "--report", str(tmp_path / "no" / "such.json")) == 2
    assert "--report" in capsys.readouterr().err


def test_broken_marks_cost_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "store"
    ingest(folder, root)
    before = store.dump(root)
    (root / "seen.jsonl").write_bytes(b'{"file": 3}\nnot json\n\xff\xfe\n{"file": "x", "key"')
    assert ingest(folder, root) == 0
    assert store.dump(root) == before


def end_the_process(files: Sequence[Path], how: How) -> Batch:
    if any(path.name == "walk013.txt" for path in files):
        os._exit(9)
    return Batch([], issues=[])


def test_a_file_that_ends_its_process_costs_itself_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "read_batch", end_the_process)
    files = sorted(folder.iterdir())[10:16]
    groups = [files[:2], files[2:4], files[4:]]
    found = list(batches.read_groups(groups, How(), workers=2))
    assert len(found) == 3
    (issue,) = [issue for batch in found for issue in batch.issues]
    assert issue.severity == "skipped"
    assert "walk013.txt: reading it crashed the program" in issue.message


def test_the_order_of_landing_is_that_of_the_files(folder: Path, tmp_path: Path) -> None:
    counted: list[int] = []
    order = Order(tuple(sorted(folder.iterdir())), workers=2)
    report = ingestion.ingest(order, root=tmp_path / "store", progress=counted.append)
    assert sum(counted) == report.files == 40
