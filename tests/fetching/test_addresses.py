"""What must never be asked, whatever it is called. Nothing of this reaches a network: names are looked up here."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetching import addresses as checking
from pipeline.fetching import requests as requesting
from tests.fetching.run import Run
from tests.fetching.server import Site

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
    assert any(why in reason for why in ("not a public internet address", "could not be found", "Invalid IPv4 address"))


def test_a_name_without_an_address_is_told_in_plain_words(tmp_path: Path) -> None:
    reason = Run(tmp_path, allow_private=False).reason("http://no-such-name.invalid/")
    assert reason.endswith("no-such-name.invalid: could not be found; check the spelling and the network")


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
    assert "not a public internet address" in run.reason(f"http://news.example:{port}/a")
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
    with pytest.raises(Exception, match="not a public internet address"):
        network.connect_tcp("rebind.example", port)
    assert connected == ["93.184.215.14"]


@pytest.mark.parametrize("text", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_asked(text: str) -> None:
    assert checking.is_public(checking.ipaddress.ip_address(text))
