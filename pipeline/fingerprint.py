"""One short text that changes with whatever may change a reading: our code, our data, the libraries installed."""

from __future__ import annotations

import functools
import hashlib
from importlib import metadata
from pathlib import Path

HOME = Path(__file__).resolve().parent
DATA = HOME.parent / "data"
_KINDS = frozenset({".py", ".csv", ".yaml", ".yml", ".json", ".txt"})
_NO_RULES = ("store", "stores", "sample")
"""Folders of data/ that hold articles and tables, not rules and knowledge."""


@functools.cache
def program() -> str:
    """The fingerprint of this program as it runs here; takes some hundredths of a second, once."""
    found = hashlib.sha256()
    for path in sorted([*HOME.rglob("*.py"), *_rules()]):
        found.update(path.relative_to(HOME.parent).as_posix().encode() + b"\0" + path.read_bytes())
    for name, version in sorted({(each.name, each.version) for each in metadata.distributions()}):
        found.update(f"{name}=={version}\n".encode())
    return found.hexdigest()[:16]


def _rules() -> list[Path]:
    folders = [folder for folder in DATA.iterdir() if folder.is_dir() and folder.name not in _NO_RULES]
    return [path for folder in folders for path in folder.rglob("*") if path.suffix in _KINDS and path.is_file()]
