"""A prefix keeps its word whole, and the word keeps its lemma; other hyphens divide."""

import pytest

from pipeline.language.prefixes import Prefix
from pipeline.resources import table
from tests.language.test_language import parsed

PREFIXES = table("lexicons/en/prefixes.csv", Prefix)


@pytest.mark.parametrize("row", PREFIXES, ids=lambda row: row.prefix)
def test_examples_hold(row: Prefix) -> None:
    (told,), (other,) = parsed(row.example), parsed(row.counterexample)
    assert any(token.text.lower().startswith(f"{row.prefix}-") for token in told.tokens)
    assert "-" in [token.text for token in other.tokens]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Voters re-elected the mayor.", "elect"),
        ("Minsk has Re-opened the mill.", "open"),
        ("The co-founders met.", "founder"),
        ("The mayor pre-recorded a speech.", "pre-record"),
    ],
)
def test_a_deed_done_again_has_the_lemma_of_the_deed(text: str, lemma: str) -> None:
    assert lemma in [token.lemma for token in parsed(text)[0].tokens]
