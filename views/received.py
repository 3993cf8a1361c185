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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline import store, words
from pipeline.model import Issue
from pipeline.readers.lines import is_title, without_dateline
from pipeline.readers.source import printable
from pipeline.store import NothingYetError, StoreError

Ingest = Callable[[Sequence[Path], Path], Sequence[Issue]]
"""Reads files into the store at a path, and returns what was odd."""

FOLDER = "received"
LONGEST_OPENING = 60
"""Characters of a title or a first line that become the name of a file."""
MOST_REMARKS = 5
"""Remarks told of one file; an archive may give thousands."""
LONGEST_NAME = 80
"""Characters kept of a name."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was handed in. `name` is anybody's writing; `said` are the keys of its sidecar."""

    name: str
    content: bytes
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article, and why or with what."""

    name: str
    fate: Literal["read", "unchanged", "copy", "skipped"]
    remark: str
    sources: tuple[str, ...] = ()
    """The articles of the store that it is now, by source."""
    undated: tuple[str, ...] = ()
    """Those of them, by document, whose day of publication nothing tells."""


def safe_name(name: str) -> str:
    """A file name made of the letters, digits, spaces, dots, hyphens and underscores of any name.

    "../../etc/passwd" -> "passwd"; "a<b>.TXT" -> "a_b_.txt".
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    kept = "".join(letter if letter.isalnum() or letter in " ._-" else "_" for letter in last).strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return (stem[:LONGEST_NAME] + dot + suffix[:10].lower() if dot else suffix[:LONGEST_NAME]) or "article"


def pasted(text: str, *, title: str = "", outlet: str = "", published: str = "") -> Article:
    """An article from a pasted text, titled as is said, else by its first line if that is set as a title.

    A text that begins with a sentence has no title; the file is called by its opening words.
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    first = next((line for line in lines if line), "").lstrip("# ")
    called = title.strip() or (first if is_title(first) else "")
    opening = " ".join(re.findall(r"[\w-]*\w", called or without_dateline(first)))
    name = textwrap.shorten(opening, LONGEST_OPENING, placeholder="") or "pasted"
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
    said = json.dumps({key: value for key, value in article.said.items() if value != ""}, sort_keys=True)
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
    doc_id: str
    reading: str
    remark: str
    dated: bool


def _held(root: Path) -> dict[str, _Held]:
    """For every source in the store: which reading of it, and what was made of it."""
    columns = ["source_uri", "doc_id", "reading", "published_start", "published_end", "outlet"]
    try:
        rows = store.load(root).documents.select(columns).to_pylist()
    except NothingYetError:
        return {}
    return {row["source_uri"]: _Held(row["doc_id"], row["reading"], _made_of(row), _is_dated(row)) for row in rows}


def _is_dated(row: Mapping[str, Any]) -> bool:
    return (row["published_start"], row["published_end"]) != (None, None)


def _made_of(row: Mapping[str, Any]) -> str:
    dates = row["published_start"], row["published_end"]
    day = f"published {words.span(*dates)}" if _is_dated(row) else "publication date not known"
    return f"{row['outlet'] or 'outlet not known'}, {day}"


def _is_held(root: Path, path: Path) -> bool:
    try:
        return bool(_of_file(path, _held(root)))
    except StoreError:
        return False


def _of_file(path: Path, held: Iterable[str]) -> list[str]:
    """The sources that are this file, or articles within it: `feed.xml#entry`."""
    source = printable(path)
    return [uri for uri in held if uri == source or uri.startswith(f"{source}#")]


def _outcome(
    path: Path, article: Article, issues: Sequence[Issue], before: Mapping[str, _Held], after: Mapping[str, _Held]
) -> Outcome:
    about = [issue for issue in issues if _of_file(path, [issue.source_uri])]
    said = _said(path, about)
    held = _of_file(path, after)
    if not held and any(issue.severity == "skipped" for issue in about):
        return Outcome(article.name, "skipped", said)
    if not held:
        return Outcome(article.name, "copy", said or "the store already has this article from another source")
    if all(uri in before and before[uri].reading == after[uri].reading for uri in held):
        return Outcome(article.name, "unchanged", "the store already has exactly this article", tuple(held))
    made = after[held[0]].remark if len(held) == 1 else words.count(len(held), "article")
    undated = tuple(after[uri].doc_id for uri in held if not after[uri].dated)
    return Outcome(article.name, "read", "; ".join(part for part in (made, said) if part), tuple(held), undated)


def _said(path: Path, about: Sequence[Issue]) -> str:
    """What was odd, in the words of the pipeline. Where an article is kept means nothing to a reader."""
    kept = re.compile(re.escape(printable(path.parent.parent)) + r"/[0-9a-f]+/")
    told = [kept.sub("", issue.message).removeprefix(f"{path.name}: ") for issue in about]
    more = [f"and {len(told) - MOST_REMARKS} more"] if len(told) > MOST_REMARKS else []
    return "; ".join([*told[:MOST_REMARKS], *more])
