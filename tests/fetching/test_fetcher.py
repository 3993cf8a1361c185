"""Pages and feeds onto the shelf: what is fetched again, what is named, what goes on after a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.model import Issue
from tests.fetching.run import Run
from tests.fetching.server import ARTICLE, Site


def test_a_page_is_put_on_the_shelf_with_its_address(site: Site, run: Run) -> None:
    url = site.put("/news/2022/meeting.html")
    (page,) = run.fetch(url + "#comments")
    assert isinstance(page, Path)
    assert page.read_text("utf-8") == ARTICLE
    assert json.loads(page.with_suffix(".json").read_text("utf-8")) == {"url": url}
    assert site.asked == ["/robots.txt", "/news/2022/meeting.html"]


def test_a_page_on_the_shelf_is_not_fetched_again(site: Site, run: Run) -> None:
    urls = [site.put(f"/{name}") for name in "abc"]
    run.fetch(urls[0], urls[1])
    site.asked.clear()
    assert [type(found) for found in run.fetch(*urls)] == [type(Path())] * 3
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


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_a_page_that_is_not_there_is_named(site: Site, run: Run, status: int) -> None:
    assert f"status {status}" in run.reason(site.put("/a", status=status))


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "application/octet-stream", ""])
def test_what_is_no_article_is_named(site: Site, run: Run, kind: str) -> None:
    assert "pages, plain text, PDF and feeds" in run.reason(site.put("/a", b"\x89PNG", kind=kind))


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
    assert [type(each) for each in run.fetch(feed)] == [type(Path())] * 2


def test_a_feed_of_feeds_ends(site: Site, run: Run) -> None:
    feed = site.feed("/feed", {"self": f"{site.url}/feed", "other": f"{site.url}/other"})
    site.feed("/other", {"back": feed})
    found = run.fetch(feed)
    assert found
    assert all(isinstance(each, Issue) for each in found)


def test_a_feed_with_entities_is_refused(site: Site, run: Run) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    assert "declares XML entities" in run.reason(site.put("/feed", bomb, kind="application/rss+xml"))
