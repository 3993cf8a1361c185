"""What the title of an event says, in short reports of our own: sentences that stand alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.wording import LIMIT
from tests.events import reading

HERE = Path(__file__).parent

with (HERE / "cases_titles.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lemma']}: {c['text'][:40]}")
def test_title(case: dict[str, str]) -> None:
    found = reading.mention(case["text"], case["lemma"]).title
    assert found == case["title"]
    assert len(found) <= LIMIT


@pytest.mark.parametrize("word", sorted(title_words("turns")))
def test_a_word_that_turns_the_meaning_stays(word: str) -> None:
    assert reading.mention(f"The bridge was {word} destroyed on Monday.", "destroy").title.count(word) == 1
