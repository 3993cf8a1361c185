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
