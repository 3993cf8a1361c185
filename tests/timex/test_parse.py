"""Whole date strings of metadata."""

import datetime as dt

import pytest

from pipeline.timex.parse import parse_date

BASE = dt.date(2022, 7, 5)


@pytest.mark.parametrize(
    ("text", "base", "order", "days"),
    [
        ("14 октября 2022", None, "dmy", ("2022-10-14", "2022-10-14")),
        ("01/02/2022", None, "dmy", ("2022-02-01", "2022-02-01")),
        ("01/02/2022", None, "mdy", ("2022-01-02", "2022-01-02")),
        ("May 2022", None, "dmy", ("2022-05-01", "2022-05-31")),
        ("2022", None, "dmy", ("2022-01-01", "2022-12-31")),
        ("Tue, 12 Jul 2022 10:00:00 +0300", None, "dmy", ("2022-07-12", "2022-07-12")),
        ("вчера", BASE, "dmy", ("2022-07-04", "2022-07-04")),
        ("12 May", BASE, "dmy", ("2022-05-12", "2022-05-12")),
    ],
)
def test_dates(text: str, base: dt.date | None, order: str, days: tuple[str, str]) -> None:
    found = parse_date(text, base=base, order=order)  # type: ignore[arg-type]
    assert found is not None
    assert found.iso() == days


@pytest.mark.parametrize("text", ["", "yesterday", "12 May", "2882015", "Feb 30 2022", "hello", "7" * 300])
def test_no_date_without_a_base(text: str) -> None:
    assert parse_date(text, base=None, order="dmy") is None
