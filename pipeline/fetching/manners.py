"""Manners: robots.txt is obeyed, and a host is asked one thing at a time with a pause in between (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
from protego import Protego

from pipeline.fetching.problem import FetchError
from pipeline.fetching.requests import AGENT, get
from pipeline.settings.fetching import FETCH_LONGEST_PAUSE, FETCH_PAUSE

_ROBOTS_MOST = 512_000
"""Bytes of a robots.txt that are read; the standard asks for at least this many."""


class Manners:
    """What the hosts of one run want, and when each was asked last."""

    def __init__(self, web: httpx.Client, *, wait: Callable[[float], object] = time.sleep) -> None:
        self.web = web
        self.wait = wait
        self.rules: dict[str, Protego] = {}
        self.asked: dict[str, float] = {}

    def allowed(self, url: str) -> None:
        """Waits for the host's turn.

        Raises:
            FetchError: when robots.txt forbids the address, cannot be had, or asks for pauses that are too long.
        """
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        rules = self._rules(origin)
        if not rules.can_fetch(url, AGENT):
            raise FetchError(
                f"{url}: the site's robots.txt asks programs not to read this page; open it in a browser and save it"
            )
        pause = max(FETCH_PAUSE.number, rules.crawl_delay(AGENT) or 0)
        if pause > FETCH_LONGEST_PAUSE.number:
            raise FetchError(
                f"{url}: the site asks for {pause:.0f} seconds between requests; open it in a browser and save it"
            )
        self._turn(origin, pause)

    def _rules(self, origin: str) -> Protego:
        if origin not in self.rules:
            self._turn(origin, FETCH_PAUSE.number)
            answer = get(self.web, f"{origin}/robots.txt", allowed=lambda _: None, limit=_ROBOTS_MOST)
            if answer.status >= 500:
                raise FetchError(
                    f"{origin}: its robots.txt could not be fetched (status {answer.status}); try again later"
                )
            text = answer.content.decode("utf-8", "replace") if answer.status == 200 else ""
            self.rules[origin] = Protego.parse(text)
        return self.rules[origin]

    def _turn(self, origin: str, pause: float) -> None:
        now = time.monotonic()
        due = self.asked.get(origin, now - pause) + pause
        if due > now:
            self.wait(due - now)
        self.asked[origin] = max(now, due)
