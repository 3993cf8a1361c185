"""Articles handed in through the page: kept beside the store's tables, read by the pipeline, an outcome for each.

They are kept, in a folder named by their content, because a source must be somewhere to be read again: the same article
handed in twice is then found unchanged, and two of one name never overwrite each other. What is not read is not kept.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import textwrap
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline import store, words
from pipeline.model import Issue
from pipeline.readers.source import printable
from pipeline.store import StoreError

Ingest = Callable[[Sequence[Path], Path], Sequence[Issue]]
"""Reads files into the store at a path, and returns what was odd."""

FOLDER = "received"
LONGEST_TITLE = 120
"""Characters of a first line that becomes a title."""
LONGEST_NAME = 80
"""Characters kept of a name."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was handed in. `name` is anybody's writing; `said` is what its sender says about it."""

    name: str
    content: bytes
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article, and why or with what."""

    name: str
    fate: Literal["read", "unchanged", "copy", "skipped"]
    remark: str


def safe_name(name: str) -> str:
    """A file name made of the letters, digits, spaces, dots, hyphens and underscores of any name.

    "../../etc/passwd" -> "passwd"; "a<b>.TXT" -> "a_b_.txt".
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    kept = "".join(letter if letter.isalnum() or letter in " ._-" else "_" for letter in last).strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return (stem[:LONGEST_NAME] + dot + suffix[:10].lower() if dot else suffix[:LONGEST_NAME]) or "article"


def pasted(text: str, *, title: str = "", outlet: str = "", published: str = "") -> Article:
    """An article from a pasted text; without a title it is called by its first line."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    first = next((line for line in lines if line), "")
    called = title.strip() or textwrap.shorten(first, LONGEST_TITLE, placeholder=" …")
    name = called.replace(".", " ").strip()[:60] or "pasted"
    said = {"title": called, "outlet": outlet, "published": published}
    return Article(f"{name}.txt", text.encode("utf-8", "replace"), said)


def receive(root: Path, articles: Sequence[Article], ingest: Ingest) -> list[Outcome]:
    """Keeps the articles, reads them into the store, and says what came of each.

    Raises:
        StoreError: when the store cannot be written; nothing handed in is kept then.
    """
    kept: dict[Path, Article] = {}
    try:
        before = _held(root)
        for article in articles:
            kept[_keep(root, article)] = article
        issues = ingest([*kept], root)
        after = _held(root)
    except (OSError, StoreError) as problem:
        for path in kept:
            if not _is_held(root, path):
                shutil.rmtree(path.parent, ignore_errors=True)
        if isinstance(problem, StoreError):
            raise
        raise StoreError(f"{root}: cannot be written ({problem.strerror}); allow writing to this folder") from problem
    outcomes = {path: _outcome(path, article, issues, before, after) for path, article in kept.items()}
    for path, outcome in outcomes.items():
        if outcome.fate in {"copy", "skipped"}:
            shutil.rmtree(path.parent, ignore_errors=True)
    return [*outcomes.values()]


def _keep(root: Path, article: Article) -> Path:
    said = json.dumps({key: value for key, value in article.said.items() if value.strip()}, sort_keys=True)
    name = safe_name(article.name)
    content = hashlib.sha256(b"\0".join((name.encode(), said.encode(), article.content)))
    folder = root / FOLDER / content.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(article.content)
    if said != "{}":
        path.with_suffix(".json").write_text(said, "utf-8")
    return path


@dataclass(frozen=True, slots=True)
class _Held:
    reading: str
    remark: str


def _held(root: Path) -> dict[str, _Held]:
    """For every source in the store: which reading of it, and what was made of it."""
    columns = ["source_uri", "reading", "published_start", "published_end", "outlet"]
    return {
        row["source_uri"]: _Held(row["reading"], _made_of(row))
        for row in store.load(root).documents.select(columns).to_pylist()
    }


def _made_of(row: Mapping[str, Any]) -> str:
    dates = row["published_start"], row["published_end"]
    day = "day of publication not known" if dates == (None, None) else f"published {words.span(*dates)}"
    return f"{row['outlet'] or 'outlet not known'}, {day}"


def _is_held(root: Path, path: Path) -> bool:
    try:
        return printable(path) in _held(root)
    except StoreError:
        return False


def _outcome(
    path: Path, article: Article, issues: Sequence[Issue], before: Mapping[str, _Held], after: Mapping[str, _Held]
) -> Outcome:
    source = printable(path)
    about = [issue for issue in issues if issue.source_uri == source]
    # Where an article is kept means nothing to its reader: what is left of such a path is the name.
    kept = re.compile(re.escape(printable(path.parent.parent)) + r"/[0-9a-f]+/")
    said = "; ".join(kept.sub("", issue.message).removeprefix(f"{path.name}: ") for issue in about)
    if any(issue.severity == "skipped" for issue in about):
        return Outcome(article.name, "skipped", said)
    if source not in after:
        return Outcome(article.name, "copy", said or "the store holds this article from another place")
    if source in before and before[source].reading == after[source].reading:
        return Outcome(article.name, "unchanged", "the store holds exactly this article")
    return Outcome(article.name, "read", "; ".join(part for part in (after[source].remark, said) if part))
