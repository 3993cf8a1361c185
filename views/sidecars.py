"""Sidecars among the files handed in: `name.json` with `name.txt` says what is known of that article."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from pipeline.readers import READERS
from views.received import Article

SIDECAR = ".json"
SINGLE = tuple(suffix for reader in READERS if reader.sidecar for suffix in reader.suffixes)
"""What files of one article end in."""


def joined(articles: Sequence[Article]) -> list[Article]:
    """The articles, each sidecar gone into the article it stands beside; what a person typed goes before it.

    A file ending in .json that is no JSON object, or has no article of its name beside it, stays what it is: it may be
    a table of articles.
    """
    told = {_stem(one): said for one in articles if (said := _object(one)) is not None}
    beside = {_stem(one) for one in articles if is_single(one.name)} & told.keys()
    return [
        replace(one, said=told.get(_stem(one), {}) | dict(_typed(one))) if is_single(one.name) else one
        for one in articles
        if not (_is_sidecar(one) and _stem(one) in beside)
    ]


def is_single(name: str) -> bool:
    """Whether a file of that name holds one article."""
    return name.lower().endswith(SINGLE)


def _is_sidecar(article: Article) -> bool:
    return article.name.lower().endswith(SIDECAR)


def _stem(article: Article) -> str:
    return PurePath(article.name).stem


def _typed(article: Article) -> dict[str, Any]:
    return {key: value for key, value in article.said.items() if value}


def _object(article: Article) -> dict[str, Any] | None:
    """What a sidecar holds; None for any other file."""
    if not _is_sidecar(article):
        return None
    try:
        held = json.loads(article.content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None
