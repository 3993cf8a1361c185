"""What kind of token the letters and digits of a text are."""

import pytest

from pipeline.timex.recognition.lexer import tokenize


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I am Ann", ["word", "word", "word"]),
        ("5am 5 am 5 a.m.", ["number", "meridiem", "number", "word", "number", "meridiem"]),
        ("don't Ann's naïve", ["word", "word", "possessive", "word"]),
        ("Q1 QA H2 gr8 l2 ab_c", ["quarter", "word", "half_year", "word", "word", "code", "word", "other", "word"]),
        ("re-elected,\n\nthen", ["word", "hyphen", "word", "other", "paragraph", "word"]),
        ("abc5 5abc", ["word", "code", "number", "word"]),
        ("   ", []),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    found = tokenize(text)
    assert [token.kind for token in found] == kinds
    assert [token.lower for token in found] == [text[token.start : token.end].lower() for token in found]
