"""Where fetched pages stand: one file each with a sidecar that says its address; written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.fetching.problem import FetchError

FOLDER = "fetched"
_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Card:
    """What is remembered of an address: what the server said, where the page stands, which entries of a feed are known.

    `etag` and `modified` are the server's own words, sent back to it so that it need not send the same again.
    """

    url: str
    file: str | None = None
    etag: str | None = None
    modified: str | None = None
    entries: Mapping[str, str] = field(default_factory=dict)
    """For a feed: each entry's id, and the address it gave."""

    def conditions(self) -> dict[str, str]:
        """Request headers by which the server can answer that nothing has changed."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in found.items() if value}


class Shelf:
    """The pages of one store."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER

    def card(self, url: str) -> Card | None:
        """What is remembered of the address; None when nothing is, or it cannot be read."""
        try:
            return Card(**json.loads(self._card(url).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, card: Card, content: bytes, suffix: str, *, said: Mapping[str, str]) -> Path:
        """Put the page on the shelf under its address; `said` becomes the sidecar that readers know.

        Raises:
            FetchError: when it cannot be written.
        """
        path = self._page(card.url, suffix)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(path, content)
            _write(path.with_suffix(".json"), json.dumps(dict(said), ensure_ascii=False).encode())
        except OSError as error:
            raise _unwritable(path, error) from None
        self.note(Card(card.url, path.name, card.etag, card.modified, card.entries))
        return path

    def note(self, card: Card) -> None:
        """Remember what is known of an address.

        Raises:
            FetchError: when it cannot be written.
        """
        path = self._card(card.url)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(asdict(card), ensure_ascii=False).encode())
        except OSError as error:
            raise _unwritable(path, error) from None

    def page(self, card: Card) -> Path | None:
        """The page of an address, when it still stands."""
        path = self.folder / Path(card.file).name if card.file else None
        return path if path and path.is_file() else None

    def _page(self, url: str, suffix: str) -> Path:
        parts = urlsplit(url)
        words = _LETTERS.sub("-", f"{parts.hostname} {parts.path}".lower()).strip("-")[:80]
        return self.folder / f"{words}-{_digest(url)}{suffix}"

    def _card(self, url: str) -> Path:
        return self.folder / ".cards" / f"{_digest(url)}.json"


def _unwritable(path: Path, error: OSError) -> FetchError:
    return FetchError(
        f"{path}: cannot be written ({error.strerror}); allow writing to it, or choose another store with --store"
    )


def _digest(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
