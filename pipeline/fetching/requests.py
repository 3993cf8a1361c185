"""One request, within limits: time, size, redirects, kinds of content; nothing is sent that tells who asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from pipeline.fetching.addresses import CheckedNetwork
from pipeline.fetching.problem import FetchError
from pipeline.settings.fetching import FETCH_MAX_BYTES, FETCH_REDIRECTS, FETCH_TIMEOUT, FETCH_TOTAL

AGENT = "event-timeline"
_ENCODINGS = "gzip, deflate"
_MOVED = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `url` is where it came from in the end; `kind` the content type without its parameters."""

    url: str
    status: int
    kind: str
    headers: Mapping[str, str]
    content: bytes


Allowed = Callable[[str], None]
"""Asked before each request, redirects included; raises FetchError for an address that must not be asked."""


def client(*, allow_private: bool) -> httpx.Client:
    """A client that connects to checked addresses only, and takes no proxy or password from the environment."""
    transport = httpx.HTTPTransport(trust_env=False)
    # The pool is replaced before it is used: httpx offers no other way to choose how connections are made.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        network_backend=CheckedNetwork(allow_private=allow_private),
        max_connections=4,
    )
    headers = {"User-Agent": AGENT, "Accept-Encoding": _ENCODINGS}
    return httpx.Client(transport=transport, timeout=FETCH_TIMEOUT.number, headers=headers, trust_env=False)


def get(
    web: httpx.Client, url: str, *, allowed: Allowed, headers: Mapping[str, str] | None = None, limit: int | None = None
) -> Answer:
    """The answer to a GET request, redirects followed one by one.

    Raises:
        FetchError: with the address and the reason, when there is none within the limits.
    """
    asked = url
    for _ in range(int(FETCH_REDIRECTS.number) + 1):
        _has_sense(asked, first=url)
        allowed(asked)
        answer = _once(web, asked, headers or {}, limit or int(FETCH_MAX_BYTES.number))
        if answer.status not in _MOVED or "location" not in answer.headers:
            return answer
        asked = urljoin(asked, answer.headers["location"])
    raise FetchError(f"{url}: more than {FETCH_REDIRECTS.number:.0f} redirects; open it in a browser and save the page")


def _has_sense(url: str, *, first: str) -> None:
    """Only plain web addresses, without a password in them, on the ports of the web or above 1023."""
    leads = "names" if url == first else "redirects to"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{first}: {leads} {url}, which is not a valid address ({error})") from None
    if parts.scheme not in {"http", "https"}:
        raise FetchError(f"{first}: {leads} {url}; only http and https addresses are fetched")
    if not parts.hostname:
        raise FetchError(f"{first}: {leads} an address without a host; one is such as https://example.org/news")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{first}: {leads} an address with a user name or password, which are never sent")
    if port is not None and port < 1024 and port not in {80, 443}:
        raise FetchError(f"{first}: {leads} port {port}, which web pages do not use")


def _once(web: httpx.Client, url: str, headers: Mapping[str, str], limit: int) -> Answer:
    try:
        with web.stream("GET", url, headers=dict(headers), follow_redirects=False) as response:
            content = b"" if response.status_code in _MOVED else _body(response, url, limit)
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Answer(str(response.url), response.status_code, kind, dict(response.headers), content)
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.ProtocolError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FetchError(
            f"{url}: could not be fetched ({reason}); try again later, or save the page from a browser"
        ) from None


def _body(response: httpx.Response, url: str, limit: int) -> bytes:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise FetchError(
            f"{url}: arrived compressed as “{encoding}”, which was not requested; save the page from a browser"
        )
    pieces, size, start = list[bytes](), 0, time.monotonic()
    for piece in response.iter_bytes(65_536):
        size += len(piece)
        if size > limit:
            raise FetchError(f"{url}: is larger than {limit:,} bytes; save the part you need as a file")
        if time.monotonic() - start > FETCH_TOTAL.number:
            raise FetchError(f"{url}: takes longer than {FETCH_TOTAL.number:.0f} seconds; try again later")
        pieces.append(piece)
    return b"".join(pieces)
