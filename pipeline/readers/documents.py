"""From what a reader hands back to a Document: blocks marked, metadata merged by precedence, reasons kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import PurePath

from pipeline.model import Block, Document, Issue, PublishedBasis, Reliability, Step, Trace
from pipeline.readers.blocks import mark
from pipeline.readers.languages import language_of
from pipeline.readers.reading import Given, Metadata, Reading, told
from pipeline.readers.source import Source
from pipeline.readers.wire import agency_of
from pipeline.vocabulary import DISAGREEMENT
from pipeline.words import count

SET_ASIDE = "set aside"
"""The choice of a trace step for metadata that could not be read."""


def document(source: Source, reading: Reading, *, given: Given, beside: Metadata) -> Document:
    """The article. What is given wins over the sidecar (`beside`), the sidecar over the file.

    `doc_id` hangs on the file's name and the text, not on the place of an article within its file.
    """
    reading = reading.composed()
    metadata = given.metadata().over(beside).over(reading.metadata).composed()
    blocks = mark(reading.text, reading.blocks)
    return Document(
        doc_id=_digest(os.fsencode(source.name), reading.text.encode("utf-8")),
        name=_name(source, reading),
        source_uri=f"{source.uri}#{reading.fragment}" if reading.fragment else source.uri,
        text=reading.text,
        blocks=blocks,
        outlet=metadata.outlet,
        title=metadata.title or _headline(reading.text, blocks),
        url=metadata.url or source.url,
        author=metadata.author,
        language=metadata.language or language_of(reading.text),
        published=metadata.published,
        published_basis=_basis(metadata, given),
        published_trace=_trace(metadata, given),
        published_reliability=_reliability(metadata, given),
        modified=metadata.modified,
        crawled=metadata.crawled or source.crawled,
        agency=agency_of(reading.text, blocks, metadata.author),
        digest_of=metadata.digest_of,
    )


def _name(source: Source, reading: Reading) -> str:
    stem = PurePath(source.name).stem
    return f"{stem}#{reading.fragment}" if reading.fragment else stem


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    found = next((text[b.span.start : b.span.end] for b in blocks if b.kind == "headline"), None)
    return None if found is None else found.lstrip("# ").strip() or None


def _basis(metadata: Metadata, given: Given) -> PublishedBasis:
    if metadata.published is None:
        return "unknown"
    return "metadata" if given.published is None else "given"


def _reliability(metadata: Metadata, given: Given) -> Reliability:
    if metadata.published is None:
        return "unknown"
    return "given" if given.published is not None else metadata.reliability or "stated"


def _trace(metadata: Metadata, given: Given) -> Trace:
    problems = tuple(told(SET_ASIDE, problem) for problem in metadata.problems)
    if metadata.published is None:
        return (*problems, *metadata.steps)
    shown = "..".join(day or "open" for day in dict.fromkeys(metadata.published.iso()))
    chosen = told(f"published {shown}", metadata.published_from or _basis(metadata, given))
    return (*problems, chosen, *metadata.steps)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def text_hash(document: Document) -> str:
    """Equal for documents with the same characters, whatever their names: tells the same article read twice."""
    return _digest(document.text.encode("utf-8"))


def remarks(document: Document) -> tuple[Issue, ...]:
    """What is odd about an article that was read all the same; each is to be shown, never silent."""
    where = document.source_uri
    found = [_remark(step, where) for step in document.published_trace if step.choice in {SET_ASIDE, DISAGREEMENT}]
    if nulls := document.text.count("\0"):
        first = document.text.index("\0")
        found.append(
            f"{where}: holds {count(nulls, 'null character')}, the first at {first}, kept as read: clean the file"
        )
    late = document.published and document.published.start
    if document.crawled and late and dt.date.fromordinal(late) > document.crawled:
        found.append(f"{where}: dated after the day it was fetched ({document.crawled}): check the date")
    return tuple(Issue(where, "readers", "warning", message) for message in found if message)


def _remark(step: Step, where: str) -> str:
    """A problem of the readers names its file already; publication sets aside what is no problem of the file."""
    if step.choice == DISAGREEMENT:
        return f"{where}: {step.because}"
    return step.because if step.stage == "readers" else ""
