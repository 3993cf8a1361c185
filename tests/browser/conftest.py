"""A real Chromium in front of a real server. A request to anywhere but this machine is recorded."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.views.stores import write
from tests.views.story import story

ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000
"""Milliseconds that a busy machine gets before a page is called wrong."""
expect.set_options(timeout=PATIENCE)
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def executable() -> str | None:
    """The path of an installed Chromium."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = executable()
    if found is None:
        pytest.skip("no Chromium here; install one with:  sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _started(server: subprocess.Popen[str], url: str) -> None:
    """Waits until the server says where it listens, and asks it once whether it is well."""
    assert server.stdout
    for line in server.stdout:
        if "URL:" in line:
            break
    else:
        raise RuntimeError(f"the server ended with code {server.wait()}")
    with urllib.request.urlopen(f"{url}/_stcore/health", timeout=20) as answer:  # noqa: S310 - our own address
        assert answer.status == 200


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and its process."""

    url: str
    pid: int


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The dashboard's address while it serves the store."""
    with running(store) as server:
        yield server.url


@contextmanager
def running(store: Path, *, script: str = "dashboard.py") -> Iterator[Server]:
    """A server of the store, with the dashboard or another Streamlit script of this repository."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    environment = os.environ | {"TIMELINE_STORE": str(store), "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    url = f"http://localhost:{port}"
    try:
        _started(server, url)
        yield Server(url, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(write(tmp_path_factory.mktemp("browser") / "store", story())) as url:
        yield url


@dataclass
class Reader:
    """Somebody in front of the page, and what they can do there."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    """Every request to somewhere that is not this machine."""

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.address}/{query}")
        self.settled()
        self.page.wait_for_selector(".tl[data-drawn]")

    def settled(self) -> None:
        self.page.wait_for_selector(IDLE)

    def chart(self, script: str, argument: Any = None) -> Any:
        """Runs a function of the plot's element and an argument."""
        return self.page.locator(".tl-plot").evaluate(script, argument)

    def view(self) -> list[str]:
        range_: list[str] = self.chart("plot => plot._fullLayout.xaxis.range.map(String)")
        return range_

    def spot(self, n: int) -> tuple[float, float]:
        """Where the mark of an event stands on the screen, by its rank."""
        x, y = self.chart(
            """(plot, n) => {
                const trace = plot.data.find((one) => one.name === "events"), k = trace.customdata.indexOf(n);
                const box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
                const x = xaxis._offset + xaxis.d2p(trace.x[k]), y = yaxis._offset + yaxis.d2p(trace.y[k]);
                return [box.left + x, box.top + y];
            }""",
            n,
        )
        return float(x), float(y)

    def click(self, n: int) -> None:
        x, y = self.spot(n)
        self.page.mouse.move(x - 3, y)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)


SIZE = {"width": 1280, "height": 860}


@pytest.fixture(scope="session")
def common(chromium: Browser) -> Iterator[BrowserContext]:
    """The browser of everybody who asks for nothing special: the page's own scripts are fetched and compiled once."""
    context = chromium.new_context(viewport=SIZE)
    yield context
    context.close()


@pytest.fixture
def reader(chromium: Browser, common: BrowserContext, address: str) -> Iterator[Callable[..., Reader]]:
    """Opens a page with the given browser settings (viewport, color_scheme, timezone_id), in a browser of its own."""
    opened: list[Page | BrowserContext] = []

    def sit_down(**settings: Any) -> Reader:
        context = chromium.new_context(**{"viewport": SIZE} | settings) if settings else common
        someone = Reader(context.new_page(), address)
        opened.append(context if settings else someone.page)
        someone.page.set_default_timeout(PATIENCE)
        someone.page.on(
            "request",
            lambda request: (
                someone.outside.append(request.url)
                if urlsplit(request.url).hostname not in {"localhost", "127.0.0.1", None}
                else None
            ),
        )
        return someone

    yield sit_down
    for each in opened:
        each.close()
