"""What somebody types is a date, or is refused with what to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.typed_date import typed_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2022-07-11", "2022-07-11"),
        ("12 July 2022", "2022-07-12"),
        ("July 12, 2022", "2022-07-12"),
        ("July 2022", "2022-07"),
        ("2022-07-05/2022-07-10", "2022-07-05/2022-07-10"),
        ("", None),
        ("undated", None),
        (None, None),
    ],
)
def test_a_date_is_understood_as_typed(typed: str | None, edtf: str | None) -> None:
    assert typed_date(typed) == edtf


@pytest.mark.parametrize("typed", ["12 July", "on Monday", "soon", "2022-13", "30 February 2022", "<b>"])
def test_a_date_that_is_not_whole_is_refused_with_what_to_write(typed: str) -> None:
    with pytest.raises(ValueError, match="write a date such as 2022-07-11"):
        typed_date(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_date_or_is_refused(typed: str) -> None:
    try:
        typed_date(typed)
    except ValueError as error:
        assert str(error)
