"""A name, however it is spelt, finds its actor; somebody else's name finds nobody."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline import gazetteer, knowledge
from pipeline.calendar.interval import Interval, day

JULY_2022 = day(dt.date(2022, 7, 12))
SPELLINGS = Path(__file__).parent / "cases_spellings.csv"


def spellings() -> list[tuple[str, str]]:
    lines = SPELLINGS.read_text("utf-8").splitlines()[1:]
    return [(spelling, name) for spelling, _, name in (line.partition(",") for line in lines)]


@pytest.mark.parametrize(("spelling", "name"), spellings())
def test_spelling(spelling: str, name: str) -> None:
    actor = gazetteer.canonical(spelling)
    assert (actor.name if actor else "") == name


@pytest.mark.parametrize(
    ("form", "on", "name"),
    [
        ("Bush", dt.date(1990, 5, 1), "George H. W. Bush"),
        ("Bush", dt.date(2003, 5, 1), "George W. Bush"),
        ("Bush", dt.date(2022, 5, 1), None),
        ("Clinton", dt.date(1995, 5, 1), "Bill Clinton"),
        ("May", dt.date(2018, 5, 1), "Theresa May"),
        ("West", dt.date(2022, 5, 1), "the West"),
    ],
)
def test_a_shared_form_is_settled_by_who_was_in_office(form: str, on: dt.date, name: str | None) -> None:
    actor = gazetteer.canonical(form, on=day(on))
    assert (actor.name if actor else None) == name


@pytest.mark.parametrize(
    ("role", "of", "on", "names"),
    [
        ("president", "BLR", JULY_2022, ["Alexander Lukashenko"]),
        ("Dictator", "BLR", JULY_2022, ["Alexander Lukashenko"]),
        ("president", "UKR", day(dt.date(2016, 1, 1)), ["Petro Poroshenko"]),
        ("foreign minister", "BLR", day(dt.date(2022, 11, 25)), ["Vladimir Makei"]),
        ("foreign minister", "BLR", day(dt.date(2022, 11, 28)), []),
        ("prime minister", "GBR", day(dt.date(2022, 10, 24)), ["Liz Truss"]),
        ("prime minister", "GBR", day(dt.date(2022, 10, 25)), ["Rishi Sunak"]),
        ("secretary general", "nato", JULY_2022, ["Jens Stoltenberg"]),
        (
            "chancellor",
            "DEU",
            None,
            ["Friedrich Merz", "Olaf Scholz", "Angela Merkel", "Gerhard Schröder", "Helmut Kohl"],
        ),
        ("astronaut", "BLR", JULY_2022, []),
    ],
)
def test_holders(role: str, of: str, on: Interval | None, names: list[str]) -> None:
    held = [actor.name for actor in gazetteer.holders(role, of, on)]
    assert held[: len(names)] == names
    assert on is None or len(held) == len(names)


def test_places_and_states() -> None:
    bridge = gazetteer.place_for("the Kerch Strait Bridge")
    assert bridge and bridge.name == "Crimean Bridge"
    homel = gazetteer.place_for("Homel")
    assert homel and homel.name == "Gomel" and homel.country == "BLR"
    assert gazetteer.place_for("Atlantis") is None
    lithuania = gazetteer.state_of("LTU")
    assert lithuania and lithuania.name == "Lithuania"


def test_whom_somebody_serves() -> None:
    served = gazetteer.serves("Josep Borrell", JULY_2022)
    assert served
    assert served.name == "European Union"
    of_belarus = gazetteer.serves("Vladimir Makei", JULY_2022)
    assert of_belarus
    assert of_belarus.name == "Belarus"
    assert gazetteer.serves("Garry Kasparov", JULY_2022) is None


def test_a_joint_body_acts_for_its_members() -> None:
    assert [state.name for state in gazetteer.members_of("Union State")] == ["Belarus", "Russia"]
    assert gazetteer.members_of("Belarus") == ()
    assert all(gazetteer.actor_named(row.body) and gazetteer.state_of(row.country) for row in knowledge.members())


def test_patterns_for_the_entity_ruler() -> None:
    patterns = {pattern["pattern"]: pattern for pattern in gazetteer.entity_patterns()}
    assert patterns["Makei"] == {"label": "PERSON", "pattern": "Makei", "id": "makei"}
    assert patterns["Tikhanovskaya"]["id"] == "tsikhanouskaya"
    assert patterns["Vitebsk"] == {"label": "GPE", "pattern": "Vitebsk"}
    assert patterns["Red Square"]["label"] == "FAC"
    assert patterns["Belarus"]["label"] == "GPE" and patterns["Belarus"]["id"] == "belarus"
    assert "Belarus’s KGB" in patterns
    assert not {"Bush", "May", "West", "Major"} & set(patterns), "a shared form labels nobody by itself"


def test_what_the_office_of_somebody_is_called() -> None:
    assert "foreign minister" in gazetteer.offices("Vladimir Makei", JULY_2022)
    assert "president" not in gazetteer.offices("Vladimir Makei", JULY_2022)
    assert not gazetteer.offices("Garry Kasparov Jr", JULY_2022)
