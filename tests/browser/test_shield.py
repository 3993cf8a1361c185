"""What an article smuggles in loads and runs nothing: the browser itself refuses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, Reader, _free_port

pytestmark = pytest.mark.browser

SMUGGLE = """async () => {
  window.blocked = [];
  document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.effectiveDirective));
  new Image().src = "http://127.0.0.1:9/pixel.png";
  await fetch("http://127.0.0.1:9/").catch(() => {});
  await fetch("data:text/plain,x").catch(() => {});
  const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
  add("script", { src: "http://127.0.0.1:9/x.js" });
  add("script", { textContent: "window.smuggled = true" });
  add("iframe", { src: "http://127.0.0.1:9/" });
  add("link", { rel: "stylesheet", href: "http://127.0.0.1:9/x.css" });
  add("object", { data: "http://127.0.0.1:9/x.svg" });
  add("video", { src: "http://127.0.0.1:9/x.mp4" });
  try { new WebSocket("ws://127.0.0.1:9/"); } catch {}
  try { new Worker("http://127.0.0.1:9/x.js"); } catch {}
  setTimeout("window.smuggled = true");
  document.body.insertAdjacentHTML("beforeend", "<a id=s onclick='window.smuggled = true'>x</a>");
  document.querySelector("#s").click();
}"""

COMPLETE = "(refused) => refused.every((one) => window.blocked.includes(one))"


REFUSED = [
    "img-src",
    "connect-src",
    "script-src-elem",
    "script-src-attr",
    "script-src",
    "frame-src",
    "style-src-elem",
    "object-src",
    "media-src",
]


def test_nothing_foreign_loads_and_nothing_inline_runs(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open()
    someone.page.evaluate(SMUGGLE)
    someone.page.wait_for_function(COMPLETE, arg=REFUSED)
    assert someone.page.evaluate("window.smuggled") is None


def test_the_page_itself_breaks_no_rule(reader: Callable[..., Reader]) -> None:
    someone = reader()
    complaints: list[str] = []
    someone.page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    someone.open()
    someone.click(0)
    someone.settled()
    assert [text for text in complaints if "Content Security Policy" in text] == []
    assert someone.outside == []


def test_whoever_opens_the_page_to_others_is_warned(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(_free_port())]
    server = subprocess.Popen(
        [*command, "--server.address", "127.0.0.1"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert server.stdout
    next(line for line in server.stdout if "URL:" in line)
    server.terminate()
    assert "warning" not in server.communicate(timeout=20)[1]
