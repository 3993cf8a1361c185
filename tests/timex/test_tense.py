"""Every row of the tense lexicons carries its own example; here they are tried."""

import pytest

from pipeline.model import Document
from pipeline.resources import table
from pipeline.timex.recognition.lexer import tokenize
from pipeline.timex.recognition.recognise import recognise
from pipeline.timex.recognition.tense_cues import TENSES, TenseCue, tense_of

CUES = [row for name in TENSES for row in table(f"lexicons/{name}", TenseCue)]


def tense_in(text: str) -> str:
    return recognise(Document(doc_id="d", name="d", source_uri="d", text=text, blocks=()))[0].tense


@pytest.mark.parametrize("row", [row for row in CUES if row.tense != "none"], ids=lambda row: row.word)
def test_cue_tells_its_tense(row: TenseCue) -> None:
    if row.example:
        assert tense_in(row.example) == row.tense
    if row.counterexample:
        assert tense_in(row.counterexample) != row.tense


@pytest.mark.parametrize("row", [row for row in CUES if row.tense == "none"], ids=lambda row: row.word)
def test_word_only_looks_like_a_past_form(row: TenseCue) -> None:
    assert tense_of(tokenize(row.word)[0]) == "none"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ministry could not be reached on Monday.", "past"),
        ("Neither of the brothers could be found on Monday.", "past"),
        ("The result could be known on Monday.", "future"),
        ("The offer had been due to expire Monday.", "past"),
        ("The offer is due to expire Monday.", "future"),
        ("The vote was put off until Monday.", "future"),
        ("The vote was postponed Monday.", "past"),
        ("It extended its offer to buy a rival Monday.", "past"),
    ],
)
def test_clause(text: str, tense: str) -> None:
    assert tense_in(text) == tense
