"""Accents that a program wrote apart from their letters (NFD) are put on them."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import timex
from pipeline.model import Block, Document, Issue, Span
from pipeline.readers import Given, read, read_all
from pipeline.readers.pdf import _lines
from pipeline.readers.reading import Reading
from tests.readers import generate
from tests.readers.articles import ARTICLES

NAMED = (
    "Zoë Dvořák met Świątek in Kyïv. The three of them talked for an hour about the harbour, its cranes and its ships."
)


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_a_page_and_a_word_document_are_composed(tmp_path: Path, suffix: str) -> None:
    body = "".join(f"<p>{apart(each)}</p>" for each in (NAMED, *ARTICLES[0].body))
    page = f"<html><body><article><h1>Talks</h1>{body}</article></body></html>".encode()
    article = replace(ARTICLES[0], body=(apart(NAMED),))
    (tmp_path / f"a{suffix}").write_bytes(page if suffix == ".html" else generate.word(article))
    assert NAMED in read(tmp_path / f"a{suffix}", given=Given()).text


def test_a_pdf_is_composed() -> None:
    page = SimpleNamespace(extract_text=lambda **_: f"{apart(NAMED)}\nNext")
    assert _lines(page) == [NAMED, "Next"]


def test_a_plain_text_is_composed_and_says_that_its_offsets_moved(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {apart('Dvořák')}\n---\n{apart(NAMED)}", "utf-8")
    issue, article = read_all(path)
    assert isinstance(article, Document)
    assert (article.text, article.title) == (NAMED, "Dvořák")
    assert isinstance(issue, Issue)
    assert issue.severity == "warning"


@pytest.mark.parametrize("text", [NAMED, "At 300 \u212a the ice melts."])
def test_nothing_is_said_where_no_offset_moves(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    [article] = read_all(tmp_path / "a.txt")
    assert isinstance(article, Document)


def test_blocks_move_with_the_text_that_they_mark() -> None:
    text = apart("Zoë\n\nŚwiątek came.")
    marked = Reading(text, blocks=(Block("headline", Span(0, 4)), Block("body", Span(6, len(text)))))
    composed = marked.composed()
    assert [composed.text[b.span.start : b.span.end] for b in composed.blocks] == ["Zoë", "Świątek came."]


def test_a_month_with_its_accent_apart_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(apart("Рада собралась 5 май 2021 года"), "utf-8")
    article = read(tmp_path / "a.txt")
    assert [article.text[e.span.start : e.span.end] for e in timex.recognise(article)] == ["5 май 2021 года"]
