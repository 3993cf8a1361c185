"""A Dask cluster of two workers on this machine gives the tables of one process; a killed worker costs only time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline import store
from pipeline.__main__ import main
from tests.commands.waiting import wait

ROOT = Path(__file__).resolve().parents[2]

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def hire(self) -> None:
        command = [sys.executable, "-m", "distributed.cli.dask_worker", self.address]
        options = ["--nthreads", "2", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--death-timeout", "60"]
        self.workers.append(_quiet([*command, *options]))


def _quiet(command: list[str]) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    from distributed import Client

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--no-dashboard"]
    scheduler = _quiet([*command, "--port", str(port)])
    found = Cluster(f"tcp://127.0.0.1:{port}")
    try:
        found.hire()
        found.hire()
        with Client(found.address, timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
        yield found
    finally:
        for process in [*found.workers, scheduler]:
            process.kill()
            process.wait()


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Vladimir Putin visited Minsk on May {number % 28 + 1}, {1960 + number // 28}.\n"
        (folder / f"walk{number:04}.txt").write_text(text, "utf-8")
    (folder / "zcopy.txt").write_bytes((folder / "walk0003.txt").read_bytes())
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 20)
    return folder


def test_two_workers_one_of_them_killed_give_the_tables_of_one_process(cluster: Cluster, tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", 100)
    one, many = tmp_path / "one", tmp_path / "many"
    assert main(["ingest", str(folder), "--store", str(one)]) == 2
    command = [sys.executable, "-m", "pipeline", "ingest", str(folder), "--scheduler", cluster.address]
    with subprocess.Popen([*command, "--store", str(many)], cwd=ROOT, stderr=subprocess.PIPE, text=True) as run:
        wait(run, lambda: list(many.glob("documents/part-*.parquet")))
        os.kill(cluster.workers[0].pid, signal.SIGKILL)
        _, err = run.communicate(timeout=300)
    assert run.returncode == 2, err
    assert store.dump(many) == store.dump(one)
    assert store.examine(many).problems == ()
    assert len(list((many / "documents" / "_delta_log").glob("*.json"))) == 3, "made, one commit, the group with a copy"
    # What the store has already changes nothing, and a changed article replaces what was there.
    (folder / "walk0005.txt").write_text("Vladimir Putin visited Brest on May 4, 2021.\n", "utf-8")
    assert main(["ingest", str(folder), "--store", str(many), "--scheduler", cluster.address]) == 2
    assert main(["ingest", str(folder), "--store", str(one)]) == 2
    assert store.dump(many) == store.dump(one)


def test_no_cluster_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = articles(tmp_path / "articles", 5)
    assert main(["ingest", str(folder), "--store", str(tmp_path / "s"), "--scheduler", "tcp://127.0.0.1:1"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "no cluster answers there" in err


def test_a_store_at_an_address_takes_articles_and_shows_them(tmp_path: Path) -> None:
    """file:// goes the way of s3:// and gs://: through fsspec and Delta Lake's own storage."""
    folder = articles(tmp_path / "articles", 20)
    address = Path(f"file://{tmp_path}/remote")
    (tmp_path / "remote").mkdir()
    assert main(["ingest", str(folder), "--store", str(address)]) == 2
    assert main(["ingest", str(folder), "--store", str(tmp_path / "local")]) == 2
    assert store.dump(address) == store.dump(tmp_path / "local")
