"""What somebody types becomes a correction, and a correction becomes a sentence."""

import json
from typing import Any

import pytest

from pipeline.store import Correction, Entry
from tests.views.tables import tables
from views import correcting, figures
from views.queries import near
from views.queries.catalogue import Catalogue, open_catalogue
from views.queries.details import detail
from views.received import pasted

WHO = {"author": "Ann", "made_at": "2026-03-01T10:00:00Z", "why": ""}


def stated(field: str, read: Any, after: Any, now: Any) -> dict[str, Any]:
    return {"field": field, "read": read, "after": after, "reads_now": now} | WHO


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (stated("date", "2022-07-11", "2022-07-12", "2022-07-11"), "Date: the articles say 11 July 2022"),
        (
            stated("date", "2022-07-11", "2022-07-12", "2022-07-18"),
            "Date: the articles say 11 July 2022, and since another reading 18 July 2022",
        ),
        (stated("date", None, "2022-07-12", None), "Date: the articles say no date"),
        (stated("factuality", "asserted", "denied", "asserted"), "Certainty: the articles say stated as fact"),
        (stated("tags", [], ["gas"], []), "Tags: gas"),
        (stated("merge", [], [], []), "Merged by hand"),
    ],
)
def test_a_correction_is_one_sentence(row: dict[str, Any], line: str) -> None:
    assert correcting.line(row) == f"{line} · Ann, 1 March 2026"


def test_a_row_of_the_log_says_what_it_did() -> None:
    correction = Correction("c1", 1, "event", "e1", "x", "hidden", False, True, False, "", "Ann", WHO["made_at"], ())
    assert correcting.change(Entry(correction, "in force", "e1")) == "Hidden: no → yes"


@pytest.mark.parametrize(
    ("typed", "chosen", "date"),
    [
        ("2021-05", None, "2021-05"),
        ("23 May 2021", None, "2021-05-23"),
        (" ", None, None),
        ("2021-05", "2021-05-23", "2021-05-23"),
        ("23 May 2021", "2021-05-23", "2021-05-23"),
    ],
)
def test_a_date_is_typed_or_chosen(typed: str, chosen: str | None, date: str | None) -> None:
    assert correcting.one_date(typed, chosen, "2021-05") == date


def test_two_dates_are_refused() -> None:
    with pytest.raises(ValueError, match="“24 May 2021” and 23 May 2021; take one"):
        correcting.one_date("24 May 2021", "2021-05-23", "2021-05")


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("\n  A dam   breaks \n\nIt broke.", "A dam breaks", "A dam breaks.txt"),
        ("# A dam breaks\n\nIt broke.", "A dam breaks", "A dam breaks.txt"),
        (
            "MINSK, July 12 (Wire) - The mayor’s dam broke, and the lake at the old mill is empty.",
            "",
            "The mayor s dam broke and the lake at the old mill is empty.txt",
        ),
        ("The dam broke.\nIt was old.", "", "The dam broke.txt"),
        (" \n", "", "pasted.txt"),
    ],
)
def test_a_pasted_text_has_the_title_that_stands_over_it(text: str, title: str, name: str) -> None:
    assert pasted(text).said["title"] == title
    assert pasted(text).name == name
    assert pasted(text, title="Mine").said["title"] == "Mine"


@pytest.mark.parametrize(
    ("rows", "corrected"),
    [([], False), (["starred", "tags", "note", "hidden"], False), (["note", "date"], True), (["merge"], True)],
)
def test_the_chart_marks_what_was_corrected_and_not_what_was_only_marked(rows: list[str], corrected: bool) -> None:
    assert figures.is_corrected({"corrections": json.dumps([{"field": name} for name in rows])}) is corrected


def test_the_likeliest_twins_come_first_and_hidden_events_are_gone(catalogue: Catalogue) -> None:
    first = catalogue.events.column("event_id")[int(catalogue.columns.row[0])].as_py()
    found = detail(catalogue, first)
    assert found
    rows = near.likely(catalogue, found)
    assert first not in {row["event_id"] for row in rows}
    assert rows
    event = {"event_type": "CONSULT", "factuality": "asserted", "agreement": "single", "title": "x"}
    shown = open_catalogue(tables(events=[event | {"event_id": "a"}, event | {"event_id": "b", "hidden": True}]))
    assert (shown.counts["undated"], shown.counts["hidden"], shown.counts["off_timeline"]) == (1, 1, 0)
