"""Whole dates in words of other languages, as metadata carry them."""

import pytest

from pipeline.readers.published import parse_published
from pipeline.readers.written_dates import written_date

WRITTEN = [
    ("14 октября 2022", ("2022-10-14", "2022-10-14")),
    ("12 ліпеня 2022", ("2022-07-12", "2022-07-12")),
    ("12 липня 2022 р.", ("2022-07-12", "2022-07-12")),
    ("Вторник, 12 июля 2022, 14:30", ("2022-07-12", "2022-07-12")),
    ("12 lipca 2022", ("2022-07-12", "2022-07-12")),
    ("12. Juli 2022", ("2022-07-12", "2022-07-12")),
    ("May 2022", ("2022-05-01", "2022-05-31")),
]


@pytest.mark.parametrize(("text", "days"), WRITTEN)
def test_dates(text: str, days: tuple[str, str]) -> None:
    found = written_date(text)
    assert found is not None
    assert found.iso() == days
    assert parse_published(text).iso() == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "вчера",
        "12 May",
        "12 мая",
        "2882015",
        "Feb 30 2022",
        "Issue 12, 2022",
        "01/02/2022",
        "вторник, 01/02/2022",
        "7" * 300,
    ],
)
def test_what_names_no_full_date_is_none(text: str) -> None:
    assert written_date(text) is None
