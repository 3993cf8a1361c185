"""Accents that a program wrote apart from their letters (NFD) are put on them, where a reader makes the text itself."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.readers import Given, read
from pipeline.readers.pdf import _lines
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


def test_a_plain_text_stays_as_it_is_so_that_offsets_count_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(apart(NAMED), "utf-8")
    assert read(tmp_path / "a.txt", given=Given()).text == apart(NAMED)
