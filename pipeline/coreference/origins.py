"""Which articles are copies of one text: a wire report that ten outlets print has one origin."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.coreference.profile import WORD
from pipeline.model import Document
from pipeline.settings.coreference import COREFERENCE_COPY_SHARE

SHINGLE = 6
"""Words in a row that are compared."""
SAMPLE = 8
"""One shingle in this many is kept: enough to estimate a share, and few to hold."""


def origins(documents: Iterable[Document]) -> dict[str, str]:
    """doc_id -> the doc_id of the first article, by date and name, that has nearly the same text."""
    ordered = sorted(documents, key=_order)
    sketches = {document.doc_id: _sketch(document.text) for document in ordered}
    holders: dict[int, str] = {}
    found: dict[str, str] = {}
    for document in ordered:
        sketch = sketches[document.doc_id]
        found[document.doc_id] = origin = _origin(sketch, holders, sketches) or document.doc_id
        if origin == document.doc_id:
            for shingle in sketch:
                holders.setdefault(shingle, origin)
    return found


def _origin(sketch: frozenset[int], holders: dict[int, str], sketches: dict[str, frozenset[int]]) -> str | None:
    shared = Counter(holders[shingle] for shingle in sketch if shingle in holders)
    for twin, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if count >= COREFERENCE_COPY_SHARE.number * max(len(sketch), len(sketches[twin])):
            return twin
    return None


def _order(document: Document) -> tuple[int, str, str]:
    published = document.published.start if document.published else None
    return (published or 0, document.name, document.doc_id)


def _sketch(text: str) -> frozenset[int]:
    words: Sequence[str] = WORD.findall(text.lower())
    spans = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    hashes = {zlib.crc32(span.encode("utf-8", "surrogatepass")) for span in spans}
    kept = frozenset(value for value in hashes if value % SAMPLE == 0)
    # A text of a few lines may have no shingle in the sample; then all of them are kept.
    return kept if len(kept) >= SAMPLE else frozenset(hashes)
