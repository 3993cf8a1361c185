"""A date that says what it is decides: a line labelled as publication, a full dateline; an update only bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.calendar.interval import from_iso
from pipeline.publication import decide
from pipeline.timex import recognise
from tests.cost import seconds
from tests.publication.expressions import article, expressions

TEN, ELEVEN, MARCH = "10 February 2023", "11 February 2023", "March 14, 2023"
LABELLED = [
    pytest.param(f"Published: {TEN} 11:42 GMT\nUpdated: {ELEVEN}", id="two lines"),
    pytest.param(f"Updated: {ELEVEN}\nPublished: {TEN} 11:42 GMT", id="the update first"),
    pytest.param(f"Published {TEN}, updated {ELEVEN}", id="one line"),
    pytest.param(f"First published on {TEN}\nLast updated on {ELEVEN}.", id="first and last"),
    pytest.param(f"Posted: {TEN}\nModified: {ELEVEN}", id="posted and modified"),
    pytest.param(f"Опубликовано: {TEN}\nОбновлено: {ELEVEN}", id="Russian labels"),
    pytest.param(f"{TEN}\nUpdated: {ELEVEN}", id="the first date without a label"),
]


@pytest.mark.parametrize("lines", LABELLED)
def test_an_update_never_speaks_against_the_day_of_publication(tmp_path: Path, lines: str) -> None:
    document = article(tmp_path, f"Court Jails Activist\n{lines}\n\nA court in Minsk has jailed an activist.")
    decided = decide(document, expressions(document, TEN, ELEVEN))
    assert decided.published == from_iso("2023-02-10", "2023-02-10")
    assert not any("no day fits" in step.because for step in decided.published_trace)


def test_a_labelled_line_outweighs_a_later_date_of_the_text(tmp_path: Path) -> None:
    document = article(tmp_path, f"Court Jails Activist\nPublished: {TEN}\n\nThe activist was freed on {ELEVEN}.")
    decided = decide(document, expressions(document, TEN, ELEVEN))
    assert decided.published == from_iso("2023-02-10", "2023-02-10")
    assert any(step.choice == "set aside" for step in decided.published_trace)


def test_an_update_is_an_upper_bound(tmp_path: Path) -> None:
    document = article(tmp_path, f"Title Here\n\nUpdated: {ELEVEN}\n\nThe court jailed him on 14 January 2023.")
    decided = decide(document, expressions(document, ELEVEN, "14 January 2023"))
    assert decided.published == from_iso("2023-01-14", "2023-02-11")


STAMP = "Friday, 10 February 2023, 11:42 GMT"


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        pytest.param(f"Last Updated: {STAMP}\nCourt Jails Activist", "2023-02-09", "2023-02-10", id="heads the page"),
        pytest.param(f"Published: {MARCH}\nUpdated: {STAMP}", "2023-03-14", "2023-03-14", id="beside publication"),
        pytest.param(f"Court Jails Activist\n\nLast updated: {TEN}", None, None, id="without an hour"),
    ],
)
def test_an_update_with_its_hour_heads_a_page_without_another_day(
    tmp_path: Path, lines: str, first: str | None, last: str | None
) -> None:
    document = article(tmp_path, f"{lines}\n\nA court in Minsk has jailed an activist.")
    decided = decide(document, recognise(document))
    assert decided.published == (first and from_iso(first, last))


def test_an_update_told_in_a_sentence_is_no_label(tmp_path: Path) -> None:
    document = article(tmp_path, f"The government of Belarus said that the law was updated on {ELEVEN} in Minsk.")
    decided = decide(document, expressions(document, ELEVEN))
    assert decided.published is None
    assert "on 2023-02-11 or later" in str(decided.published_trace)


@pytest.mark.parametrize(
    ("opening", "date", "first"),
    [
        (f"MINSK, {MARCH} (Reuters) - ", MARCH, "2023-03-14"),
        (f"MINSK, {MARCH} - ", MARCH, "2023-03-14"),
        (f"MINSK, Belarus, {MARCH} /BelTA/. ", MARCH, "2023-03-14"),
        (f"Minsk, {MARCH} (BelTA) — ", MARCH, "2023-03-14"),
        (f"MINSK (Reuters) {MARCH} — ", MARCH, "2023-03-14"),
        (f"MINSK (NewsPoint / Wire - {MARCH}) ", MARCH, "2023-03-14"),
        (f"Minsk, (NewsPoint / City News - {MARCH} ) :", MARCH, "2023-03-14"),
        ("МИНСК, 12 июля 2022 г. ", "12 июля 2022 г.", "2022-07-12"),
    ],
)
def test_a_full_dateline_settles_the_day(tmp_path: Path, opening: str, date: str, first: str) -> None:
    document = article(tmp_path, f"Minister Meets Troops\n\n{opening}The minister spoke. Drills follow on March 26.")
    decided = decide(document, expressions(document, date, "March 26"))
    assert decided.published == from_iso(first, first[:-2] + str(int(first[-2:]) + 1))
    assert decided.published_basis == "inferred"
    assert any("dateline" in step.because for step in decided.published_trace)


@pytest.mark.parametrize("opening", [f"In Minsk, {MARCH} - ", f"He was in Minsk, {MARCH}, and "])
def test_a_sentence_with_a_place_and_a_date_is_no_dateline(tmp_path: Path, opening: str) -> None:
    document = article(tmp_path, f"Minister Meets Troops\n\n{opening}the minister spoke.")
    assert decide(document, expressions(document, MARCH)).published is None


def test_a_dateline_without_a_year_gives_no_year(tmp_path: Path) -> None:
    document = article(tmp_path, "MINSK, July 4 (BelTA) - The minister met the troops.")
    decided = decide(document, expressions(document, "July 4"))
    assert decided.published is None
    assert any("dateline ‘July 4’" in step.because for step in decided.published_trace)


@pytest.mark.parametrize("filler", ["A-A-" * 50, "Updated on " * 200, "Published 1:1 GMT " * 200, "A. " * 70])
def test_no_line_takes_long(tmp_path: Path, filler: str) -> None:
    document = article(tmp_path, f"{filler}{MARCH} - The minister spoke.")
    found = expressions(document, MARCH)
    assert seconds(lambda: decide(document, found)) < 10  # a quadratic search would take minutes


def test_a_date_line_copied_with_its_clock_and_the_age_of_the_update(tmp_path: Path) -> None:
    line = "July 12, 20225:14 PM GMT+3Updated 2 years ago"
    document = article(tmp_path, f"Court Jails Activist\n\n{line}\n\nA court has jailed an activist.")
    assert decide(document, recognise(document)).published == from_iso("2022-07-12", "2022-07-12")
