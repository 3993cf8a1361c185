"""How a source is called on the page: by its file and what it is within it, or by its web address."""

from __future__ import annotations


def called(source_uri: str) -> str:
    """`/home/me/feed.xml#https://example.org/3` -> "feed.xml#https://example.org/3"; a web address stays whole."""
    file, mark, within = source_uri.partition("#")
    return source_uri if "://" in file else f"{file.rsplit('/', 1)[-1]}{mark}{within}"
