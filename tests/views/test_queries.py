import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.views.tables import tables
from views import searching
from views.queries import days, details, naming, presets, timeline
from views.queries.catalogue import Catalogue, open_catalogue
from views.state import ViewState

D = dt.date
NARACH_DAYS = {"Crowds march through the old town", "Troops cross the river"}
MEETING = "Firefly and Trentino meet to settle the border"


def titles(catalogue: Catalogue, view: ViewState) -> set[str]:
    marks = timeline.marks(catalogue, view, None, most=100)
    return {row["title"] for row in details.rows(catalogue.events, [mark.row for mark in marks], ["title"])}


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (ViewState(actor=("Rufus Firefly",)), {MEETING, "Firefly announces a signature"}),
        (ViewState(actor=("Ambassador Trentino",)), {MEETING}),
        (ViewState(factuality=("alleged", "denied")), {"The envoy is poisoned", "Troops cross the river"}),
        (ViewState(event_type=("PROTEST",)), {"Crowds march through the old town"}),
        (ViewState(outlet=("Lake Wire",), event_type=("ELECTION", "DEATH")), {"Both sides hold an election"}),
        (ViewState(search="RIVER -troops"), {"Soldiers cross the river"}),
        (ViewState(search='"customs officers seized"'), {"Customs officers seize a train"}),
        (ViewState(search="100% _ ' \" --"), set()),
        (ViewState(first=D(2022, 2, 10), last=D(2022, 2, 12)), {"The envoy is poisoned"}),
        (ViewState(first=D(2022, 7, 31), last=D(2022, 8, 1)), {"Both sides hold an election", "The dam stands"}),
        (ViewState(first=D(1900, 1, 1), last=D(1900, 1, 1)), set()),
        (ViewState(first=D(1920, 12, 31), last=D(1920, 12, 31)), {"The border is drawn"}),
        (ViewState(search="on:1900"), set()),
        (ViewState(search="on:1920 -after:1920"), {"The border is drawn"}),
        (ViewState(last=D(100, 1, 1)), {"Caesar falls"}),
        (ViewState(first=D(9000, 1, 1)), {"The dam stands"}),
        (ViewState(actor=("Nobody",)), set()),
        (ViewState(recipient=("Ambassador Trentino",)), {MEETING}),
        (ViewState(recipient=("Rufus Firefly",)), {MEETING}),  # whoever meets is met
        (ViewState(search="with:firefly actor:trentino"), {MEETING}),
        (ViewState(claimant=("two officials", "a blogger")), {MEETING, "The envoy is poisoned"}),
        (ViewState(place=("Lake Narach",)), {MEETING}),
        (ViewState(agreement=("conflicting",)), {MEETING}),
        (ViewState(actor=("Freedonia", "Sylvania"), every_actor=True), {"Both sides hold an election"}),
        (ViewState(actor=("Freedonia", "Julius Caesar"), every_actor=True), set()),
        (ViewState(granularity="day", outlet=("Narach Courier",)), {MEETING, *NARACH_DAYS}),
        (ViewState(no_date="only"), set()),
        (ViewState(search="actor:firefly type:consult"), {MEETING}),
        (ViewState(search="actor:FIREFLY -type:CONSULT"), {"Firefly announces a signature"}),
        (ViewState(search="actor:freedonia,caesar before:1921"), {"The border is drawn", "Caesar falls"}),
        (ViewState(search='by:"two officials",blogger -sources:conflicting'), {"The envoy is poisoned"}),
        (ViewState(search="with:trentino place:narach outlet:wire"), {MEETING}),
        (ViewState(search="on:2022-02"), {"The envoy is poisoned"}),
        (ViewState(search="after:2022-06"), {"Both sides hold an election", "The dam stands"}),
        (ViewState(search="certainty:denied colour:red river"), {"Troops cross the river"}),
        (ViewState(search="actor:nobody"), set()),
        (ViewState(first=D(2022, 3, 30), last=D(2022, 4, 3), within=True), NARACH_DAYS),
        (ViewState(last=D(1921, 1, 1), within=True), {"Caesar falls", "The border is drawn"}),
        (ViewState(search="is:undated"), set()),
        (ViewState(search="-is:dated,starred"), set()),
        (ViewState(marked="corrected"), set()),
        (ViewState(marked="starred"), {MEETING}),
        (ViewState(tag=("border",)), {MEETING}),
        (ViewState(search="tag:check is:starred"), {MEETING}),
    ],
)
def test_filters(catalogue: Catalogue, view: ViewState, expected: set[str]) -> None:
    assert titles(catalogue, view) == expected
    assert timeline.found(catalogue, view).dated == len(expected)


