"""Deeds of one day, one doer and one kind that are two all the same: in two towns, to people of two callings."""

import pytest

from pipeline.coreference.callings import Calling, callings_in
from pipeline.model import Event
from pipeline.resources import table
from tests.coreference.scene import A, B, article, joined, told

DAY = (2021, 5, 3)


def _held(title: str, other: str, **places: tuple[str, ...]) -> tuple[Event, ...]:
    one = told(A, "detain", "Belarus", on=DAY, kind="COERCE", title=title, locations=places.get("here", ()))
    two = told(B, "detain", "Belarus", on=DAY, kind="COERCE", title=other, locations=places.get("there", ()))
    return joined(one, two)


def test_two_are_held_in_towns_that_lie_far_apart() -> None:
    one, other = "Belarus detains two journalists in Brest", "Belarus detains two journalists in Gomel"
    assert len(_held(one, other, here=("Brest",), there=("Gomel",))) == 2
    assert len(_held(one, one, here=("Brest",), there=("Brest",))) == 1


def test_a_lawyer_who_is_held_is_not_the_journalist() -> None:
    assert len(_held("Belarus detains a journalist in Minsk", "Belarus detains a lawyer in Minsk")) == 2
    assert len(_held("Belarus detains a journalist in Minsk", "Belarus detains a reporter in Minsk")) == 1


def test_a_girl_of_15_and_a_boy_of_14_are_two_deaths_of_one_article() -> None:
    girl = told(A, "kill", "", "15-year-old girl", on=DAY, kind="ASSAULT", title="A drone kills a 15-year-old girl")
    boy = told(A, "kill", "Russia", on=DAY, kind="ASSAULT", title="A Russian missile kills a 14-year-old", at=60)
    again = told(A, "kill", "", "15-year-old girl", on=DAY, kind="ASSAULT", title="A 15-year-old girl is killed", at=90)
    assert len(joined(girl, boy)) == 2
    assert len(joined(girl, again)) == 1


def test_the_chinese_envoy_is_not_the_cuban_one() -> None:
    one = told(A, "meet", "Anna Reut", "China", on=DAY, title="Anna Reut meets the Chinese envoy")
    assert len(joined(one, told(B, "meet", "Anna Reut", "Cuba", on=DAY, title="Anna Reut meets the Cuban envoy"))) == 2
    assert len(joined(one, told(B, "meet", "Anna Reut", "China", on=DAY, title="Anna Reut meets an envoy"))) == 1


@pytest.mark.parametrize("row", table("lexicons/en/callings.csv", Calling), ids=lambda row: row.calling)
def test_a_calling_is_in_its_example(row: Calling) -> None:
    assert callings_in(row.example) == {row.calling}
    assert row.calling not in callings_in(row.counterexample)


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("Belarus", "police", 1),
        ("Latvia", "Belarus", 2),
        ("Homel Regional Court", "Gomel Oblast Court", 1),
        ("Homel Regional Court", "Brest Regional Court", 2),
    ],
)
def test_who_only_says_what_they_are_and_a_court_of_two_names_may_be_one(one: str, other: str, events: int) -> None:
    told_twice = [told(a, "sentence", who, "Anna Reut", on=DAY, kind="COERCE") for a, who in ((A, one), (B, other))]
    assert len(joined(*told_twice)) == events


@pytest.mark.parametrize(("published", "events"), [(None, 2), ((2021, 5, 4), 1)])
def test_an_undated_deed_of_an_article_of_any_year_takes_no_day_from_another(
    published: tuple[int, int, int] | None, events: int
) -> None:
    title = "Lukashenko frees political prisoners"
    old = article("old", published)
    one = told(A, "free", "Alexander Lukashenko", "political prisoners", on=DAY, kind="RETREAT", title=title)
    other = told(old, "free", "Alexander Lukashenko", "political prisoners", kind="RETREAT", title=title)
    assert len(joined(one, other, documents=(A, old))) == events
