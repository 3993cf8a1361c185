"""Known events are found by the words that mean them, at the right offsets, quickly, and by nothing else."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.calendar.interval import day, days
from pipeline.chronology import interval_of, known_events_in, people_with_birth_dates
from pipeline.knowledge import KnownEvent, chronology
from pipeline.resources import split
from tests.cost import growth


def found(text: str, **options: object) -> list[str]:
    return [match.event.event_id for match in known_events_in(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("event", chronology(), ids=lambda event: event.event_id)
def test_example_and_counterexample(event: KnownEvent) -> None:
    assert event.event_id in found(event.example)
    assert event.event_id not in found(event.counterexample)
    assert not re.search(event.pattern, event.counterexample.lower())
    assert any(cue in event.example.lower() for cue in split(event.cue))


@pytest.mark.parametrize(
    ("text", "event_id"),
    [
        ("Markets fell amid Russia’s invasion of Ukraine.", "invasion_2022"),
        ("since Putin's attack on neighboring Ukraine", "invasion_2022"),
        ("They met days after Putin launched a full-scale invasion of Ukraine.", "invasion_2022"),
        ("Before the full-scale war in Ukraine began, she taught in Kharkiv.", "invasion_2022"),
        ("It is the anniversary of the full-scale invasion.", "invasion_2022"),
        ("weeks before the collapse of the USSR", "ussr_collapse"),
        ("The death of Foreign Minister Vladimir Makei surprised Minsk.", "makei_death"),
        ("a blast on the Kerch Strait Bridge", "kerch_bridge_blast"),
        ("the annexed Crimean peninsula", "crimea_annexed"),
        ("Minsk was quiet on the eve of the 2020 presidential election", "belarus_election_2020"),
    ],
)
def test_other_words_for_it(text: str, event_id: str) -> None:
    assert event_id in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The war in Ukraine goes on.",
        "Washington warned of a Russian invasion of Ukraine.",
        "They fear any invasion of Ukraine.",
        "Russia's missile attack on Ukraine's power grid left towns dark.",
        "If Russia invaded Ukraine, the West would respond.",
        "A drone attack on Ukraine's port burned a warehouse.",
    ],
)
def test_what_is_not_the_invasion(text: str) -> None:
    assert "invasion_2022" not in found(text)


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İstanbul 🎙️ said: Putin’s attack on Ukraine changed Europe."
    (match,) = known_events_in(text)
    assert text[match.span.start : match.span.end] == "Putin’s attack on Ukraine"
    assert match.interval == day(dt.date(2022, 2, 24))


def test_an_event_of_later_years_cannot_be_meant() -> None:
    text = "It has been hard since the war in Ukraine began."
    assert "invasion_2022" in found(text)
    assert found(text, on=day(dt.date(2016, 5, 1))) == []


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2022-02-24", "2022-02-24", "2022-02-24"),
        ("1991-12", "1991-12-01", "1991-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1997", "1997-01-01", "1997-12-31"),
        ("1939-09-01/1945-09-02", "1939-09-01", "1945-09-02"),
        ("2021-07/2021-11", "2021-07-01", "2021-11-30"),
    ],
)
def test_interval_of(date: str, first: str, last: str) -> None:
    assert interval_of(date) == days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_birthdays_by_every_spelling() -> None:
    births = people_with_birth_dates()
    assert births["Alexander Lukashenko"] == births["Lukashenka"] == births["Лукашенко"] == dt.date(1954, 8, 31)
    assert births["Putin"] == dt.date(1952, 10, 7)
    assert "Kremlin" not in births


@given(st.text(max_size=400))
def test_never_raises_and_offsets_lie_inside(text: str) -> None:
    for match in known_events_in(text):
        assert 0 <= match.span.start < match.span.end <= len(text)


@pytest.mark.parametrize("unit", ["russia's full-scale ", "lukashenko 2020 death of ", "the ", "a" * 50])
def test_time_grows_with_length_and_not_faster(unit: str) -> None:
    small, large = unit * 200, unit * 4000
    assert growth(lambda: known_events_in(small), lambda: known_events_in(large), enough=80) <= 80


def test_windows_find_what_the_whole_text_holds() -> None:
    text = " ".join(f"{event.example} {'Nothing else happened that day. ' * 9}" for event in chronology())
    lowered = text.lower()
    here = found(text)
    missing = [
        event.event_id for event in chronology() if re.search(event.pattern, lowered) and event.event_id not in here
    ]
    assert missing == []
