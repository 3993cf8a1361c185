"""Words a second of one process, and of a Dask cluster with one and two workers on this machine, on the same articles.

python benchmarks/scaling.py [--articles 2000] [--workers 1 2]     articles drawn from sentences of the starter corpus
python benchmarks/scaling.py --folder FOLDER [--workers 1 2]       articles of yours

Prints one line each, its ratio to one process, and whether the tables are equal.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline import distributed, ingestion, readers, store  # noqa: E402
from pipeline.ingestion import Order, Report  # noqa: E402
from tests.sentences import articles  # noqa: E402


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """A scheduler and its workers, each a process of its own with one thread; warm when it is handed over."""
    from distributed import Client

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address, environment = f"tcp://127.0.0.1:{port}", os.environ | {"PYTHONPATH": str(ROOT)}
    scheduler = ["-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--no-dashboard", "--port", str(port)]
    worker = ["-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    commands = [scheduler, *([worker] * workers)]
    started = [
        subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    try:
        with Client(address, timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=120)
            client.run(warm)
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def warm() -> None:
    """Loads the model, so that only reading is timed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "warm.txt"
        path.write_text("Vladimir Putin visited Minsk on May 3, 2021.\n", "utf-8")
        ingestion.ingest(Order((path,)), root=Path(folder) / "store", progress=lambda _: None)


def timed(name: str, report: Report, start: float) -> float:
    """One line of the outcome; words a second."""
    took = time.perf_counter() - start
    print(f"{name:12} {report.words:,} words  {took:7.1f} s  {report.words / took:7.0f} words/s", flush=True)
    return report.words / took


def main() -> None:
    """Run all and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        order = Order(readers.collect([options.folder or articles(root / "articles", options.articles)])[0])
        warm()
        start = time.perf_counter()
        alone = timed("one process", ingestion.ingest(order, root=root / "one", progress=lambda _: None), start)
        for workers in options.workers:
            with cluster(workers) as address:
                place, start = root / f"dask{workers}", time.perf_counter()
                report = distributed.ingest(order, scheduler=address, root=place, progress=lambda _: None)
                ratio = timed(f"dask, {workers}", report, start) / alone
            equal = store.dump(place) == store.dump(root / "one")
            print(f"{'':12} {ratio:.2f} times one process; tables equal: {equal}", flush=True)


if __name__ == "__main__":
    main()
