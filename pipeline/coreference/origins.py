"""Which articles are copies of one text: a wire report that ten outlets print has one origin."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.coreference.wording import WORD
from pipeline.model import Document
from pipeline.settings.coreference import COREFERENCE_AGENCY_SHARE, COREFERENCE_COPY_DAYS, COREFERENCE_COPY_SHARE

SHINGLE = 6
"""Words in a row that are compared."""
FEWEST = 3
"""Sampled shingles that two cuttings of one report share at least; fewer may be one quotation."""
SAMPLE = 8
"""One shingle in this many is kept: enough to estimate a share, and few to hold."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """An article with the sample of its shingles."""

    document: Document
    sketch: frozenset[int]


def origins(documents: Iterable[Document]) -> dict[str, str]:
    """doc_id -> the doc_id of the first article, by date and name, that has nearly the same text.

    Of one agency's report outlets print more or less; when they name it, what stands in the longer text is a copy too.
    """
    ordered = sorted(documents, key=_order)
    known = {document.doc_id: _Seen(document, _sketch(document.text)) for document in ordered}
    holders: dict[int, str] = {}
    found: dict[str, str] = {}
    for document in ordered:
        found[document.doc_id] = origin = _origin(document, holders, known) or document.doc_id
        if origin == document.doc_id:
            for shingle in known[document.doc_id].sketch:
                holders.setdefault(shingle, origin)
    return found


def _origin(document: Document, holders: Mapping[int, str], known: Mapping[str, _Seen]) -> str | None:
    one = known[document.doc_id]
    shared = Counter(holders[shingle] for shingle in one.sketch if shingle in holders)
    for twin, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        other = known[twin]
        if count >= COREFERENCE_COPY_SHARE.number * max(len(one.sketch), len(other.sketch)):
            return twin
        if _one_report(one.document, other.document) and _held(one.sketch, other.sketch):
            return twin
    return None


def _one_report(one: Document, other: Document) -> bool:
    """Whether both carry a report of the same agency, and were published within a few days of each other."""
    first, second = one.published, other.published
    if one.agency is None or one.agency != other.agency or first is None or second is None:
        return False
    starts = (first.start, second.start)
    return None not in starts and abs(starts[0] - starts[1]) < COREFERENCE_COPY_DAYS.number  # type: ignore[operator]


def _held(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether most of the shorter text stands in the longer: an outlet prints the first paragraphs of a report."""
    both = [frozenset(value for value in sketch if value % SAMPLE == 0) for sketch in (one, other)]
    short, long = sorted(both, key=len)
    return len(short & long) >= max(FEWEST, COREFERENCE_AGENCY_SHARE.number * len(short))


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
