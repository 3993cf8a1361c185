"""ingest with web addresses, and watch, run as a person would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import main
from tests.fetching.server import serving

ROOT = Path(__file__).resolve().parents[2]


def test_ingest_takes_addresses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "store"
    with serving() as site:
        url = site.put("/news/meeting")
        assert main(["ingest", url, "--store", str(root)]) == 2
        assert "use --allow-private" in capsys.readouterr().err
        assert site.asked == []
        assert main(["ingest", url, "--allow-private", "--store", str(root)]) == 0
    (row,) = store.load(root).documents.to_pylist()
    assert (row["url"], str(row["published_start"])) == (url, "2022-07-05")


def test_watch_reads_what_comes_in_and_ends_cleanly(tmp_path: Path) -> None:
    folder, root = tmp_path / "in", tmp_path / "store"
    folder.mkdir()
    command = [sys.executable, "-u", "-m", "pipeline", "watch", str(folder), "--store", str(root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stdout
        late = threading.Timer(300, watching.kill)
        late.start()
        assert watching.stdout.readline().startswith("watching")
        (folder / "walk.txt").write_text("Vladimir Putin visited Minsk on May 3, 2021.\n", "utf-8")
        assert watching.stdout.readline().startswith("read       1 new")
        os.kill(watching.pid, signal.SIGINT)
        out, err = watching.communicate()
        late.cancel()
    assert watching.returncode == 0, err
    assert "stopped watching; the store is complete" in out
    assert "Traceback" not in err
    assert store.load(root).documents.num_rows == 1
