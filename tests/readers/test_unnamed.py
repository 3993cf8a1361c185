"""A title that a program gave is none."""

import pytest

from pipeline.readers.unnamed import DocumentTitle, document_titles, own_title


@pytest.mark.parametrize("row", document_titles(), ids=lambda row: row.example)
def test_a_row_matches_its_example_only(row: DocumentTitle) -> None:
    assert own_title(row.example) == ""
    assert own_title(row.counterexample) == row.counterexample


def test_blanks_around_a_title_are_none_of_it() -> None:
    assert own_title(" Lake talks end ") == "Lake talks end"
    assert own_title(" word document ") == ""
