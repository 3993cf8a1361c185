"""The same text again: which texts the store has from which files, and which articles are left out as copies.

Of the files of one outlet that hold the same text the first that dates it is kept, or the first where none does. The
same text from another outlet stays: that others carry it is news too, and it counts as one origin later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import readers, store
from pipeline.model import Document, Issue
from pipeline.readers.source import printable
from pipeline.store import Batch
from pipeline.vocabulary import STATED

STAGE = "ingestion"
"""The stage of the issues that name copies."""

Text = tuple[str, str | None]
"""Hash of a text and the outlet that carries it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A source that holds a text, and whether more than the text itself says when it was published."""

    source: str
    dated: bool


@dataclass(slots=True)
class Kept:
    """Which source each text is kept from, and the texts that were kept from another before."""

    holders: dict[Text, Holder] = field(default_factory=dict)
    beaten: dict[str, Text] = field(default_factory=dict)

    def claim(self, text: Text, holder: Holder) -> None:
        """Keep the text from this holder, if no one has it or he is the first to date it."""
        first = self.holders.setdefault(text, holder)
        if holder.dated and not first.dated:
            self.holders[text] = holder
            self.beaten[first.source] = text

    def has_moved(self, text: Text, holder: Holder) -> bool:
        """Whether this holder lost the text, or took it over from another."""
        return self.source(text) != holder.source or text in self.beaten.values()

    def source(self, text: Text) -> str:
        """Where the text is kept from."""
        return self.holders[text].source


Held = tuple[Text, Holder]
"""A text that the store has, and whom it has it from."""


def held_texts(root: Path, files: Sequence[Path]) -> tuple[dict[str, list[Held]], Kept]:
    """For each of the files the texts that the store has from it; and whom all other texts are kept from."""
    again = frozenset(printable(path) for path in files)
    held, kept = defaultdict[str, list[Held]](list), Kept()
    for row in store.texts(root):
        text, holder = claim_of(row)
        file = file_of(holder.source, again)
        if file is None:
            kept.claim(text, holder)
        else:
            held[file].append((text, holder))
    return held, kept


def claim_of(row: Mapping[str, str]) -> Held:
    """What a row of the table of documents claims."""
    return (row["text_hash"], row["outlet"]), Holder(row["source_uri"], row["published_basis"] in STATED)


def claimed_by(document: Document) -> Held:
    """What a document claims."""
    holder = Holder(document.source_uri, document.published_basis in STATED)
    return (readers.text_hash(document), document.outlet), holder


def file_of(source_uri: str, files: frozenset[str]) -> str | None:
    """Which of the files a document is or lies in: `news.zip#a.html` lies in `news.zip`."""
    parts = source_uri.split("#")
    names = ("#".join(parts[:cut]) for cut in range(1, len(parts) + 1))
    return next((name for name in names if name in files), None)


def one_of_each(documents: Sequence[Document]) -> tuple[list[Document], list[Issue]]:
    """The documents without those that have the name and the text of another, and what is said of these."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda each: (each.published_basis not in STATED, each.source_uri)):
        first.setdefault(document.doc_id, document)
    kept = [document for document in documents if document is first[document.doc_id]]
    copies = [each for each in documents if each is not first[each.doc_id]]
    return kept, [copy_issue(each.source_uri, first[each.doc_id].source_uri) for each in copies]


def without_copies(batch: Batch, kept: Kept) -> Batch:
    """The batch less the documents whose text is kept from another source, and told of all that lost their place."""
    claims = {document.doc_id: claimed_by(document) for document in batch.documents}
    for text, holder in claims.values():
        kept.claim(text, holder)
    documents = [d for d in batch.documents if kept.source(claims[d.doc_id][0]) == d.source_uri]
    ids = {document.doc_id for document in documents}
    lost = {holder.source: text for text, holder in claims.values() if kept.source(text) != holder.source} | kept.beaten
    kept.beaten.clear()
    return Batch(
        documents=documents,
        timexes=[timex for timex in batch.timexes if timex.doc_id in ids],
        mentions=[mention for mention in batch.mentions if mention.doc_id in ids],
        issues=[*batch.issues, *(copy_issue(source, kept.source(text)) for source, text in lost.items())],
        emptied=[*batch.emptied, *lost],
    )


def copy_issue(source_uri: str, first: str) -> Issue:
    """What is said of an article that is left out because its text is kept from another file."""
    return Issue(
        source_uri,
        STAGE,
        "warning",
        f"{source_uri}: has the same text as {first}, which is kept; this copy was left out",
    )
