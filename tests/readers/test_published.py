"""Publication dates as metadata write them."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from pipeline.readers import parse_published


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-07-12", "2022-07-12", "2022-07-12"),
        ("2022-07-12T23:59:59+03:00", "2022-07-12", "2022-07-12"),
        ("20220712", "2022-07-12", "2022-07-12"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2022-07-05/2022-07-26", "2022-07-05", "2022-07-26"),
        ("2022-07-05/..", "2022-07-05", None),
        ("Tue, 12 Jul 2022 09:30:00 +0000", "2022-07-12", "2022-07-12"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("1850-01-01", "1850-01-01", "1850-01-01"),
    ],
)
def test_published_is_read(value: str, first: str, last: str | None) -> None:
    assert parse_published(value).iso() == (first, last)


@pytest.mark.parametrize(
    "value", ["", "0000-01-01", "2022-13", "2022-07-26/2022-07-05", "../..", "31/12", "Feb. 30", "x"]
)
def test_impossible_published_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="write a date such as 2022-07-12"):
        parse_published(value)


@drawn(st.text(max_size=40))
def test_published_raises_nothing_but_value_errors(value: str) -> None:
    try:
        parse_published(value)
    except ValueError as error:
        assert "\n" not in str(error)
