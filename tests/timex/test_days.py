"""The days that words name, first and last: a table of cases. None in the table means that no day is known."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from pipeline.timex import resolve_text

CASES = list(csv.DictReader((Path(__file__).parent / "cases_days.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['text']} at {c['published']}")
def test_days(case: dict[str, str]) -> None:
    found = resolve_text(case["sentence"], dt.date.fromisoformat(case["published"]))
    days = {t.interval.iso() if t.interval else ("", "") for t in found if t.text == case["text"]}
    assert (case["start"], case["end"]) in days, case["why"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Police detained forty people in the week to Sunday.", ("2022-06-27", "2022-07-03")),
        ("Exports fell in the first five months of the year.", ("2022-01-01", "2022-05-31")),
        ("Sales fell in the third quarter, which ended May 31.", ("2022-03-01", "2022-05-31")),
        ("Sales fell in the three months to May.", ("2022-03-01", "2022-05-31")),
    ],
)
def test_both_ends_of_a_stretch_stand_for_the_whole(text: str, days: tuple[str, str]) -> None:
    found = resolve_text(text, dt.date(2022, 7, 5))
    assert [t.range and t.range.iso() for t in found] == [days, days]
