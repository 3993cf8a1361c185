"""Pages and feeds, one address at a time; whatever goes wrong with one costs no other."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

import feedparser

from pipeline.fetching import requests
from pipeline.fetching.manners import Manners
from pipeline.fetching.problem import FetchError
from pipeline.fetching.requests import NOT_MODIFIED, Answer
from pipeline.fetching.shelf import Card, Shelf
from pipeline.model import Issue
from pipeline.settings.fetching import FETCH_ENTRIES

_FEED = re.compile(rb"(?:<\?[^>]*>|<!--.*?-->|\s)*<(?:rss|feed|rdf:rdf)\b", re.DOTALL)
_ADDRESS = re.compile(r"^https?:/{1,2}", re.IGNORECASE)

PAGES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
"""Kinds of content that are articles, and the suffix by which a reader knows them."""

FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
    }
)


def is_address(text: str) -> bool:
    """Whether a command's argument is a web address and no path."""
    return bool(_ADDRESS.match(text))


class Fetcher:
    """Fetches for one run: it knows each host's wishes and the store's shelf."""

    def __init__(
        self, root: Path, *, allow_private: bool, refresh: bool, wait: Callable[[float], object] = time.sleep
    ) -> None:
        self.web = requests.client(allow_private=allow_private)
        self.manners = Manners(self.web, wait=wait)
        self.shelf = Shelf(root)
        self.refresh = refresh

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.web.close()

    def fetch(self, urls: Iterable[str]) -> Iterator[Path | Issue]:
        """The page of each address; of a feed, the pages of its new entries, and then those fetched before."""
        for url in dict.fromkeys(_plain(url) for url in urls):
            try:
                yield from self._one(url)
            except FetchError as error:
                yield _issue(url, str(error))

    def _one(self, url: str, *, in_feed: bool = False) -> Iterator[Path | Issue]:
        card = self.shelf.card(url) or Card(url)
        page = self.shelf.page(card)
        if page and not self.refresh:
            yield page
            return
        answer = requests.get(self.web, url, allowed=self.manners.allowed, headers=card.conditions())
        if answer.status == NOT_MODIFIED:
            yield from self._as_before(card, page)
        elif answer.status != 200:
            raise FetchError(f"{url}: the server answered with status {answer.status}; check the address")
        elif (suffix := PAGES.get(answer.kind)) and not _looks_like_a_feed(answer):
            new = Card(url, None, answer.headers.get("etag"), answer.headers.get("last-modified"))
            yield self.shelf.keep(new, answer.content, suffix, said={"url": answer.url})
        elif (answer.kind in FEEDS or _looks_like_a_feed(answer)) and not in_feed:
            yield from self._feed(card, answer)
        else:
            kind = answer.kind or "no kind of content"
            raise FetchError(f"{url}: is “{kind}”; only web pages, plain text, PDF and feeds are read")

    def _as_before(self, card: Card, page: Path | None) -> Iterator[Path | Issue]:
        if page:
            yield page
        for link in dict.fromkeys(card.entries.values()):
            if found := self._shelved(link):
                yield found

    def _feed(self, card: Card, answer: Answer) -> Iterator[Path | Issue]:
        """New entries are noted one by one, as soon as their page is on the shelf: a stopped run misses none."""
        entries = _entries(answer)
        if not entries:
            raise FetchError(f"{card.url}: has no entries with a web address; check that it is a feed")
        known = dict(card.entries)
        for entry, link in entries[: int(FETCH_ENTRIES.number)]:
            if known.get(entry) == link and (page := self._shelved(link)):
                yield page
                continue
            try:
                yield from self._one(_plain(link), in_feed=True)
            except FetchError as error:
                yield _issue(link, str(error))
                continue
            known[entry] = link
            self.shelf.note(Card(card.url, None, None, None, known))
        if len(entries) > FETCH_ENTRIES.number:
            yield _issue(card.url, f"{card.url}: only the first {FETCH_ENTRIES.number:.0f} entries are read", "warning")
        every = all(known.get(entry) == link for entry, link in entries)
        # While an entry is missing, the server must send the feed again next time.
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        self.shelf.note(Card(card.url, None, etag if every else None, modified if every else None, known))

    def _shelved(self, link: str) -> Path | None:
        card = self.shelf.card(_plain(link))
        return self.shelf.page(card) if card else None


def _plain(url: str) -> str:
    """The address without its fragment, which servers never see; a Path's single slash after the scheme is mended."""
    return re.sub(r"^(https?):/+", r"\1://", url.partition("#")[0], flags=re.IGNORECASE)


def _looks_like_a_feed(answer: Answer) -> bool:
    return _FEED.match(answer.content[:1_000].lstrip().lower()) is not None


def _entries(answer: Answer) -> list[tuple[str, str]]:
    """Id and address of each entry. The text is parsed without looking anything up."""
    if b"<!entity" in answer.content[:65_536].lower():
        raise FetchError(
            f"{answer.url}: declares XML entities, which feeds do not need and attacks use, so it was not read"
        )
    parsed = feedparser.parse(answer.content, response_headers={"content-location": answer.url})
    found = [(str(entry.get("id") or entry.get("link")), str(entry.get("link"))) for entry in parsed.entries]
    return [(entry, link) for entry, link in found if is_address(link)]


def _issue(url: str, message: str, severity: str = "skipped") -> Issue:
    return Issue(url, "fetching", "warning" if severity == "warning" else "skipped", message)
