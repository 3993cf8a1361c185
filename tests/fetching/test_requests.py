"""One request keeps its limits, follows redirects to web pages only, and tells nothing of who asks."""

from __future__ import annotations

import gzip
import itertools
import json
import socket
from pathlib import Path

import pytest

from tests.fetching.run import Run
from tests.fetching.server import Site


def test_nothing_is_sent_that_tells_who_asks(site: Site, run: Run) -> None:
    run.fetch(site.put("/a"))
    assert site.heads
    assert all(set(head) <= {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"} for head in site.heads)


def test_redirects_are_followed_and_not_for_ever(site: Site, run: Run) -> None:
    site.put("/end")
    site.put("/b", status=302, headers={"Location": "/end"})
    url = site.put("/a", status=301, headers={"Location": "/b"})
    (page,) = run.fetch(url)
    assert isinstance(page, Path)
    assert json.loads(page.with_suffix(".json").read_text("utf-8")) == {"url": f"{site.url}/end"}
    circle = site.put("/circle", status=302, headers={"Location": "/circle"})
    assert "more than 5 redirects" in run.reason(circle)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1/",
        "//127.0.0.1/",
        "http://user:word@127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://127.0.0.1:25/",
        "http://127.0.0.1:99999/",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_leads_only_to_web_pages(site: Site, run: Run, address: str) -> None:
    url = site.put("/a", status=302, headers={"Location": address})
    site.asked.clear()
    assert "/a" in run.reason(url) or "127.0.0.1" in run.reason(url)
    assert set(site.asked) <= {"/robots.txt", "/a"}


def test_an_address_without_a_host_is_said(run: Run) -> None:
    assert "without a host" in run.reason("http://")


def test_a_page_larger_than_allowed_is_named(site: Site, run: Run) -> None:
    endless = site.put("/endless", stream=lambda: itertools.repeat(b"x" * 65_536))
    assert "larger than" in run.reason(endless)


def test_a_bomb_is_not_unpacked(site: Site, run: Run) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000
    assert "larger than" in run.reason(site.put("/bomb", bomb, headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress"])
def test_packing_that_was_not_asked_for_is_refused(site: Site, run: Run, packing: str) -> None:
    assert "was not requested" in run.reason(site.put("/a", b"...", headers={"Content-Encoding": packing}))


def test_an_answer_cut_short_is_named(site: Site, run: Run) -> None:
    url = site.put("/a", b"", headers={"Content-Length": "100"}, stream=lambda: iter([b"only this"]))
    assert "could not be fetched" in run.reason(url)


def test_a_server_that_is_not_there_is_named(run: Run) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert "could not be fetched" in run.reason(f"http://127.0.0.1:{port}/")
