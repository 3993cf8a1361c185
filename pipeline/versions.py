"""Versions of one article: the newest of the dated ones is in use, the others are kept and tell no events.

Two articles are versions of one when they have the same address, or when one outlet brings nearly the same text within
days. Texts alike under two addresses are two articles (a daily report that changes its numbers), unless their titles
are the same. The outcome hangs on the articles, not on the order in which they were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pipeline.model import Document, Issue
from pipeline.readers.fingerprint import PERMUTATIONS, SCHEME, fingerprint, likeness, values
from pipeline.settings.versions import VERSION_DAYS, VERSION_LIKENESS
from pipeline.vocabulary import STATED


@dataclass(frozen=True, slots=True)
class Superseded:
    """An article that is a version of `newest` and not in use, and why."""

    document: Document
    newest: Document
    because: str


def superseded(documents: Sequence[Document]) -> tuple[Superseded, ...]:
    """Every document that a newer version has taken the place of, in the order given."""
    if len(documents) < 2:
        return ()
    documents = [_printed(document) for document in documents]
    groups = _Groups(documents)
    for one, other, because in [*_same_address(documents), *_alike(documents)]:
        groups.join(one, other, because)
    return tuple(
        Superseded(document, newest, _because(document, newest, groups.because[document.doc_id]))
        for document in documents
        if (newest := groups.newest(document)) is not document
    )


def issue(old: Superseded, fate: str) -> Issue:
    """What is said of an article that a newer version has taken the place of, and what has become of it."""
    where = old.document.source_uri
    message = f"{where}: is another version of {old.newest.source_uri}; {fate}: {old.because}"
    return Issue(where, "versions", "warning", message)


class _Groups:
    """Documents joined to groups of versions (union-find)."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.by_id = {document.doc_id: document for document in documents}
        self.parent = {document.doc_id: document.doc_id for document in documents}
        self.because: dict[str, str] = {}
        self.found: dict[str, Document] = {}

    def root(self, doc_id: str) -> str:
        while self.parent[doc_id] != doc_id:
            self.parent[doc_id] = doc_id = self.parent[self.parent[doc_id]]
        return doc_id

    def join(self, one: Document, other: Document, because: str) -> None:
        for document in (one, other):
            self.because.setdefault(document.doc_id, because)
        self.parent[max(self.root(one.doc_id), self.root(other.doc_id))] = min(
            self.root(one.doc_id), self.root(other.doc_id)
        )

    def newest(self, document: Document) -> Document:
        if not self.found:
            for each in self.by_id.values():
                root = self.root(each.doc_id)
                if root not in self.found or _age(each) > _age(self.found[root]):
                    self.found[root] = each
        return self.found[self.root(document.doc_id)]


def _printed(document: Document) -> Document:
    """The document with its fingerprint, which one that is in no store has not got yet."""
    return document if document.fingerprint else replace(document, fingerprint=fingerprint(document.text))


def _because(document: Document, newest: Document, because: str) -> str:
    return because if _is_dated(document) or not _is_dated(newest) else f"{because}, and only that one has a date"


def _is_dated(document: Document) -> bool:
    """Whether more than its text says when it was published."""
    return document.published_basis in STATED


def _age(document: Document) -> tuple[bool, int, int, int, str]:
    """Orders versions: a dated one before all others, then the last change, publication and length, and the name."""
    published = document.published.end or 0 if document.published else 0
    changed = document.modified.toordinal() + 1 if document.modified else published
    return _is_dated(document), changed, published, len(document.text), document.doc_id


def _same_address(documents: Iterable[Document]) -> Iterator[tuple[Document, Document, str]]:
    first: dict[str, Document] = {}
    for document in documents:
        if address := address_of(document.url):
            held = first.setdefault(address, document)
            if held is not document:
                yield held, document, f"both are at {address}"


def address_of(url: str | None) -> str | None:
    """What tells an article by its address: host and path, and the query unless it only tells who led there."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = "&".join(
        pair for pair in parts.query.split("&") if pair and not pair.startswith(("utm_", "fbclid", "gclid"))
    )
    if not host or not (path or query):
        return None
    return f"{host}{path}{'?' if query else ''}{query}"


def _alike(documents: Sequence[Document]) -> Iterator[tuple[Document, Document, str]]:
    """Pairs of one outlet with nearly the same text, found without comparing each with each."""
    candidates = [document for document in documents if document.outlet and document.fingerprint]
    if len(candidates) < 2:
        return
    # Loaded with the second article: it brings a large library of its own.
    import numpy as np
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=VERSION_LIKENESS.number, num_perm=PERMUTATIONS)
    by_id: dict[str, Document] = {}
    for document in candidates:
        hashes = np.array(values(document.fingerprint), dtype=np.uint64)
        sketch = MinHash(PERMUTATIONS, seed=1, hashvalues=hashes, scheme=SCHEME)
        for twin in sorted(index.query(sketch)):
            if _is_version(by_id[twin], document):
                yield by_id[twin], document, f"{document.outlet} brings nearly the same text within days"
        if document.doc_id not in by_id:
            by_id[document.doc_id] = document
            index.insert(document.doc_id, sketch)


def _is_version(one: Document, other: Document) -> bool:
    if one.outlet != other.outlet or likeness(one.fingerprint, other.fingerprint) < VERSION_LIKENESS.number:
        return False
    here, there = address_of(one.url), address_of(other.url)
    if here and there and here != there and one.title != other.title:
        return False
    return _days_apart(one, other) <= VERSION_DAYS.number


def _days_apart(one: Document, other: Document) -> int:
    """Days between the two publications; 0 where one of them is not known."""
    if one.published is None or other.published is None:
        return 0
    gap = max(
        (one.published.start or 0) - (other.published.end or 0), (other.published.start or 0) - (one.published.end or 0)
    )
    return max(0, gap + 1)
