"""Words that are no part of a time but decide which day one means: each does in its example, and not in its other."""

from datetime import date

import pytest

from pipeline.timex import resolve_text
from pipeline.timex.recognition.lexicon import TimeWord, words

NEXT, LAST = ["2023-03-17"], ["2023-03-10"]
WEEKEND, WEEKEND_BEFORE = ["2023-03-18", "2023-03-19"], ["2023-03-11", "2023-03-12"]
DAYS = {
    "ARRANGES": (NEXT, LAST),
    "TURNS_BACK": (LAST, NEXT),
    "COMES": (LAST, NEXT),
    "BEHIND": (LAST, NEXT),
    "ADDRESSED": (WEEKEND, WEEKEND_BEFORE),
}
"""By symbol: the days in the example and in the counterexample, told on Wednesday, 15 March 2023."""


def days(text: str) -> list[str | None]:
    return [each.edtf for each in resolve_text(text, date(2023, 3, 15))]


@pytest.mark.parametrize("word", [w for w in words() if w.symbol in DAYS], ids=lambda w: f"{w.symbol}:{w.word}")
def test_a_word_decides_which_day_is_meant(word: TimeWord) -> None:
    assert (days(word.example), days(word.counterexample)) == DAYS[word.symbol]
