"""The starter corpus: every brief is short, dated, says what it digests, and its weekdays are those of the calendar."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from pipeline.gazetteer import canonical

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
BRIEFS = sorted(path for path in SAMPLE.glob("*.md") if path.name != "README.md")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PAIR = re.compile(rf"({'|'.join(WEEKDAYS)}), ({'|'.join(MONTHS)})[a-z]*\.? (\d{{1,2}})(?:, (\d{{4}}))?")


def parts(path: Path) -> tuple[dict[str, object], str]:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def test_the_corpus_is_wide_enough() -> None:
    fronts = [parts(path)[0] for path in BRIEFS]
    assert len(BRIEFS) >= 40
    assert len({front["outlet"] for front in fronts}) >= 12
    years = {front["published"].year for front in fronts}  # type: ignore[attr-defined]
    assert min(years) == 2014 and max(years) == 2025


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_brief(path: Path) -> None:
    front, body = parts(path)
    assert set(front) <= {"title", "outlet", "published", "url", "author", "digest_of"}
    assert {"title", "outlet", "published", "digest_of"} <= set(front)
    published = front["published"]
    assert isinstance(published, dt.date) and path.name.startswith(published.isoformat())
    assert str(published.year) in str(front["digest_of"])
    assert 120 <= len(body.split()) <= 250
    outlet = canonical(str(front["outlet"]))
    assert outlet and outlet.name == front["outlet"], "the outlet needs a row in data/knowledge/outlets.csv"


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_weekdays_are_those_of_the_calendar(path: Path) -> None:
    front, body = parts(path)
    for weekday, month, number, year in PAIR.findall(body):
        date = dt.date(int(year or front["published"].year), MONTHS.index(month) + 1, int(number))  # type: ignore[attr-defined]
        assert WEEKDAYS[date.weekday()] == weekday, f"{weekday}, {month} {number}"


def test_the_folder_says_that_these_are_digests() -> None:
    assert "digest" in (SAMPLE / "README.md").read_text("utf-8")
