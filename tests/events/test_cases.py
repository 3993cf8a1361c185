"""Short reports of our own, and the row of the event table that an editor would write for them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.model import EventMention
from tests.events import reading

HERE = Path(__file__).parent

with (HERE / "cases_rows.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
FIELDS = {
    "title": lambda m: m.title,
    "event_type": lambda m: m.event_type,
    "actors": lambda m: "|".join(m.actors),
    "recipients": lambda m: "|".join(m.recipients),
    "claimant": lambda m: m.claimant or "author",
    "factuality": lambda m: m.factuality,
    "plotted": lambda m: "yes" if m.on_timeline else "no",
}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lemma']}: {c['text'][:40]}")
def test_row(case: dict[str, str]) -> None:
    found: EventMention = reading.mention(case["text"], case["lemma"])
    wanted = {name: case[name] for name in FIELDS if case[name]}
    assert {name: FIELDS[name](found) or "nobody" for name in wanted} == wanted
