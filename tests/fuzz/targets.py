"""What is fuzzed: each target takes any bytes and must come back, with nothing but what its contract allows.

Runs under atheris (`make fuzz`), and in the suite over the cases kept in cases/ and over bytes from hypothesis.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import flow, publication, readers, timex
from pipeline.model import Document, Issue
from pipeline.readers import Given, ReadError

SLOWEST = 20e-6
"""Seconds a byte: far more than any target takes, far less than one that is quadratic in a few thousand bytes."""
GRACE = 10.0
"""Seconds on top, for what is loaded on the first call and for a machine that is busy."""


def read(content: bytes) -> None:
    """Any bytes under any suffix: documents whose blocks fit their text, or a reason in one line."""
    if not content:
        return
    suffix = readers.SUFFIXES[content[0] % len(readers.SUFFIXES)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"fuzzed{suffix}"
        path.write_bytes(content[1:])
        try:
            found = list(readers.read_all(path, given=Given()))
        except ReadError as error:
            assert "\n" not in str(error)
            return
    for each in found:
        if isinstance(each, Issue):
            assert "\n" not in each.message
            each.message.encode()
        else:
            _sound(each)


def date(content: bytes) -> None:
    """Any text as an article: a publication date with a reason, or none with a reason."""
    for document in _documents(content):
        dated = publication.decide(document, timex.recognise(document), today=None)
        assert dated.text == document.text
        assert (dated.published is None) == (dated.published_basis == "unknown")


def resolve(content: bytes) -> None:
    """Any text: expressions whose offsets give their words, each resolved or said not to be."""
    for document in _documents(content):
        for found in flow.date(document, today=None)[1]:
            assert document.text[found.span.start : found.span.end] == found.text
            assert found.trace


def tell(content: bytes) -> None:
    """Any text through all stages: mentions inside the text, or an issue that says which stage it breaks: none may."""
    for found in flow.analyse(_documents(content), today=None):
        if isinstance(found, Issue):
            assert found.severity != "skipped", found.message
            continue
        for mention in found.mentions:
            assert (
                0 <= mention.passage.start <= mention.trigger.start <= mention.trigger.end <= len(found.document.text)
            )


TARGETS: dict[str, Callable[[bytes], None]] = {"readers": read, "publication": date, "timex": resolve, "events": tell}


def timed(target: Callable[[bytes], None], content: bytes) -> None:
    """Run a target, and fail when it takes longer than its input can explain."""
    start = time.process_time()
    target(content)
    took = time.process_time() - start
    assert took < GRACE + SLOWEST * len(content) * 50, f"{took:.1f} s for {len(content)} bytes"


def _documents(content: bytes) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fuzzed.txt"
        path.write_bytes(content)
        try:
            return [each for each in readers.read_all(path, given=Given()) if isinstance(each, Document)]
        except ReadError:
            return []


def _sound(document: Document) -> None:
    document.text.encode()
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
