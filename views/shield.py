"""What every answer of the server tells the browser: load nothing from another host, run nothing that is not ours.

Source of the directives: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
import sys
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def _inline_scripts() -> str:
    """The scripts that stand in Streamlit's own page, by hash; any other inline script is refused."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_bytes()
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE.findall(page))
    return " ".join(f"'sha256-{found}'" for found in hashes)


POLICY: dict[str, str] = {
    "default-src": "'self'",
    "script-src": f"'self' blob: {_inline_scripts()}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "media-src": "'self' blob:",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}

HEADERS: dict[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Shield:
    """ASGI middleware: adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and the answer back with the headers."""

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, shielded)


MIDDLEWARE = (Middleware(Shield),)


def warn_when_exposed() -> None:
    """Says on standard error that others can reach the page, when the server listens to more than this machine."""
    address = st.get_option("server.address")
    if is_exposed(address):
        sys.stderr.write(
            f"warning: the dashboard listens on {address or 'every address of this computer'}: anyone who can reach it "
            "can read the store and add articles, without a password. Without --server.address only this computer can "
            "reach it. List the host names that others use in --server.allowedHosts.\n"
        )


def is_exposed(address: str | None) -> bool:
    """Whether a server at this address can be reached from another machine. None is every address."""
    if address is None:
        return True
    try:
        return not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address.rstrip(".").lower() != "localhost"
