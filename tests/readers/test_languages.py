"""Languages are told by their letters; what shares letters with another is told by words, or not at all."""

from __future__ import annotations

import pytest

from pipeline.readers.languages import Language, language_of, languages


@pytest.mark.parametrize("row", languages(), ids=lambda row: row.language)
def test_a_language_is_told_from_its_example(row: Language) -> None:
    assert language_of(row.example) == row.language


@pytest.mark.parametrize(
    "text", ["", "1234", "Москва", "Der Minister hat am Montag die Grenze geschlossen.", "ألمانيا", "Jan Novak"]
)
def test_what_cannot_be_told_is_left_open(text: str) -> None:
    assert language_of(text) is None
