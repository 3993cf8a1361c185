"""The same text again: which texts the store has from which files, and which articles are left out as copies.

The same text from another outlet stays: that others carry it is news too, and it counts as one origin later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from pipeline import readers, store
from pipeline.model import Document, Issue
from pipeline.readers.source import printable
from pipeline.store import Batch

STAGE = "ingestion"
"""The stage of the issues that name copies."""

Text = tuple[str, str | None]
"""Hash of a text and the outlet that carries it."""


def held_texts(root: Path, files: Sequence[Path]) -> tuple[dict[str, list[tuple[Text, str]]], dict[Text, str]]:
    """For each of the files the texts that the store has from it, with sources; and the source of all other texts."""
    again = frozenset(printable(path) for path in files)
    held, known = defaultdict[str, list[tuple[Text, str]]](list), dict[Text, str]()
    for row in store.texts(root):
        text, source = (row["text_hash"], row["outlet"]), row["source_uri"]
        file = file_of(source, again)
        if file is None:
            known[text] = source
        else:
            held[file].append((text, source))
    return held, known


def file_of(source_uri: str, files: frozenset[str]) -> str | None:
    """Which of the files a document is or lies in: `news.zip#a.html` lies in `news.zip`."""
    parts = source_uri.split("#")
    names = ("#".join(parts[:cut]) for cut in range(1, len(parts) + 1))
    return next((name for name in names if name in files), None)


def without_copies(batch: Batch, known: dict[Text, str]) -> Batch:
    """The batch less the documents whose text the same outlet has brought before; `known` learns the others."""
    kept, copies = list[Document](), list[Issue]()
    for document in batch.documents:
        first = known.setdefault((readers.text_hash(document), document.outlet), document.source_uri)
        if first == document.source_uri:
            kept.append(document)
        else:
            copies.append(copy_issue(document.source_uri, first))
    ids = {document.doc_id for document in kept}
    return Batch(
        documents=kept,
        timexes=[timex for timex in batch.timexes if timex.doc_id in ids],
        mentions=[mention for mention in batch.mentions if mention.doc_id in ids],
        issues=[*batch.issues, *copies],
        emptied=[issue.source_uri for issue in copies],
    )


def copy_issue(source_uri: str, first: str) -> Issue:
    """What is said of an article that is left out because its text is kept from another file."""
    return Issue(
        source_uri,
        STAGE,
        "warning",
        f"{source_uri}: has the same text as {first}, which is kept; this copy was left out",
    )
