"""Every pronoun of the lexicon means somebody named in its example, and nobody of those in its counterexample."""

from __future__ import annotations

import pytest

from pipeline import timex
from pipeline.events.pronoun_lexicon import Pronoun
from pipeline.events.reading import read
from pipeline.resources import table
from tests.events import reading


def means(text: str, word: str) -> set[str]:
    """The names that the last such word of a text stands for."""
    source = reading.document(text)
    expressions = timex.resolve(source, timex.recognise(source))
    found = read(source, reading.sentences(source), expressions)
    spots = [(tree.sentence.index, t.index) for tree in found.trees for t in tree.tokens if t.text.lower() == word]
    return set(found.who(*spots[-1]))


@pytest.mark.parametrize("row", table("lexicons/en/pronouns.csv", Pronoun), ids=lambda row: row.word)
def test_a_pronoun_means_whom_its_row_says(row: Pronoun) -> None:
    whole = means(row.example, row.word)
    other = means(row.counterexample, row.word)
    assert whole
    assert not whole & other
