"""The publication date follows from evidence, every step has its reason, and no evidence leaves it open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from pipeline.calendar.interval import from_iso
from pipeline.publication import decide
from pipeline.publication.ahead import AheadCue, ahead_cues, looks_ahead
from pipeline.timex import recognise
from tests.cost import seconds
from tests.publication.expressions import FIELDS, article, expressions

CASES = [
    pytest.param(
        "Channels said on Monday, Nov. 28 that guards were replaced after the death of Makei.",
        ["Monday, Nov. 28"],
        ("2022-11-28", "2022-12-04"),
        id="a weekday with its date fixes the year, a known death the epoch",
    ),
    pytest.param(
        "Reporters said on Monday, Nov. 27 that guards were replaced after the death of Makei.",
        ["Monday, Nov. 27"],
        ("2023-11-27", "2023-12-03"),
        id="the same words a day off fall in another year",
    ),
    pytest.param(
        "He watched the Victory Day parade yesterday. Putin, 70, spoke; Lukashenko, 68, left early.",
        ["Victory Day", "yesterday"],
        ("2023-05-10", "2023-05-10"),
        id="ages leave one Victory Day, and yesterday the day after it",
    ),
    pytest.param(
        "The Victory Day parade is held today. Putin, 70, speaks; Lukashenko, 68, is there.",
        ["Victory Day", "today"],
        ("2023-05-09", "2023-05-09"),
        id="today is the named day itself",
    ),
    pytest.param(
        "The minister said on Tuesday that trains run again. Lithuania had announced a Kaliningrad transit ban.\n"
        "It had been lifted in part on July 1.",
        ["Tuesday", "July 1"],
        ("2022-07-05", "2022-07-18"),
        id="a weekday after the newest date, a week more for a date in place of a weekday",
    ),
    pytest.param(
        "Trains Run Again\n\n12 July 2022\n\nThe trains ran again on Tuesday.",
        ["12 July 2022", "Tuesday"],
        ("2022-07-12", "2022-07-12"),
        id="a date line",
    ),
    pytest.param(
        "Some fear a strike could follow this spring. A bill on the security agreement of the Union State is out.",
        ["this spring"],
        ("2024-12-06", "2025-03-31"),
        id="a coming season after a treaty of known date",
    ),
    pytest.param(
        "VILNIUS, July 4 (BNS) - Lithuania defended its Kaliningrad transit ban.",
        ["July 4"],
        ("2022-07-04", "2022-07-05"),
        id="a dateline",
    ),
    pytest.param("The minister spoke on Tuesday.", ["Tuesday"], None, id="a weekday alone says nothing"),
    pytest.param(
        "He was born in 2019 and spoke on Friday.", ["2019", "Friday"], None, id="a year says not when after it"
    ),
    pytest.param(
        "The war began with Russia's invasion of Ukraine. On July 1 he left, and on Friday he came back.",
        ["July 1", "Friday"],
        None,
        id="an event that is named for years leaves the year open",
    ),
    pytest.param(
        "The old man told on Friday of the Battle of Stalingrad. It snowed on Monday, Nov. 28.",
        ["Friday", "Monday, Nov. 28"],
        None,
        id="history leaves the year open",
    ),
    pytest.param(
        "The death of Makei was recalled on Friday. The trial began on June 20.",
        ["Friday", "June 20"],
        None,
        id="a date long after the newest known event may be of any later year",
    ),
    pytest.param(
        "It began on Monday, Nov. 28, after the death of Makei, and ended on Dec. 12.",
        ["Monday, Nov. 28", "Dec. 12"],
        None,
        id="a weekday with its date is not the newest date",
    ),
    pytest.param(
        "The Victory Day parade was called off a day earlier. Putin, 70, was silent; Lukashenko, 68, was not.",
        ["Victory Day", "a day earlier"],
        ("2022-10-07", "2023-08-30"),
        id="a day earlier is not yesterday: the ages alone bound it",
    ),
    pytest.param(
        "June 20, 1941\n\nThe Eve of the War\n\nOn June 22 the army crossed the river and the city burned.",
        ["June 20, 1941", "June 22"],
        None,
        id="a line with a day is no date line where what follows tells of later days as past",
    ),
    pytest.param(
        "June 20, 1941\n\nCalm on the Frontier\n\nThe frontier was calm and the trains ran to time.",
        ["June 20, 1941"],
        ("1941-06-20", "1941-06-20"),
        id="a line with a day and no later one is a date line",
    ),
    pytest.param(
        "The envoy came for the first time since the June 20 rally. Lithuania had announced a Kaliningrad transit ban.",
        ["June 20"],
        None,
        id="a day since which something happens is not that of the news",
    ),
    pytest.param("No date at all.", [], None, id="no evidence"),
]


@pytest.mark.parametrize(("text", "words", "days"), CASES)
def test_the_day_follows_from_the_text(
    tmp_path: Path, text: str, words: list[str], days: tuple[str, str] | None
) -> None:
    document = article(tmp_path, text)
    decided = decide(document, expressions(document, *words))
    assert decided.published == (from_iso(*days) if days else None)
    assert decided.published_basis == ("inferred" if days else "unknown")
    assert decided.published_trace
    assert all(step.because for step in decided.published_trace)


def test_an_age_beside_a_day_of_its_own_is_that_of_the_day(tmp_path: Path) -> None:
    told = article(tmp_path, "Lukashenko, 68, came to Sochi. In June 2022 the premier met Putin, 69, there.")
    assert decide(told, recognise(told)).published == from_iso("2022-08-31", "2023-08-30")
    told = article(tmp_path, "Lukashenko, 68, came to Sochi. The premier met Putin, 69, there.")
    assert decide(told, recognise(told)).published == from_iso("2022-08-31", "2022-10-06")


@pytest.mark.parametrize(("title", "first"), [("closes its", "2025-07-31"), ("closed the", "2025-10-29")])
def test_a_headline_tells_in_the_present_what_is_only_decided(tmp_path: Path, title: str, first: str) -> None:
    headline = f"Lithuania {title} border with Belarus over balloons"
    text = f"{headline}\n\nIt plans to." if "closes" in title else f"Shut\n\n{headline}, it said."
    decided = decide(article(tmp_path, text), [])
    assert f"published on {first} or later" in str(decided.published_trace)


def test_captions_boxes_and_notes_have_no_vote(tmp_path: Path) -> None:
    text = (
        "Trains Run Again\n\nThe trains ran again.\n\nA train near Brest on 12 July 2022... Jan Novak/Getty Images\n\n"
        "He thanked the drivers.\n\nAbout the author\n\nAnna van Dorn has written for us since 2021."
    )
    document = article(tmp_path, text)
    decided = decide(document, expressions(document, "12 July 2022", "2021"))
    assert decided.published is None
    reasons = [step.because for step in decided.published_trace]
    assert "‘12 July 2022’ stands in a caption, which has no vote" in reasons
    assert "‘2021’ stands in a blurb, which has no vote" in reasons


def test_metadata_are_kept_and_a_contradiction_is_told(tmp_path: Path) -> None:
    document = article(tmp_path, "The bridge was opened on 12 July 2022 by the minister himself.")
    given = replace(document, published=from_iso("2021-01-01", "2021-01-01"), published_basis="metadata")
    decided = decide(given, expressions(document, "12 July 2022"))
    assert (decided.published, decided.published_basis) == (given.published, "metadata")
    assert any("‘12 July 2022’" in step.because and step.choice == "kept" for step in decided.published_trace)


def test_today_bounds_only_when_given(tmp_path: Path) -> None:
    document = article(tmp_path, "Lukashenko, 68, spoke on Friday.")
    found = expressions(document, "Friday")
    assert decide(document, found).published == from_iso("2022-08-31", "2023-08-30")
    bounded = decide(document, found, today=dt.date(2022, 10, 1))
    assert bounded.published == from_iso("2022-08-31", "2022-10-01")


@pytest.mark.parametrize(("today", "reliability"), [("2022-07-12", "stated"), ("2022-07-11", "conflicting")])
def test_metadata_later_than_today_are_kept_and_told(tmp_path: Path, today: str, reliability: str) -> None:
    document = article(tmp_path, "The bridge was opened by the minister himself.")
    day = from_iso("2022-07-12", "2022-07-12")
    given = replace(document, published=day, published_basis="metadata", published_reliability="stated")
    decided = decide(given, (), today=dt.date.fromisoformat(today))
    assert (decided.published, decided.published_reliability) == (day, reliability)
    told = [step.because for step in decided.published_trace if step.choice == "disagreement"]
    assert told == (["2022-07-12 is later than 2022-07-11: given with --today; the date of the metadata is kept"]
                    if reliability == "conflicting" else [])  # fmt: skip


def test_ages_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    document = article(tmp_path, "Putin, 70, met Lukashenko, 40, on Victory Day.")
    decided = decide(document, expressions(document, "Victory Day"))
    assert any(step.choice == "set aside" and "contradicts" in step.because for step in decided.published_trace)


@pytest.mark.parametrize("cue", ahead_cues(), ids=lambda cue: cue.cue)
def test_a_cue_looks_ahead_where_its_example_does(cue: AheadCue) -> None:
    assert any(looks_ahead(cue.example, *span) for span in _numbers(cue.example))
    assert not any(looks_ahead(cue.counterexample, *span) for span in _numbers(cue.counterexample))


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where the example's date stands: its capitalised month or weekday or its year, or "this spring"."""
    words = (
        "May 20",
        "May 9",
        "May 5",
        "May 3",
        "Oct. 4",
        "June ",
        "July ",
        "Jan. 1",
        "Tuesday",
        "September",
        "this spring",
    )
    places = [text.find(word) for word in words] + [text.find(str(year)) for year in range(2009, 2031)]
    return [(place, place + 4) for place in places if place >= 0]


@drawn(
    st.lists(st.sampled_from(sorted(FIELDS)), unique=True), st.lists(st.sampled_from(["said", "will", ".", "\n", "“"]))
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mixture_of_dates_is_decided(tmp_path: Path, words: list[str], between: list[str]) -> None:
    glue = " ".join(["He", *between, "on"])
    document = article(tmp_path, f" {glue} ".join(["Lukashenko, 68,", *words, "the death of Makei."]))
    decided = decide(document, expressions(document, *words))
    assert (decided.published is None) == (decided.published_basis == "unknown")
    assert decided.published is None or decided.published.width is not None


@pytest.mark.parametrize("text", ["1234567890" * 100_000, "Putin " * 100_000, "Putin, 70, " * 20_000, '"' * 100_000])
def test_no_text_takes_long(tmp_path: Path, text: str) -> None:
    document = article(tmp_path, text)
    assert seconds(lambda: decide(document, ())) < 20  # a quadratic search would take hours
