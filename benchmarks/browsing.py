"""One reader in a real Chromium: opens a page, filters, clicks; on the timeline, and on the plain page beside it."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import TimeoutError as TooLong

from tests.browser.conftest import IDLE

PATIENCE = 60_000
"""Milliseconds after which a page counts as unable to draw."""


@dataclass(frozen=True, slots=True)
class Subject:
    """How to tell on a page, in JavaScript, that something is there; `timed` is what the measurement keeps."""

    opened: str
    """CSS of what shows that the first chart is drawn."""
    drawn: str
    """True once the chart of the words `timed.key` is drawn."""
    passage: str
    """The text that changes when a passage is shown."""
    spots: str
    """A function of nothing that gives the places of marks on the screen."""


TIMELINE = Subject(
    opened=".tl[data-drawn]",
    drawn='document.querySelector(".tl")?.dataset.drawn.includes(timed.key)',
    passage='document.querySelector(".rd-title")?.textContent ?? ""',
    spots="""() => {
        const plot = document.querySelector(".tl-plot"), box = plot.getBoundingClientRect();
        const trace = plot.data.find((one) => one.name === "events"), { xaxis, yaxis } = plot._fullLayout;
        const left = box.left + xaxis._offset, top = box.top + yaxis._offset;
        return trace.x.map((day, k) => k).filter((k) => trace.marker.size[k] > 8)
          .map((k) => [left + xaxis.d2p(trace.x[k]), top + yaxis.d2p(trace.y[k])])
          .filter(([x]) => x > left && x < box.right);
    }""",
)
PLAIN = Subject(
    opened=".js-plotly-plot .xtick",
    drawn='[...document.querySelectorAll(".gtitle")].some((one) => one.textContent === `[${timed.key}]`)',
    passage='document.querySelector("[data-testid=stMarkdown]")?.textContent ?? ""',
    spots="""() => {
        const plot = document.querySelector(".js-plotly-plot"), box = plot.getBoundingClientRect();
        const { xaxis, yaxis } = plot._fullLayout, { x, y } = plot._fullData[0];
        const left = box.left + xaxis._offset, top = box.top + yaxis._offset;
        return Array.from({ length: Math.min(400, x.length) }, (_, k) => k)
          .map((k) => [left + xaxis.d2p(x[k]), top + yaxis.d2p(y[k])]);
    }""",
)

_WATCH = """({ drawn, passage }) => {
  window.timed = {};
  const seen = { drawn: new Function("timed", `return ${drawn}`), passage: new Function(`return ${passage}`) };
  const look = () => {
    const { from, key, before } = window.timed;
    if (from === undefined) return;
    const now = performance.now() - from;
    if (key !== undefined && seen.drawn(window.timed)) window.timed.drawn ??= now;
    if (before !== undefined && seen.passage() !== before) window.timed.read ??= now;
  };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document.body, all);
  const app = document.querySelector("[data-testid=stApp]");
  let busy = null;
  new MutationObserver(() => {
    const running = app.dataset.testScriptState === "running";
    if (running) busy ??= performance.now();
    else if (busy !== null) { window.timed.rerun = performance.now() - busy; busy = null; }
  }).observe(app, { attributes: true });
  window.passageNow = seen.passage;
  addEventListener("keydown", (event) => { if (event.key === "Enter") window.timed.from = performance.now(); }, true);
  addEventListener("mousedown", () => { window.timed.from = performance.now(); }, true);
}"""


class Socket:
    """Counts the bytes that the server sends."""

    def __init__(self, session: CDPSession) -> None:
        self.received = 0
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._frame)

    def _frame(self, event: dict[str, Any]) -> None:
        data = event["response"]["payloadData"]
        self.received += len(data) * (3 / 4 if event["response"]["opcode"] == 2 else 1)


def _filtered(page: Page, socket: Socket, words: str) -> dict[str, float]:
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


def _clicked(page: Page, subject: Subject, dice: random.Random) -> float | None:
    """Clicks a mark in sight and waits for its passage."""
    spots = page.evaluate(subject.spots)
    if not spots:
        return None
    x, y = dice.choice(spots)
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(120)  # Plotly's own hover, which its clicks need, comes that late
    page.evaluate("() => { window.timed = { before: window.passageNow() }; }")
    page.mouse.click(x, y)
    page.wait_for_function("() => window.timed.read")
    page.wait_for_selector(IDLE)
    return float(page.evaluate("() => window.timed.read"))


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def measure(browser: Browser, url: str, subject: Subject, words: list[str]) -> dict[str, float | None]:
    """Opens, then filters by each of the words and clicks; milliseconds, kilobytes and seconds.

    `open_first_s` is the first page after the server's start, with the store still on disk; `open_s` is the median of
    the next three. A figure is None where the page did not draw within PATIENCE.
    """
    dice = random.Random(11)  # noqa: S311 - a repeatable draw, not a secret
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.set_default_timeout(PATIENCE)
    opened, filters, clicks = [], [], []
    try:
        for _ in range(4):
            start = time.perf_counter()
            page.goto(url, wait_until="commit")
            page.wait_for_selector(subject.opened, timeout=4 * PATIENCE)
            opened.append(time.perf_counter() - start)
        page.wait_for_selector(IDLE)
        socket = Socket(page.context.new_cdp_session(page))
        page.evaluate(_WATCH, {"drawn": subject.drawn, "passage": subject.passage})
        for each in words:
            filters.append(_filtered(page, socket, each))
            clicks.append(_clicked(page, subject, dice))
    except TooLong:
        pass  # what was measured until then stands
    finally:
        page.close()
    return _summed(opened, filters, [click for click in clicks if click is not None])


def _summed(opened: list[float], filters: list[dict[str, float]], clicks: list[float]) -> dict[str, float | None]:
    column = {name: [one[name] for one in filters] for name in ("filter", "rerun", "kb")}
    return {
        "open_s": statistics.median(opened[1:]) if len(opened) > 1 else None,
        "open_first_s": opened[0] if opened else None,
        "filter_ms_p50": statistics.median(column["filter"]) if filters else None,
        "filter_ms_p95": p95(column["filter"]) if filters else None,
        "busy_ms_p95": p95(column["rerun"]) if filters else None,
        "payload_kb_per_filter": statistics.median(column["kb"]) if filters else None,
        "click_ms_p50": statistics.median(clicks) if clicks else None,
        "click_ms_p95": p95(clicks) if clicks else None,
    }
