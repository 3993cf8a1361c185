"""A known event told with a time word tells when the text was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.model import Document
from pipeline.publication import decide
from pipeline.timex import recognise
from tests.cost import growth
from tests.publication.expressions import article

CASES = [
    ("Its men left after the mutiny by Wagner last month.", ("2023-07-01", "2023-07-31")),
    ("It has grown since Russia's invasion of Ukraine in February last year.", ("2023-01-01", "2023-12-31")),
    ("Guards were replaced after last week's death of Makei.", ("2022-11-27", "2022-12-04")),
    ("Prigozhin died yesterday in a plane crash.", ("2023-08-24", "2023-08-24")),
    ("Navalny died on Friday in his cell.", ("2024-02-16", "2024-02-22")),
    ("Ales Bialiatski and three of his aides were on Friday sentenced to ten years in prison, Viasna reported.",
     ("2023-03-03", "2023-03-09")),
    ("Two days after Prigozhin's plane crashed, Moscow confirmed it.", ("2023-08-25", "2023-08-31")),
    ("The recent Wagner mutiny shook the elite.", ("2023-06-23", "2023-08-23")),
    ("The envoy came back to Minsk, which he saw in September, when Lukashenko freed 52 prisoners.",
     ("2025-09-11", "2026-08-06")),
    ("Trump called Minsk hours before the Alaska summit.", ("2025-05-17", "2025-08-15")),
    ("Crowds filled Minsk on Dec. 19 after the vote in Belarus. Many were held during the Sunday elections.",
     ("2010-12-19", "2010-12-25")),
    ("Observers condemned the vote in Belarus on March 19. The weekend election was unfair.",
     ("2006-03-19", "2006-03-25")),
    ("They marched on the 20th anniversary of the Chernobyl disaster.", ("2006-03-12", "2006-06-10")),
    ("They marched on the eighth anniversary of the invasion of Georgia.", ("2016-06-23", "2016-09-26")),
    ("He fled after the Wagner mutiny three years ago.", ("2025-12-22", "2026-12-24")),
]  # fmt: skip

OPEN = [
    pytest.param(
        "A court in Minsk on Friday sentenced Anna Reut, one of the winners of the 2022 Nobel Peace Prize.",
        id="the prize only says who she is",
    ),
    pytest.param("They met last week to talk of the death of Makei.", id="the week is the meeting's"),
    pytest.param("Navalny died on Monday in his cell.", id="no Monday: this is another story, or an error"),
    pytest.param("“Prigozhin died yesterday in a plane crash,” he recalled.", id="yesterday of whoever is quoted"),
    pytest.param("Minsk freed a man on Friday after Bialiatski was sentenced to ten years.", id="looks back"),
    pytest.param("He said last month that the Wagner mutiny had failed.", id="the month of the saying"),
    pytest.param("Oleg wrote a recent book about the war after the Wagner mutiny.", id="the book is recent"),
]


def published(folder: Path, text: str) -> Document:
    document = article(folder, text)
    return decide(document, recognise(document))


def test_the_day_of_a_vote_comes_back_every_year(tmp_path: Path) -> None:
    text = "Crowds in Belarus marked on Aug. 9 the anniversary of the vote. Many were held on Monday."
    assert published(tmp_path, text).published is None


@pytest.mark.parametrize(("text", "days"), CASES)
def test_publication_is_counted_back(tmp_path: Path, text: str, days: tuple[str, str]) -> None:
    decided = published(tmp_path, text)
    assert decided.published == from_iso(*days), [step.because for step in decided.published_trace]
    assert any("counted from" in s.because or "recent" in s.because or "come" in s.because
               for s in decided.published_trace)  # fmt: skip


@pytest.mark.parametrize("text", OPEN)
def test_other_words_beside_a_known_event_tell_nothing(tmp_path: Path, text: str) -> None:
    assert published(tmp_path, text).published is None


def test_years_after_a_war_are_counted_from_any_day_of_it(tmp_path: Path) -> None:
    decided = published(tmp_path, "Planes helped end the war in Bosnia almost four years ago and are ready again.")
    assert decided.published is None or decided.published.contains(from_iso("1999-03-12", "1999-03-12"))


def test_a_treaty_that_is_ordered_to_be_signed_is_not_signed_yet(tmp_path: Path) -> None:
    text = "Putin has ordered that a treaty on security guarantees with Belarus be signed at the highest level."
    decided = published(tmp_path, text)
    assert decided.published is not None
    assert decided.published.contains(from_iso("2024-12-05", "2024-12-05"))


def test_a_date_line_may_have_a_year_of_two_digits(tmp_path: Path) -> None:
    text = "Ally Warns of Chaos\n\nBY ANNA REUT ON 11/15/21 AT 9:51 AM EST\n\nThe president spoke on Monday."
    assert published(tmp_path, text).published == from_iso("2021-11-15", "2021-11-15")


def test_a_telling_that_contradicts_an_age_is_set_aside(tmp_path: Path) -> None:
    decided = published(tmp_path, "Putin, 70, spoke of the storm that he saw after the mutiny by Wagner last year.")
    assert decided.published == from_iso("2023-06-23", "2023-10-06")
    assert any(s.choice == "set aside" and "contradicts" in s.because for s in decided.published_trace)


def test_a_heading_in_capitals_looks_ahead_as_any_other(tmp_path: Path) -> None:
    text = "NEWS DIGEST, 19 July 1999\n\nMINISTRY ORDERS RESERVE DOUBLED BY 2001. The bank told of it on 16 July."
    assert published(tmp_path, text).published == from_iso("1999-07-19", "1999-07-19")


def test_an_agency_may_stamp_its_report_in_brackets(tmp_path: Path) -> None:
    text = "NEWS WATCH (Thursday, 4 May 2006: 10.30 CET) - Prosecutors called a deputy in for questioning."
    assert published(tmp_path, text).published == from_iso("2006-05-04", "2006-05-05")


def test_a_text_on_one_line_costs_no_more_than_its_length(tmp_path: Path) -> None:
    def deciding(times: int) -> Callable[[], object]:
        document = article(tmp_path, "It fell on Friday, when the mutiny by Wagner was over; nobody was hurt, " * times)
        expressions = recognise(document)
        return lambda: decide(document, expressions)

    assert growth(deciding(50), deciding(400), enough=14) <= 14  # eight times the text
