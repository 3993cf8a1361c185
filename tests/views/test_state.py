import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views import filters, state
from views.state import CHOICES, LANES, ViewState

NAMES = st.lists(st.text(min_size=1, max_size=20), max_size=3, unique=True).map(tuple)
DAYS = st.one_of(st.none(), st.dates())
VIEWS = st.builds(
    ViewState,
    **dict.fromkeys(CHOICES, NAMES),
    granularity=st.sampled_from(("", *state.GRANULARITIES)),
    no_date=st.sampled_from([*filters.UNDATED]),
    marked=st.sampled_from([*filters.MARKED]),
    within=st.booleans(),
    every_actor=st.booleans(),
    search=st.text(max_size=30).filter(lambda text: not text or text.strip()),
    lanes=st.sampled_from(LANES),
    event=st.one_of(st.none(), st.text(min_size=1, max_size=20)),
)


@given(VIEWS, DAYS, DAYS)
def test_an_address_brings_its_view_back(view: ViewState, one: dt.date | None, other: dt.date | None) -> None:
    first, last = sorted((one, other)) if one and other else (one, other)
    view = ViewState(**{name: getattr(view, name) for name in view.__slots__} | {"first": first, "last": last})
    back, notices = state.parse(state.address(view))
    assert back == view
    assert notices == ()


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3), max_size=8))
def test_no_address_raises(parameters: dict[str, list[str]]) -> None:
    view, _ = state.parse(parameters)
    for each in filters.active(view):
        each.condition(view)
        each.texts(view)
    filters.sentence(view, 1, 2)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2022-02-24/2022-03-01", (dt.date(2022, 2, 24), dt.date(2022, 3, 1))),
        ("2022", (dt.date(2022, 1, 1), dt.date(2022, 12, 31))),
        ("2022-02", (dt.date(2022, 2, 1), dt.date(2022, 2, 28))),
        ("2022-12/2023", (dt.date(2022, 12, 1), dt.date(2023, 12, 31))),
        ("../2022-03", (None, dt.date(2022, 3, 31))),
        ("2022-03-05/..", (dt.date(2022, 3, 5), None)),
        ("9999", (dt.date(9999, 1, 1), dt.date(9999, 12, 31))),
        ("9999-12", (dt.date(9999, 12, 1), dt.date(9999, 12, 31))),
        ("0044-03-15", (dt.date(44, 3, 15), dt.date(44, 3, 15))),
        ("2022-02-30", None),
        ("2022-05/2022-03", None),
        ("../..", None),
        ("soon", None),
        ("0000", None),
    ],
)
def test_dates(text: str, days: tuple[dt.date | None, dt.date | None] | None) -> None:
    assert state.parse_dates(text) == days


def test_what_is_not_understood_is_named() -> None:
    _, notices = state.parse({"dates": ["soon"], "lanes": ["rows"], "colour": ["red"]})
    assert len(notices) == 3
    assert "soon" in notices[0]
    assert "rows" in notices[1]
    assert "colour" in notices[2]


def test_names_the_store_does_not_hold_are_named() -> None:
    view, notices = filters.known(ViewState(actor=("A", "B")), {"actor": {"A": 1}})
    assert view.actor == ("A",)
    assert notices == ("There is no actor called “B” in this store, so it was ignored.",)


def test_the_sentence_says_every_filter() -> None:
    view = ViewState(
        actor=("Rufus Firefly",), first=dt.date(2022, 1, 1), last=dt.date(2022, 12, 31), factuality=("alleged",)
    )
    assert filters.sentence(view, 34, 120) == "Showing 34 of 120 events: Rufus Firefly; 2022; alleged"
    for row in filters.FILTERS:
        only = everything("a")
        assert row.active(only)
        assert not row.active(row.cleared(only))
        assert row.sentence(only)


def test_the_address_has_a_key_for_every_filter() -> None:
    assert {row.key for row in filters.FILTERS} == set(state.address(everything("a", "b")))


def everything(*names: str) -> ViewState:
    """A view in which every filter is set."""
    return ViewState(
        **dict.fromkeys(CHOICES, names),
        first=dt.date(2022, 1, 1),
        granularity="month",
        no_date="hide",
        marked="starred",
        search="a",
    )


def test_what_is_not_understood_narrows_nothing() -> None:
    for search in ("before:soon", "type:nonsense", "colour:red", "is:blue"):
        view = ViewState(search=search)
        assert filters.active(view) == ()
        assert filters.sentence(view, 13, 13) == "Showing all 13 events"


def test_a_wrong_code_is_named_and_ignored() -> None:
    view, notices = state.parse({key: ["x"] for key in ("granularity", "no_date", "within", "actors", "lanes")})
    assert view == ViewState()
    assert [notice.split(" ")[0] for notice in notices] == [
        "granularity=x",
        "no_date=x",
        "within=x",
        "actors=x",
        "lanes=x",
    ]


def test_all_of_the_actors_is_said_with_and() -> None:
    view = ViewState(actor=("A", "B"), every_actor=True)
    assert filters.sentence(view, 1, 2) == "Showing 1 of 2 events: A and B"
    assert "HAVING count(*) = 2" in filters.row("actor").condition(view)[0]
    assert "HAVING" not in filters.row("actor").condition(ViewState(actor=("A",), every_actor=True))[0]


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("river -troops", "with “river”; without “troops”"),
        ("actor:putin,makei -type:CONSULT", "actor “putin” or “makei”; not meeting or talks"),
        ("before:2022-07 after:2020", "before July 2022; after 2020"),
        ('certainty:alleged sources:conflicting place:"Lake Narach"', "alleged; sources disagree; in “Lake Narach”"),
    ],
)
def test_a_search_is_said_in_words(search: str, said: str) -> None:
    assert filters.sentence(ViewState(search=search), 1, 2) == f"Showing 1 of 2 events: {said}"


def test_a_chip_takes_away_one_part_and_no_other() -> None:
    view = ViewState(actor=("A", "B"), place=("P",), last=dt.date(2022, 1, 1), search="x")
    chips = [chip for row in filters.FILTERS for chip in row.chips(view)]
    assert [chip.text for chip in chips] == ["A", "B", "on or before 1 January 2022", "P", "“x”"]
    assert chips[0].without(view) == ViewState(actor=("B",), place=("P",), last=dt.date(2022, 1, 1), search="x")
    for chip in chips:
        view = chip.without(view)
    assert not view.is_filtered


@pytest.mark.parametrize("text", ["2022-00", "2022-00-15", "2022-03-00", "2022-13"])
def test_a_day_that_no_calendar_has_is_no_date(text: str) -> None:
    assert state.parse_day(text, end=False) is None
    assert state.parse_day(text, end=True) is None
