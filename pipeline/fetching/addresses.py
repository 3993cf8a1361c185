"""Which hosts may be asked: public ones only, so that an address in an article never reaches into the user's network.

A name is looked up once and the very address that was checked is connected to: a name that answers differently the
second time (DNS rebinding) gains nothing. Source: OWASP, Server Side Request Forgery Prevention.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import httpcore

from pipeline.fetching.problem import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_OUTSIDE = tuple(ipaddress.ip_network(net) for net in ("64:ff9b:1::/48", "192.88.99.0/24", "2002::/16", "2001::/32"))
"""Ranges that carry other addresses inside, or local translation: never a news site's own."""


def is_public(address: Address) -> bool:
    """Whether the address is of the public internet, looking through IPv4 inside IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    if any(address.version == net.version and address in net for net in _OUTSIDE):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def checked(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, all of them allowed.

    Names go through the system's resolver, which also reads 127.1, 2130706433 and 0x7f000001 as what they are.

    Raises:
        FetchError: when the name has no address, or one that is not public and not allowed.
    """
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise FetchError(f"{host}: could not be found; check the spelling and the network") from None
    addresses = sorted(found)
    refused = [text for text in addresses if not is_public(ipaddress.ip_address(text.partition("%")[0]))]
    if refused and not allow_private:
        raise FetchError(
            f"{host}: is {refused[0]}, which is not a public internet address; use --allow-private to fetch from it"
        )
    return addresses


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to addresses that were checked just before, under whatever name they were asked for."""

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first checked address of `host` that answers."""
        addresses = checked(host, port, allow_private=self.allow_private)
        for address in addresses[:-1]:
            try:
                return self.inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self.inner.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)
