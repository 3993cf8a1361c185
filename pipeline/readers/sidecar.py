"""The sidecar `name.json` beside `name.txt`: url, outlet, published, title, author. Unknown keys are ignored."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from pipeline.readers.published import parse_published
from pipeline.readers.reading import Metadata, ReadError

KEYS = ("url", "outlet", "title", "author", "language", "digest_of")


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of `path` would stand."""
    return path.with_suffix(".json")


def read_sidecar(path: Path) -> Metadata:
    """What the sidecar of the article `path` says; empty metadata where there is none.

    Raises:
        ReadError: when it cannot be read, is no JSON object, or a value is no text or an impossible date.
    """
    sidecar = sidecar_of(path)
    if sidecar == path or not sidecar.is_file():
        return Metadata()
    try:
        content = json.loads(sidecar.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise ReadError(f"{sidecar}:{error.lineno}: is no JSON ({error.msg}): correct it or remove it") from error
    except (RecursionError, ValueError) as error:
        raise ReadError(f"{sidecar}: is no JSON in UTF-8: correct it or remove it") from error
    except OSError as error:
        raise ReadError(f"{sidecar}: cannot be read ({error.strerror}): allow reading it or remove it") from error
    if not isinstance(content, dict):
        raise ReadError(f"{sidecar}: must hold one JSON object with the keys published, {', '.join(KEYS)}")
    return from_keys({k: _text(sidecar, k, v) for k, v in content.items()}, str(sidecar), sidecar.name)


def _text(sidecar: Path, key: str, value: object) -> str | None:
    if value is None or key not in {*KEYS, "published"}:
        return None
    if not isinstance(value, str):
        raise ReadError(f"{sidecar}: key {key!r} must be text in quotation marks, not {value!r:.80}")
    return value.encode("utf-8", "replace").decode("utf-8")


def from_keys(values: dict[str, str | None], where: str, origin: str, lines: dict[str, int] | None = None) -> Metadata:
    """Metadata from plain keys. `where` names the file in errors, `origin` in the trace; `lines` count from 1.

    Raises:
        ReadError: when `published` is no date.
    """
    kept = {key: (values.get(key) or "").strip() or None for key in (*KEYS, "published")}
    said = Metadata(
        outlet=kept["outlet"],
        title=kept["title"],
        url=kept["url"],
        author=kept["author"],
        language=kept["language"],
        digest_of=kept["digest_of"],
    )
    published = kept["published"]
    if published is None:
        return said
    try:
        interval = parse_published(published)
    except ValueError as error:
        line = f":{lines['published']}" if lines else ""
        raise ReadError(f"{where}{line}: key 'published': {published!r:.80} is {error}") from error
    return replace(said, published=interval, published_from=f"key 'published' of {origin}: {published}")
