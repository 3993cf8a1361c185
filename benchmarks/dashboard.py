"""How fast the page answers at any number of events, in a real Chromium in front of a real server.

python benchmarks/dashboard.py --events 1000000 [--json FILE] [--repeats 20] [--sessions 50] [--plain 3]

Builds a synthetic store once (kept under the system's temporary folder), opens the page, filters, clicks. Prints
filter_ms (Enter pressed to chart redrawn), click_ms (mouse pressed to passage shown), rerun_ms (server busy with
one filter: from the words sent to the last message of its answer, over the socket, nobody else asking), busy_ms (the
page's own mark of a running script, which ends when the browser has put the answer in place), payload_kb_per_filter
(bytes over the socket for one filter), open_s (page asked for to chart drawn; open_first_s is the first one after the
server's start), cpu_ms_per_filter (processor time of the server, which other programs on the machine do not lengthen)
and sessions_ms_p95 (filter to the last message, of so many readers who think 3 to 5 seconds each time). Beside each
stands the same of a plain st.plotly_chart, and how many times ours it is.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
import zlib
from pathlib import Path

import psutil
from playwright.sync_api import Browser, sync_playwright

from benchmarks import browsing, sessions
from benchmarks.synthetic import PLACES, VERBS, build
from pipeline.store import schema
from tests.browser.conftest import FLAGS, executable, running

Figures = dict[str, float | None]


def searches(number: int) -> list[str]:
    """So many searches, no two alike."""
    dice = random.Random(5)  # noqa: S311 - a repeatable draw, not a secret
    every = [f"{verb} {place}".lower() for verb in VERBS for place in PLACES]
    dice.shuffle(every)
    return every[:number]


def measure(
    browser: Browser, root: Path, script: str, subject: browsing.Subject, *, repeats: int, readers: int
) -> Figures:
    """All figures of one page over a store."""
    words = searches(repeats)
    with running(root, script=script) as server:
        found = browsing.measure(browser, server.url, subject, words)
        alone = sessions.measured(server.url, words=words, sessions=1, rounds=repeats + 1, thinking=(0.2, 0.3))
        found["rerun_ms_p50"] = 1000 * statistics.median(alone)
        found["rerun_ms_p95"] = 1000 * browsing.p95(alone)
        process = psutil.Process(server.pid)
        if readers and found["filter_ms_p50"] is not None:
            before = process.cpu_times()
            taken = sessions.measured(server.url, words=searches(80), sessions=readers)
            after = process.cpu_times()
            found["sessions_ms_p95"] = 1000 * browsing.p95(taken)
            asked = len(taken) * 6 / 5 + readers
            found["cpu_ms_per_filter"] = 1000 * (after.user + after.system - before.user - before.system) / asked
    return found


def prepared(events: int) -> Path:
    """The store of that many events, built unless one with the columns of today is there."""
    columns = "".join(str(schema.columns(name)) for name in schema.TABLES)
    root = Path(tempfile.gettempdir()) / "timeline-benchmark" / f"{events}-{zlib.crc32(columns.encode()):08x}"
    if not (root / "complete").exists():
        shutil.rmtree(root, ignore_errors=True)
        build(root, events)
        (root / "complete").touch()
    return root


def printed(ours: Figures, plain: Figures) -> None:
    """A line for each figure: ours, the plain page's, and how many times ours that is."""
    print(f"{'':24}{'timeline':>12}{'plain':>12}{'ratio':>9}")
    for name, value in ours.items():
        other = plain.get(name)
        cells = [f"{value:12,.1f}" if value is not None else f"{'–':>12}"]
        cells.append(f"{other:12,.1f}" if other is not None else f"{'–':>12}")
        cells.append(f"{other / value:9.1f}" if other is not None and value else f"{'–':>9}")
        print(f"{name:24}{''.join(cells)}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=20, help="filters and clicks of the one reader, at most 80")
    parser.add_argument("--sessions", type=int, default=50, help="readers at once; 0 for none")
    parser.add_argument("--plain", type=int, default=3, help="filters on the plain page; 0 leaves it out")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    root = prepared(options.events)
    start = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        ours = measure(
            browser, root, "dashboard.py", browsing.TIMELINE, repeats=options.repeats, readers=options.sessions
        )
        plain: Figures = {}
        if options.plain:
            plain = measure(browser, root, "benchmarks/plain.py", browsing.PLAIN, repeats=options.plain, readers=0)
        browser.close()
    printed(ours, plain)
    print(f"{options.events:,} events, measured in {time.perf_counter() - start:.0f} s")
    if options.json:
        ratios = {name: plain[name] / value for name, value in ours.items() if value and plain.get(name)}  # type: ignore[operator]
        found = {"events": options.events} | ours | {"plain": plain, "ratio": ratios}
        options.json.write_text(json.dumps(found) + "\n", "utf-8")


if __name__ == "__main__":
    main()
