"""A quotation mark that is never closed costs one row of a table, by name, and none of those after it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from pipeline.model import Document
from pipeline.readers import read_all
from pipeline.readers.records import records
from tests.readers.files import write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a,b\n1,2\n"x\ny",3\n\n4,5\n', [(2, 2, ["1", "2"]), (3, 4, ["x\ny", "3"]), (6, 6, ["4", "5"])]),
        ('a,b\n1,"2\n3,4\n5,6\n', [(2, 2, None), (3, 3, ["3", "4"]), (4, 4, ["5", "6"])]),
        ('a,b\n"1","2\n"3","4"\n', [(2, 2, None), (3, 3, ["3", "4"])]),
        ('a,b\n3,"4', [(2, 2, None)]),
        ('a,b\n"he "said" so",2\n7,8', [(2, 2, ['he said" so"', "2"]), (3, 3, ["7", "8"])]),
        ('a,b\n"x\ny "z" w\n\nk",3\n8,9\n', [(2, 5, None), (6, 6, ["8", "9"])]),
        ("a,b\n1\n2,3,4\n", [(2, 2, ["1"]), (3, 3, ["2", "3", "4"])]),
        ("", []),
    ],
)
def test_records_after_a_broken_one_are_read(text: str, expected: list[tuple[int, int, list[str] | None]]) -> None:
    found = [(each.line, each.last, each.cells) for each in records(io.StringIO(text, newline=""), ",")]
    assert found[1:] == expected


def test_the_row_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = ["title,text,published", 'Dam,"The dam broke.,2022-07-01', 'Ferry,"The ferry sank.",2022-07-02']
    path = write(tmp_path / "a.csv", "\n".join(rows))
    issue, document = read_all(path)
    assert isinstance(document, Document)
    assert (document.title, document.text) == ("Ferry", "The ferry sank.")
    assert f"{path}:2: a quotation mark is opened and not closed, so this row was left out" in str(issue)


def test_names_of_columns_must_close_too(tmp_path: Path) -> None:
    [issue] = read_all(write(tmp_path / "a.csv", '"title,text\na,b\n'))
    assert "among the names of its columns" in str(issue)
