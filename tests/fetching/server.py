"""A news site on this machine, with its moods: slow, endless, turning in circles."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Ministers meet in Minsk</title>
<meta property="article:published_time" content="2022-07-05T10:00:00+03:00"></head><body><article>
<h1>Ministers meet in Minsk</h1>
<p>MINSK, July 5, 2022 - Sergei Lavrov met Vladimir Makei in Minsk on Monday, officials of both countries said.</p>
<p>The two ministers signed a plan of joint work and spoke of trade between the two countries for about an hour.</p>
</article></body></html>"""


@dataclass
class Page:
    """An answer of the site."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stream: Callable[[], Iterator[bytes]] | None = None


class Site:
    """Pages by path, and a note of every request: path and headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self.url = ""

    def put(self, path: str, body: str | bytes = ARTICLE, **other: object) -> str:
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(content, **other)  # type: ignore[arg-type]
        return self.url + path

    def feed(self, path: str, links: dict[str, str], **other: object) -> str:
        items = "".join(
            f"<item><guid>{key}</guid><link>{link}</link><title>t</title></item>" for key, link in links.items()
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'
        return self.put(path, body, **{"kind": "application/rss+xml"} | other)


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.heads.append(dict(self.headers))
            page = site.pages.get(self.path, Page(b"no such page", "text/plain", 404))
            etag = page.headers.get("ETag")
            unchanged = etag is not None and self.headers.get("If-None-Match") == etag
            self.send_response(304 if unchanged else page.status)
            for name, value in {"Content-Type": page.kind, **page.headers}.items():
                self.send_header(name, value)
            if page.stream is None:
                self.send_header("Content-Length", str(0 if unchanged else len(page.body)))
            self.end_headers()
            try:
                for piece in page.stream() if page.stream else ([] if unchanged else [page.body]):
                    self.wfile.write(piece)
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
