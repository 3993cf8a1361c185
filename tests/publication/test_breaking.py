"""A known event that a report opens with as fresh news dates the report, also without a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.model import Document
from pipeline.publication import decide
from pipeline.publication.breaking import NewsCue, news_cues
from pipeline.timex import recognise
from tests.publication.expressions import article


def published(folder: Path, words: str) -> Document:
    """Of an article that begins with the words: a headline where they end without a stop."""
    body = "Guards spoke of it at length, and the ministry took note of what they said."
    document = article(folder, f"{words} {body}" if words.endswith(".") else f"{words}\n\n{body}")
    return decide(document, recognise(document))


def is_fresh(document: Document) -> bool:
    return any("told as fresh news" in step.because for step in document.published_trace)


@pytest.mark.parametrize("row", news_cues(), ids=[row.cue for row in news_cues()])
def test_every_word_has_its_examples(tmp_path: Path, row: NewsCue) -> None:
    told, other = published(tmp_path, row.example), published(tmp_path, row.counterexample)
    assert is_fresh(told) and told.published is not None and told.published.width == 7, told.published_trace
    assert not is_fresh(other), other.published_trace


CASES = [
    ("Alexei Navalny has died in prison.", ("2024-02-16", "2024-02-22")),
    ("Navalny dies in prison", ("2024-02-16", "2024-02-22")),
    ("Belarus has freed 52 prisoners after talks with an envoy.", ("2025-09-11", "2025-09-17")),
]


@pytest.mark.parametrize(("words", "days"), CASES)
def test_news_is_a_few_days_old_at_most(tmp_path: Path, words: str, days: tuple[str, str]) -> None:
    decided = published(tmp_path, words)
    assert decided.published == from_iso(*days)
    assert is_fresh(decided)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Belarus has freed 52 prisoners in 2025.", id="the year of the event"),
        pytest.param("Alexei Navalny has died in prison last month.", id="counted, by another rule"),
        pytest.param("Man jailed as Navalny died in prison appeals", id="another verb is the headline's"),
        pytest.param("Russia and Ukraine have changed much. Navalny died in prison.", id="another sentence"),
    ],
)
def test_what_is_dated_or_told_of_something_else_is_no_fresh_news(tmp_path: Path, words: str) -> None:
    assert not is_fresh(published(tmp_path, words))


def test_another_day_told_of_the_event_wins(tmp_path: Path) -> None:
    decided = published(tmp_path, "Alexei Navalny, 47, has died in prison. It happened on Friday, February 16, 2024.")
    assert decided.published is not None and decided.published.contains(from_iso("2024-02-16", "2024-02-16"))
