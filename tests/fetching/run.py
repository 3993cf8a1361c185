"""One run of fetching into one store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.fetching import Fetcher
from pipeline.model import Issue


class Run:
    """One run of fetching into one store; the pauses it asked for instead of making them."""

    def __init__(self, root: Path, **options: Any) -> None:
        self.root, self.pauses = root, list[float]()
        self.options = {"allow_private": True, "refresh": False} | options

    def fetch(self, *urls: str) -> list[Path | Issue]:
        with Fetcher(self.root, wait=self.pauses.append, **self.options) as fetcher:
            return list(fetcher.fetch(urls))

    def reason(self, url: str) -> str:
        (found,) = self.fetch(url)
        assert isinstance(found, Issue)
        assert found.severity == "skipped"
        assert "\n" not in found.message
        return found.message
