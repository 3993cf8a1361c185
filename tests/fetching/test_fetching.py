"""Fetching, against a site on this machine: limits, manners, resuming, feeds read in part."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import store
from pipeline.__main__ import main
from pipeline.fetching import Fetcher
from pipeline.fetching import addresses as checking
from pipeline.fetching import requests as requesting
from pipeline.model import Issue
from tests.fetching.server import ARTICLE, Site, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


class Run:
    """One run of fetching into one store; the pauses it asked for instead of making them."""

    def __init__(self, root: Path, **options: Any) -> None:
        self.root, self.pauses = root, list[float]()
        self.options = {"allow_private": True, "refresh": False} | options

    def fetch(self, *urls: str) -> list[Path | Issue]:
        with Fetcher(self.root, wait=self.pauses.append, **self.options) as fetcher:
            return list(fetcher.fetch(urls))

    def reason(self, url: str) -> str:
        (found,) = self.fetch(url)
        assert isinstance(found, Issue)
        assert found.severity == "skipped"
        assert "\n" not in found.message
        return found.message


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "store")


def test_a_page_is_put_on_the_shelf_with_its_address(site: Site, run: Run) -> None:
    url = site.put("/news/2022/meeting.html")
    (page,) = run.fetch(url + "#comments")
    assert isinstance(page, Path)
    assert page.read_text("utf-8") == ARTICLE
    assert json.loads(page.with_suffix(".json").read_text("utf-8")) == {"url": url}
    assert site.asked == ["/robots.txt", "/news/2022/meeting.html"]


def test_nothing_is_sent_that_tells_who_asks(site: Site, run: Run) -> None:
    run.fetch(site.put("/a"))
    assert all(set(head) <= {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"} for head in site.heads)


def test_a_page_on_the_shelf_is_not_fetched_again(site: Site, run: Run) -> None:
    urls = [site.put(f"/{name}") for name in "abc"]
    run.fetch(urls[0], urls[1])
    site.asked.clear()
    assert all(isinstance(found, Path) for found in run.fetch(*urls))
    assert site.asked == ["/robots.txt", "/c"]


def test_refresh_asks_whether_it_changed(site: Site, tmp_path: Path) -> None:
    url = site.put("/a", headers={"ETag": '"one"'})
    Run(tmp_path).fetch(url)
    again = Run(tmp_path, refresh=True)
    (page,) = again.fetch(url)
    assert site.heads[-1]["If-None-Match"] == '"one"'
    site.put("/a", ARTICLE.replace("Monday", "Tuesday"), headers={"ETag": '"two"'})
    (page,) = again.fetch(url)
    assert isinstance(page, Path)
    assert "Tuesday" in page.read_text("utf-8")


def test_robots_are_obeyed(site: Site, run: Run) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\nCrawl-delay: 4\n", kind="text/plain")
    assert "robots.txt" in run.reason(site.put("/private/a"))
    assert "/private/a" not in site.asked
    run.fetch(site.put("/open"), site.put("/too"))
    assert max(run.pauses) > 3  # seconds that the site asked for


def test_a_site_that_asks_for_long_pauses_is_left(site: Site, run: Run) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 600\n", kind="text/plain")
    assert "600 seconds" in run.reason(site.put("/a"))


def test_robots_that_cannot_be_had_forbid(site: Site, run: Run) -> None:
    site.put("/robots.txt", "", status=503)
    assert "robots.txt cannot be had" in run.reason(site.put("/a"))


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_a_page_that_is_not_there_is_named(site: Site, run: Run, status: int) -> None:
    assert f"status {status}" in run.reason(site.put("/a", status=status))


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "application/octet-stream", ""])
def test_what_is_no_article_is_named(site: Site, run: Run, kind: str) -> None:
    assert "pages, plain text, PDF and feeds" in run.reason(site.put("/a", b"\x89PNG", kind=kind))


def test_redirects_are_followed_and_not_for_ever(site: Site, run: Run) -> None:
    site.put("/end")
    site.put("/b", status=302, headers={"Location": "/end"})
    url = site.put("/a", status=301, headers={"Location": "/b"})
    (page,) = run.fetch(url)
    assert isinstance(page, Path)
    assert json.loads(page.with_suffix(".json").read_text("utf-8")) == {"url": f"{site.url}/end"}
    circle = site.put("/circle", status=302, headers={"Location": "/circle"})
    assert "more than 5 redirects" in run.reason(circle)


def test_a_page_larger_than_allowed_is_named(site: Site, run: Run) -> None:
    endless = site.put("/endless", stream=lambda: itertools.repeat(b"x" * 65_536))
    assert "larger than" in run.reason(endless)


def test_a_bomb_is_not_unpacked(site: Site, run: Run) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000
    assert "larger than" in run.reason(site.put("/bomb", bomb, headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress"])
def test_packing_that_was_not_asked_for_is_refused(site: Site, run: Run, packing: str) -> None:
    assert "not asked for" in run.reason(site.put("/a", b"...", headers={"Content-Encoding": packing}))


def test_an_answer_cut_short_is_named(site: Site, run: Run) -> None:
    url = site.put("/a", b"", headers={"Content-Length": "100"}, stream=lambda: iter([b"only this"]))
    assert "cannot be fetched" in run.reason(url)


def test_a_server_that_is_not_there_is_named(run: Run) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert "cannot be fetched" in run.reason(f"http://127.0.0.1:{port}/")


def test_one_bad_address_costs_no_other(site: Site, run: Run) -> None:
    found = run.fetch("http://nowhere.invalid/", site.put("/a"), "http://127.0.0.1:1/")
    assert [type(each) for each in found] == [Issue, type(Path()), Issue]


def test_a_feed_brings_its_new_entries_only(site: Site, run: Run) -> None:
    links = {key: site.put(f"/{key}") for key in ("one", "two")}
    feed = site.feed("/feed", links, headers={"ETag": '"1"'})
    assert len(run.fetch(feed)) == 2
    site.asked.clear()
    assert len(run.fetch(feed)) == 2
    assert site.heads[-1]["If-None-Match"] == '"1"'
    assert site.asked == ["/robots.txt", "/feed"]
    site.feed("/feed", links | {"three": site.put("/three")}, headers={"ETag": '"2"'})
    site.asked.clear()
    assert len(run.fetch(feed)) == 3
    assert site.asked == ["/robots.txt", "/feed", "/three"]


def test_an_entry_that_fails_is_named_and_tried_again(site: Site, run: Run) -> None:
    links = {"one": site.put("/one"), "two": f"{site.url}/two"}
    feed = site.feed("/feed", links, headers={"ETag": '"1"'})
    assert [type(each) for each in run.fetch(feed)] == [type(Path()), Issue]
    site.put("/two")
    assert all(isinstance(each, Path) for each in run.fetch(feed))


def test_a_feed_of_feeds_ends(site: Site, run: Run) -> None:
    feed = site.feed("/feed", {"self": f"{site.url}/feed", "other": f"{site.url}/other"})
    site.feed("/other", {"back": feed})
    found = run.fetch(feed)
    assert found
    assert all(isinstance(each, Issue) for each in found)


def test_a_feed_with_entities_is_refused(site: Site, run: Run) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    assert "declares entities" in run.reason(site.put("/feed", bomb, kind="application/rss+xml"))


def test_a_broken_shelf_costs_a_second_request(site: Site, run: Run) -> None:
    url = site.put("/a")
    run.fetch(url)
    for card in (run.root / "fetched" / ".cards").iterdir():
        card.write_bytes(b"{half")
    assert isinstance(run.fetch(url)[0], Path)


def test_ingest_takes_addresses(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.put("/news/meeting")
    root = tmp_path / "store"
    assert main(["ingest", url, "--store", str(root)]) == 2
    assert "--allow-private lets it be asked" in capsys.readouterr().err
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
        late = threading.Timer(120, watching.kill)
        late.start()
        assert watching.stdout.readline().startswith("watching")
        (folder / "walk.txt").write_text("Vladimir Putin visited Minsk on May 3, 2021.\n", "utf-8")
        assert watching.stdout.readline().startswith("read       1 new")
        os.kill(watching.pid, signal.SIGINT)
        out, err = watching.communicate()
        late.cancel()
    assert watching.returncode == 0, err
    assert "watching has ended; the store is whole" in out
    assert "Traceback" not in err
    assert store.load(root).documents.num_rows == 1


# What must never be asked, whatever it is called. Nothing of this reaches a network: names are looked up here.

INSIDE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
]


@pytest.mark.parametrize("url", INSIDE)
def test_addresses_inside_are_not_asked(url: str, tmp_path: Path) -> None:
    run = Run(tmp_path, allow_private=False)
    reason = run.reason(url)
    assert any(why in reason for why in ("not of the public internet", "has no address", "Invalid IPv4 address"))


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


def test_a_redirect_to_the_inside_is_not_followed(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site plays a public host: the first look-up passes, the redirect's own target is checked again."""
    secret = site.put("/secret")
    port = site.url.rsplit(":", 1)[1]
    site.put("/a", status=302, headers={"Location": secret})
    plain = checking.checked

    def one_public_host(host: str, at: int, *, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if host == "news.example" else plain(host, at, allow_private=allow_private)

    monkeypatch.setattr(checking, "checked", one_public_host)
    run = Run(tmp_path, allow_private=False)
    assert "not of the public internet" in run.reason(f"http://news.example:{port}/a")
    assert "/secret" not in site.asked


def test_a_name_that_changes_its_answer_gains_nothing(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: whatever is looked up is checked, and what was checked is connected to, in one step."""
    port = int(site.url.rsplit(":", 1)[1])
    answers = iter(["93.184.215.14"])
    looked_up: list[str] = []

    def resolver(host: str, at: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers, "127.0.0.1"), at))]

    connected: list[str] = []

    class Wire:
        def connect_tcp(self, host: str, *_: object) -> None:
            connected.append(host)
            raise requesting.httpcore.ConnectError("stands for a public host that is down")

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    network = checking.CheckedNetwork(allow_private=False)
    network.inner = Wire()  # type: ignore[assignment]
    with pytest.raises(requesting.httpcore.ConnectError):
        network.connect_tcp("rebind.example", port)
    assert (looked_up, connected) == (["rebind.example"], ["93.184.215.14"])
    with pytest.raises(Exception, match="not of the public internet"):
        network.connect_tcp("rebind.example", port)
    assert connected == ["93.184.215.14"]


@pytest.mark.parametrize("text", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_asked(text: str) -> None:
    assert checking.is_public(checking.ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        "http://h/../../etc/passwd",
        "http://h/%2e%2e/%2e%2e/x",
        "http://h/a\x00b",
        "http://h/" + "x" * 5000,
        "http://h/.hidden",
    ],
)
def test_no_address_names_a_file_off_the_shelf(tmp_path: Path, url: str) -> None:
    from pipeline.fetching.shelf import Card, Shelf

    shelf = Shelf(tmp_path)
    page = shelf.keep(Card(url), b"x", ".html", said={})
    assert page.parent == tmp_path / "fetched"
    assert not page.name.startswith(".")
    assert shelf.page(Card(url, "../../etc/passwd")) is None
