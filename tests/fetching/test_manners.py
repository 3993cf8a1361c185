"""What a site asks of programs is obeyed."""

from __future__ import annotations

from tests.fetching.run import Run
from tests.fetching.server import Site


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
    assert "robots.txt could not be fetched" in run.reason(site.put("/a"))
