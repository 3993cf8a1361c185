import datetime as dt

import pytest

from tests.views.tables import tables
from views.queries import hanging
from views.queries.catalogue import Catalogue, open_catalogue
from views.queries.quality import quality
from views.queries.spikes import spikes


def test_quality_counts_everything_once(catalogue: Catalogue) -> None:
    found = quality(catalogue)
    assert found.basis == {"metadata": 2, "unknown": 1}
    assert sum(found.dating.values()) == catalogue.counts["dated"] + catalogue.counts["undated"]
    assert found.dating["undated"] == 2
    assert [row["title"] for row in found.conflicts] == ["Firefly and Trentino meet to settle the border"]
    assert found.conflicting == 1
    assert found.issues[0]["severity"] == "skipped"


def test_an_empty_store_has_no_quality_to_speak_of() -> None:
    found = quality(open_catalogue(tables()))
    assert (found.basis, found.dating, found.conflicts, found.issues) == ({}, {}, [], [])
    assert spikes(open_catalogue(tables())) == []
    assert hanging.articles(open_catalogue(tables())) == []


def happened(number: int, day: int, **more: object) -> dict[str, object]:
    date = dt.date(2022, 4, day)
    row = {"event_id": f"e{number}", "title": "x", "date_start": date, "date_end": date, "edtf": date.isoformat()}
    return row | {"event_type": "CONSULT", "factuality": "asserted", "agreement": "single", "dating": "explicit"} | more


@pytest.mark.parametrize(
    ("pile", "one_method", "one_outlet"),
    [
        ({"dating": "publication-relative", "outlets": ["Lake Wire"]}, True, True),
        ({"dating": "publication-relative", "outlets": ["Lake Wire", "The Shout"]}, True, False),
        ({"dating": "explicit", "outlets": ["Lake Wire", "The Shout"]}, False, False),
        ({"dating": "corrected", "outlets": ["Lake Wire"]}, False, True),
    ],
)
def test_a_day_that_rests_on_one_thing_is_named(pile: dict[str, object], one_method: bool, one_outlet: bool) -> None:
    usual = [happened(day, day, outlets=["Lake Wire"]) for day in range(1, 9)]
    piled = [happened(100 + number, 20, **pile) for number in range(9)]
    others = [happened(200, 20, outlets=["The Shout"])]
    (spike,) = spikes(open_catalogue(tables(events=[*usual, *piled, *others])))
    assert (spike.day, spike.events) == (dt.date(2022, 4, 20), 10)
    assert (spike.one_method, spike.one_outlet) == (one_method, one_outlet)


def test_disagreements_are_ranked_by_how_many_outlets_tell_them() -> None:
    told = [["A"], ["A", "B", "C"], ["A", "B"]]
    rows = [
        happened(n, 4, outlets=outlets, agreement="conflicting", importance=0.9 - n / 10, title=str(len(outlets)))
        for n, outlets in enumerate(told)
    ]
    assert [row["title"] for row in quality(open_catalogue(tables(events=rows))).conflicts] == ["3", "2", "1"]


def test_articles_by_how_many_events_hang_on_their_day(catalogue: Catalogue) -> None:
    first, *rest = hanging.articles(catalogue)
    assert (first["name"], first["guessed"]) == ("shout", True)
    assert {row["name"]: row["hanging"] for row in rest} == {"visit": 1, "wire": 1}
    assert not any(row["guessed"] for row in rest)
