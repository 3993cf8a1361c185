"""How fast the page answers at any number of events, in a real Chromium in front of a real server.

python benchmarks/dashboard.py --events 1000000 [--json FILE] [--repeats 20]

Builds a synthetic store once (kept under the system's temporary folder), opens the page, filters, clicks. Prints
filter_ms (Enter pressed to chart redrawn), click_ms (mouse pressed to passage shown), rerun_ms (server busy, as the
page sees it), payload_kb_per_filter (bytes over the socket for one filter) and open_s (page asked for to chart drawn).
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
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.synthetic import PLACES, VERBS, build
from pipeline.store import schema
from tests.browser.conftest import FLAGS, IDLE, executable, serving

WATCH = """() => {
  window.timed = {};
  const seen = (name, test) => {
    const note = () => {
      if (window.timed.from && test()) window.timed[name] ??= performance.now() - window.timed.from;
    };
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(note).observe(document.body, all);
  };
  seen("drawn", () => window.timed.key && document.querySelector(".tl")?.dataset.drawn.includes(window.timed.key));
  seen("read", () => window.timed.title !== undefined
    && document.querySelector(".rd-title") && document.querySelector(".rd-title").textContent !== window.timed.title);
  const state = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
  let busy = null;
  new MutationObserver(() => {
    if (state() === "running") busy ??= performance.now();
    else if (busy !== null) { window.timed.rerun = performance.now() - busy; busy = null; }
  }).observe(document.querySelector("[data-testid=stApp]"), { attributes: true });
  addEventListener("keydown", (event) => { if (event.key === "Enter") window.timed.from = performance.now(); }, true);
  addEventListener("mousedown", () => { window.timed.from = performance.now(); }, true);
}"""


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


class Socket:
    """Counts the bytes that the server sends."""

    def __init__(self, session: CDPSession) -> None:
        self.received = 0
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._frame)

    def _frame(self, event: dict[str, Any]) -> None:
        data = event["response"]["payloadData"]
        self.received += len(data) * (3 / 4 if event["response"]["opcode"] == 2 else 1)


def filtered(page: Page, socket: Socket, words: str) -> dict[str, float]:
    """Types words into the search and waits for the chart that shows them."""
    box = page.get_by_test_id("stTextInput").locator("input")
    box.fill(words)
    before = socket.received
    page.evaluate("key => { window.timed = { key }; }", words)
    box.press("Enter")
    page.wait_for_function("() => window.timed.drawn")
    page.wait_for_selector(IDLE)
    timed: dict[str, float] = page.evaluate("() => window.timed")
    return {"filter": timed["drawn"], "rerun": timed.get("rerun", 0.0), "kb": (socket.received - before) / 1024}


def clicked(page: Page, dice: random.Random) -> float:
    """Clicks a mark in sight and waits for its passage."""
    title = page.evaluate("() => document.querySelector('.rd-title')?.textContent ?? ''")
    x, y = page.locator(".tl-plot").evaluate(
        """(plot, share) => {
            const trace = plot.data.find((one) => one.name === "events"), box = plot.getBoundingClientRect();
            const { xaxis, yaxis } = plot._fullLayout;
            const big = trace.marker.size.map((size, k) => [size, k]).filter(([size]) => size > 8);
            const k = big[Math.floor(share * big.length)][1];
            return [box.left + xaxis._offset + xaxis.d2p(trace.x[k]), box.top + yaxis._offset + yaxis.d2p(trace.y[k])];
        }""",
        dice.random(),
    )
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.evaluate("title => { window.timed = { title }; }", title)
    page.mouse.click(x, y)
    page.wait_for_function("() => window.timed.read")
    page.wait_for_selector(IDLE)
    return float(page.evaluate("() => window.timed.read"))


def measure(url: str, repeats: int) -> dict[str, float]:
    """Opens, filters and clicks; milliseconds, kilobytes and seconds."""
    dice = random.Random(11)  # noqa: S311 - a repeatable draw, not a secret
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(120_000)
        opened = []
        for _ in range(3):
            start = time.perf_counter()
            page.goto(url)
            page.wait_for_selector(".tl[data-drawn]")
            opened.append(time.perf_counter() - start)
        socket = Socket(page.context.new_cdp_session(page))
        page.evaluate(WATCH)
        filters, clicks = [], []
        for number in range(repeats):
            words = f"{VERBS[number % len(VERBS)]} {PLACES[dice.randrange(len(PLACES))]} {'-' * (number // len(VERBS))}"
            filters.append(filtered(page, socket, words.strip()))
            clicks.append(clicked(page, dice))
        browser.close()
    return {
        "open_s": min(opened),
        "open_first_s": opened[0],
        "filter_ms_p50": statistics.median(one["filter"] for one in filters),
        "filter_ms_p95": p95([one["filter"] for one in filters]),
        "rerun_ms_p95": p95([one["rerun"] for one in filters]),
        "payload_kb_per_filter": statistics.median(one["kb"] for one in filters),
        "click_ms_p50": statistics.median(clicks),
        "click_ms_p95": p95(clicks),
    }


def prepared(events: int) -> Path:
    """The store of that many events, built unless one with the columns of today is there."""
    columns = "".join(str(schema.columns(name)) for name in schema.TABLES)
    root = Path(tempfile.gettempdir()) / "timeline-benchmark" / f"{events}-{zlib.crc32(columns.encode()):08x}"
    if not (root / "complete").exists():
        shutil.rmtree(root, ignore_errors=True)
        build(root, events)
        (root / "complete").touch()
    return root


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    root = prepared(options.events)
    with serving(root) as url:
        found = {"events": options.events} | {
            name: round(value, 1) for name, value in measure(url, options.repeats).items()
        }
    for name, value in found.items():
        print(f"{name:24}{value:>12,}")
    if options.json:
        options.json.write_text(json.dumps(found) + "\n", "utf-8")


if __name__ == "__main__":
    main()