def test_a_quarter_of_a_quotation_mark_is_no_error(catalogue: Catalogue) -> None:
    for search in ('"', "-", '""', "'; DROP TABLE event; --", "\0", "%"):
        timeline.found(catalogue, ViewState(search=search))


def test_what_is_typed_stands_for_the_names_that_hold_it(catalogue: Catalogue) -> None:
    assert naming.meant(catalogue, "actor", "firefly") == (["Rufus Firefly"], "")
    assert naming.meant(catalogue, "actor", "sylvania")[0] == ["Sylvania"]
    assert naming.meant(catalogue, "actor", "Rufus Fyrefly") == (
        [],
        "No actor has “Rufus Fyrefly” in its name. Did you mean Rufus Firefly?",
    )
    found, notice = naming.meant(catalogue, "actor", "a")
    assert found == [] and notice.startswith("“a” matches 6 actors: ")


def test_another_spelling_of_a_name_finds_it() -> None:
    assert searching.forms("actor", "lukashenka") == ("lukashenka", "Alexander Lukashenko")
    assert searching.forms("place", "Kiev") == ("Kiev", "Kyiv")
    assert searching.forms("actor", "firefly") == ("firefly",)
    assert searching.forms("tag", "Kiev") == ("Kiev",)


def test_a_name_that_is_not_there_is_said(catalogue: Catalogue) -> None:
    said = naming.unknown(catalogue, ViewState(search="actor:fireflie -place:atlantis outlet:wire"))
    assert [line.split(".")[0] for line in said] == [
        "“actor:fireflie” matches no actor in this store",
        "“place:atlantis” matches no place in this store",
    ]
    assert "Did you mean Rufus Firefly?" in said[0]


def test_presets_count_what_they_bring(catalogue: Catalogue) -> None:
    found = presets.offered(catalogue, ViewState(outlet=("Narach Courier",), first=D(1900, 1, 1)))
    labels = [one.label for one in found]
    assert labels[:2] == ["Newest 30 days", "Newest 12 months"] and labels[2:] == sorted(labels[2:])
    year = next(one for one in found if one.label == "2021")
    assert (year.first, year.last, year.events) == (D(2021, 1, 1), D(2021, 12, 31), 1)
    for one in found:
        asked = ViewState(outlet=("Narach Courier",), first=one.first, last=one.last)
        assert timeline.found(catalogue, asked).dated == one.events
    assert presets.offered(catalogue, ViewState(actor=("Nobody",))) == ()


def test_the_calendar_counts_what_is_dated_to_a_day(catalogue: Catalogue) -> None:
    found = {year.year: year for year in days.years(catalogue, ViewState(first=D(1900, 1, 1)))}
    assert [*found] == [44, 2022]
    assert found[2022].days == {
        D(2022, month, day).timetuple().tm_yday - 1: 1 for month, day in [(3, 30), (4, 3), (4, 4)]
    }
    assert (found[2022].exact, found[2022].coarse) == (3, 4)
    assert days.years(catalogue, ViewState(actor=("Nobody",))) == ()


def test_a_date_filter_leaves_undated_events_out(catalogue: Catalogue) -> None:
    assert timeline.found(catalogue, ViewState()).undated == 2
    assert timeline.found(catalogue, ViewState(first=D(1, 1, 1))).undated == 0


def test_the_opening_days_are_not_squeezed_by_a_lone_century(catalogue: Catalogue) -> None:
    found = timeline.found(catalogue, ViewState())
    assert found.extent is not None
    assert found.extent[1] - found.extent[0] < 366
    assert found.full is not None
    assert dt.date.fromordinal(found.full[0] + timeline.EPOCH) == D(44, 3, 15)
    assert dt.date.fromordinal(found.full[1] + timeline.EPOCH) == D(9999, 12, 31)
    assert found.outside == 2


def test_the_page_opens_where_most_events_are() -> None:
    busy, lonely = [D(2022, 1, 1) + dt.timedelta(days=n) for n in range(100)], [D(2014, 1, 1)] * 9
    days = [{"date_start": day, "date_end": day, "on_timeline": True} for day in busy + lonely]
    rows = [
        {"event_id": f"e{n}", "title": "x", "importance": 0.5, "agreement": "single", **day}
        for n, day in enumerate(days)
    ]
    found = timeline.found(open_catalogue(tables(events=rows)), ViewState())
    assert found.focus is not None and found.extent is not None
    assert D(2022, 1, 1) <= dt.date.fromordinal(found.focus[0] + timeline.EPOCH)
    assert dt.date.fromordinal(found.extent[1] + timeline.EPOCH) == D(2022, 4, 10)
    few = timeline.found(open_catalogue(tables(events=rows[:20])), ViewState())
    assert few.focus == few.extent


