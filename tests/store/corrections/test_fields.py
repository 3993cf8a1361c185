"""Every field takes what it may hold and refuses the rest; a correction is laid over and undone."""

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import store
from pipeline.store import CorrectionError, Draft
from pipeline.store.corrections.fields import FIELDS
from tests.store.corrections.visit import NOW, correct, drafted, entries, row

CASES = [
    ("date", "2021-05-05", {"date_start": dt.date(2021, 5, 5), "date_end": dt.date(2021, 5, 5), "dating": "corrected"}),
    ("date", "2021-05", {"date_start": dt.date(2021, 5, 1), "date_end": dt.date(2021, 5, 31), "granularity": "month"}),
    ("date", "2021-05-01?/2021-05-04?", {"date_end": dt.date(2021, 5, 4), "granularity": "day"}),
    ("date", "2021-05-01/..", {"date_start": dt.date(2021, 5, 1), "date_end": None}),
    ("date", "202X", {"granularity": "decade"}),
    ("date", "", {"date_start": None, "edtf": None, "agreement": "undated", "dating": "undated"}),
    ("title", "A visit <b>to</b> Hrodna", {"title": "A visit <b>to</b> Hrodna"}),
    ("actors", ["Zoja Wolf", "Zoja Wolf"], {"actors": ["Zoja Wolf"]}),
    ("recipients", ["Hrodna"], {"recipients": ["Hrodna"]}),
    ("locations", [], {"locations": []}),
    ("event_type", "MOVE", {"event_type": "MOVE"}),
    ("factuality", "denied", {"factuality": "denied"}),
    ("claimants", ["the mayor"], {"claimants": ["the mayor"]}),
    ("on_timeline", False, {"on_timeline": False, "lacks_only_date": False}),
    ("hidden", True, {"hidden": True}),
    ("starred", True, {"starred": True}),
    ("tags", ["#Visit", "travel"], {"tags": ["travel", "visit"]}),
    ("note", "ask\u202e the\nmayor", {"note": "ask the\nmayor"}),
]


@pytest.mark.parametrize(("name", "after", "cells"), CASES, ids=[f"{n}-{a}" for n, a, _ in CASES])
def test_a_correction_is_laid_over_and_undone(root: Path, name: str, after: Any, cells: dict[str, Any]) -> None:
    before = row(root, "Novik visits Hrodna")
    done = correct(root, "Novik visits Hrodna", name, after)
    assert done
    shown = next(r for r in store.load(root).events.to_pylist() if r["event_id"] == before["event_id"])
    assert {key: shown[key] for key in cells} == cells
    (stated,) = json.loads(shown["corrections"])
    assert (stated["field"], stated["author"], stated["made_at"]) == (name, "Ann", NOW)
    assert [entry.state for entry in entries(root)] == ["in force"]
    store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    assert row(root, "Novik visits Hrodna") == before
    assert [entry.state for entry in entries(root)] == ["undone", "undo"]


def test_every_field_of_an_event_is_tried() -> None:
    assert {f.name for f in FIELDS if f.kind == "event"} - {"merge", "split"} == {name for name, _, _ in CASES}


@pytest.mark.parametrize("date", ["2021-05-05", ""])
def test_what_is_put_on_the_timeline_stands_on_the_chart_or_in_the_tray(root: Path, date: str) -> None:
    for name, after in (("on_timeline", False), ("date", date), ("on_timeline", True)):
        correct(root, "Novik visits Hrodna", name, after)
    shown = row(root, "Novik visits Hrodna")
    assert (shown["on_timeline"], shown["lacks_only_date"]) == (bool(date), not date)


BAD = [
    ("date", "the day after", "is not a date"),
    ("date", "2021-02-30", "is not a date"),
    ("title", " \u200b ", "give a text"),
    ("title", "x" * 400, "at most 300"),
    ("actors", "Ann", "a list of names"),
    ("event_type", "PICNIC", "is not one of"),
    ("hidden", "yes", "true or false"),
    ("colour", "red", "cannot be corrected"),
    ("merge", ["x"], "at least one other event to merge"),
    ("split", ["x"], "passages to split off"),
]


@pytest.mark.parametrize(("name", "after", "why"), BAD, ids=[f"{n}-{a!s:.9}" for n, a, _ in BAD])
def test_a_bad_value_is_refused_and_nothing_written(root: Path, name: str, after: Any, why: str) -> None:
    event = row(root, "Novik visits Hrodna")
    before = [*event["mention_ids"]] if name in {"merge", "split"} else event.get(name, event["edtf"])
    draft = Draft("event", event["event_id"], name, event["edtf"] if name == "date" else before, after, "", "Ann", NOW)
    with pytest.raises(CorrectionError, match=why):
        store.correct(root, draft)
    assert entries(root) == []


def test_a_correction_needs_an_event_that_is_there_and_somebody_who_makes_it(root: Path) -> None:
    draft = drafted(root, "Novik visits Hrodna", "title", "Novik in town")
    for wrong, why in (({"target": "gone"}, "event .gone. is no longer"), ({"author": " "}, "give your name")):
        with pytest.raises(CorrectionError, match=why):
            store.correct(root, dataclasses.replace(draft, **wrong))
    assert entries(root) == []
