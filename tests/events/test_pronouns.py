"""Every pronoun of the lexicon means somebody named in its example, and nobody of those in its counterexample."""

from __future__ import annotations

import pytest

from pipeline.events.pronoun_lexicon import Pronoun
from pipeline.resources import table
from tests.events import reading


@pytest.mark.parametrize("row", table("lexicons/en/pronouns.csv", Pronoun), ids=lambda row: row.word)
def test_a_pronoun_means_whom_its_row_says(row: Pronoun) -> None:
    whole = reading.stands_for(row.example, row.word)
    other = reading.stands_for(row.counterexample, row.word)
    assert whole
    assert not whole & other