def test_a_chosen_event_is_drawn_however_unimportant(catalogue: Catalogue) -> None:
    last = timeline.marks(catalogue, ViewState(), None, most=100)[-1].n
    drawn = timeline.marks(catalogue, ViewState(), None, most=3, also=last)
    assert [mark.n for mark in drawn] == [0, 1, last]
    assert last not in {mark.n for mark in timeline.marks(catalogue, ViewState(search="meet"), None, most=3, also=last)}


def test_density_counts_what_lies_in_its_span(catalogue: Catalogue) -> None:
    span = (D(2022, 1, 1).toordinal() - timeline.EPOCH, D(2022, 12, 31).toordinal() - timeline.EPOCH)
    buckets = timeline.density(catalogue, ViewState(), span, buckets=12)
    assert sum(fine + coarse for fine, coarse in buckets) == 7
    assert timeline.density(catalogue, ViewState(actor=("Nobody",)), span, buckets=12) == [(0, 0)] * 12


def test_the_most_important_come_first(catalogue: Catalogue) -> None:
    best = timeline.marks(catalogue, ViewState(), None, most=3)
    rows = details.rows(catalogue.events, [mark.row for mark in best], ["importance"])
    assert [row["importance"] for row in rows] == [0.95, 0.85, 0.8]
    assert [mark.n for mark in best] == [0, 1, 2]


def test_lanes_put_the_chosen_first(catalogue: Catalogue) -> None:
    lanes = timeline.lanes(catalogue, ViewState(actor=("Ambassador Trentino",)), most=5)
    assert [name for _, name, _ in lanes] == ["Ambassador Trentino", "Rufus Firefly"]


@pytest.mark.parametrize("by", ["actor", "outlet", "event_type"])
def test_every_lane_count_is_the_filter_of_that_name(catalogue: Catalogue, by: Any) -> None:
    view: Callable[[str], ViewState] = {
        "actor": lambda name: ViewState(actor=(name,)),
        "outlet": lambda name: ViewState(outlet=(name,)),
        "event_type": lambda name: ViewState(event_type=(name,)),
    }[by]
    for _, name, events in timeline.lanes(catalogue, ViewState(lanes=by), most=100):
        assert timeline.found(catalogue, view(name)).dated == events


@pytest.mark.parametrize("most", [0, 1, 2, 100])
def test_the_lane_of_the_others_counts_all_of_its_events(catalogue: Catalogue, most: int) -> None:
    codes = {code for code, _, _ in timeline.lanes(catalogue, ViewState(), most=most)}
    every = timeline.marks(catalogue, ViewState(), None, most=100)
    others = sum(not codes.intersection(mark.codes) for mark in every)
    assert timeline.others(catalogue, ViewState(), sorted(codes)) == others


def test_detail_brings_the_articles(catalogue: Catalogue) -> None:
    event_id = catalogue.events.column("event_id")[0].as_py()
    detail = details.detail(catalogue, event_id)
    assert detail is not None
    assert [telling.document["outlet"] for telling in detail.tellings] == ["Narach Courier", "Lake Wire", "The Shout"]
    assert detail.n == 0
    assert details.ranked(catalogue, 0) == event_id
    assert details.ranked(catalogue, 10**9) is None
    assert details.detail(catalogue, "no such event") is None


def test_an_empty_store_has_nothing_and_raises_nothing() -> None:
    empty = open_catalogue(tables())
    assert timeline.found(empty, ViewState()) == timeline.Found(0, 0, None, None, None, 0)
    assert timeline.marks(empty, ViewState(), None, most=5) == []


def test_actor_counts_follow_the_other_filters(catalogue: Catalogue) -> None:
    assert timeline.actors(catalogue, ViewState()) == catalogue.options["actor"]
    counts = timeline.actors(catalogue, ViewState(outlet=("Lake Wire",), actor=("Julius Caesar",)))
    assert counts["Julius Caesar"] == 0
    assert "Crowds of Minsk" not in counts
    for name, count in counts.items():
        found = timeline.found(catalogue, ViewState(outlet=("Lake Wire",), actor=(name,)))
        assert found.dated + found.undated == count


def test_events_of_an_article_are_found_by_its_source(catalogue: Catalogue) -> None:
    sources = catalogue.documents.column("source_uri").to_pylist()
    every = [details.told_by(catalogue, [source]) for source in sources]
    assert sum(map(len, every)) >= len({one for found in every for one in found}) > 3
    assert details.told_by(catalogue, sources)[0] == details.ranked(catalogue, 0)
    assert details.told_by(catalogue, ["nowhere.txt"]) == []
