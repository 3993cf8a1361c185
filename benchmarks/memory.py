"""Peak memory of reading a batch, however large: python benchmarks/memory.py [--articles 200 20000] [--workers 1 2].

Draws short articles (two sentences each) from the starter corpus, reads them with `python -m pipeline ingest` into a
new store, and prints the peak of the proportional set size (Linux; elsewhere the resident set size) of all its
processes together, and the processor seconds they took.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.sentences import articles  # noqa: E402

EVERY = 0.25
"""Seconds between two looks."""


def size(process: psutil.Process) -> int:
    """Bytes of a process, memory that several share counted in part; 0 when it has gone."""
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.rss))
    except psutil.Error:
        return 0


def peak(command: list[str]) -> tuple[int, float]:
    """Bytes at most, over all processes of a command, and processor seconds.

    Raises:
        CalledProcessError: when the command fails.
    """
    began = psutil.Process().cpu_times()
    running = psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while running.poll() is None:
        most = max(most, sum(map(size, [running, *running.children(recursive=True)])))
        time.sleep(EVERY)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    ended = psutil.Process().cpu_times()
    used = ended.children_user + ended.children_system - began.children_user - began.children_system
    return most, used


def main() -> None:
    """One line for each number of articles and of workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[200, 20_000])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    for number in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            place = articles(Path(folder) / "articles", number, sentences=2)
            for workers in options.workers:
                store = str(Path(folder) / f"store{workers}")
                reading = ["ingest", str(place), "--store", store, "--workers", str(workers)]
                most, used = peak([sys.executable, "-m", "pipeline", *reading])
                print(
                    f"{number:7,} articles, {workers} workers: {most / 1e6:7,.0f} MB  {used:7.0f} s of processor",
                    flush=True,
                )


if __name__ == "__main__":
    main()
