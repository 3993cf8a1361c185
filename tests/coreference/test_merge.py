"""What is one event and what is not, case by case, on hand-made mentions."""

import dataclasses
import datetime as dt

import pytest

from pipeline.calendar.interval import Interval, day, days
from pipeline.model import EventMention
from tests.coreference.scene import A, B, C, article, joined, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            told(A, "poison", "FSB", "Anna Reut", on=(2021, 5, 3), kind="ASSAULT"),
            told(B, "poison", "FSB", "Ivan Lis", on=(2021, 5, 3), kind="ASSAULT"),
            id="different victims",
        ),
        pytest.param(
            told(A, "poison", "", "Vladimir Makei", on=(2021, 5, 3), kind="ASSAULT"),
            told(B, "poison", "", "Alexander Lukashenko", on=(2021, 5, 3), kind="ASSAULT"),
            id="different victims of one state",
        ),
        pytest.param(
            told(
                A, "promise", "Anna Reut", "Ivan Lis", on=(2021, 5, 3), kind="AGREE", title="Reut promises Lis a loan"
            ),
            told(
                B, "promise", "Ivan Lis", "Anna Reut", on=(2021, 5, 3), kind="AGREE", title="Lis promises Reut a talk"
            ),
            id="the promises of either side",
        ),
        pytest.param(
            told(A, "sign", "Belarus,Russia", on=(1997, 4, 2), kind="AGREE"),
            told(B, "sign", "Belarus,Russia", on=(1999, 12, 8), kind="AGREE"),
            id="two treaties of one storyline",
        ),
        pytest.param(
            told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
            told(B, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 4)),
            id="days named in full that differ",
        ),
        pytest.param(
            told(A, "say", "Anna Reut", on=(2021, 5, 3), kind="STATEMENT", title="Reut says the harvest failed badly"),
            told(B, "say", "Ivan Lis", on=(2021, 5, 3), kind="STATEMENT", title="Lis says the harvest failed badly"),
            id="another speaker",
        ),
        pytest.param(
            told(A, "say", "Anna Reut", on=(2021, 5, 3), kind="STATEMENT", title="Reut says the harvest failed badly"),
            told(B, "say", "Anna Reut", on=(2021, 5, 3), kind="STATEMENT", title="Reut says a new bridge will open"),
            id="another matter",
        ),
        pytest.param(
            told(A, "attack", "Anna Reut", "Ivan Lis", on=(2021, 5, 3), kind="ATTACK", factuality="hypothetical"),
            told(B, "attack", "Anna Reut", "Ivan Lis", on=(2021, 5, 3), kind="ATTACK"),
            id="supposed and actual",
        ),
        pytest.param(
            told(A, "arrest", "", "Anna Reut", on=(2021, 5, 3), kind="COERCE"),
            told(B, "release", "", "Anna Reut", on=(2021, 5, 3), kind="COERCE"),
            id="another kind of act",
        ),
        pytest.param(
            told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
            told(B, "meet", "Anna Reut,Ivan Lis", interval=days(dt.date(2021, 1, 1), dt.date(2021, 12, 31))),
            id="some day of the year",
        ),
    ],
)
def test_look_alikes_stay_apart(one: EventMention, other: EventMention) -> None:
    assert len(joined(one, other)) == 2


def test_nobody_in_particular_does_not_bridge_two_victims() -> None:
    events = joined(
        told(A, "poison", "FSB", "Anna Reut", on=(2021, 5, 3), kind="ASSAULT"),
        told(B, "poison", "FSB", "", on=(2021, 5, 3), kind="ASSAULT"),
        told(C, "poison", "FSB", "Ivan Lis", on=(2021, 5, 3), kind="ASSAULT"),
    )
    assert len(events) == 2
    assert not any({"Anna Reut", "Ivan Lis"} <= set(event.recipients) for event in events)


def test_soldiers_of_one_state_die_more_than_once() -> None:
    events = joined(
        told(A, "die", "Russia", on=(2021, 5, 3), kind="DEATH"), told(B, "die", "Russia", on=(2021, 5, 5), kind="DEATH")
    )
    assert len(events) == 2


def test_whoever_a_president_invades_his_state_does() -> None:
    (event,) = joined(
        told(A, "raid", "Vladimir Putin", "Georgia", on=(2021, 5, 3), kind="ATTACK"),
        told(B, "raid", "Russia", "Georgia", on=(2021, 5, 3), kind="ATTACK"),
    )
    assert set(event.actors) == {"Vladimir Putin", "Russia"}


def test_what_goes_on_since_a_year_may_be_what_began_in_it() -> None:
    year = days(dt.date(2004, 1, 1), dt.date(2004, 12, 31))
    since = Interval(year.start, None)
    late = dataclasses.replace(B, published=day(dt.date(2011, 8, 25)))
    told_twice = [
        told(d, "fight", "Anna Reut", kind="HEALTH", interval=when, title="Anna Reut fights cancer of the lung")
        for d, when in ((A, year), (late, since))
    ]
    (event,) = joined(*told_twice, documents=(A, late))
    assert len(event.mention_ids) == 2


def test_a_caption_is_joined_with_nothing() -> None:
    events = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3), block="caption", on_timeline=False),
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3), at=9),
    )
    assert len(events) == 2


def test_sentences_on_different_days_are_two() -> None:
    events = joined(
        told(A, "sentence", "", "Anna Reut", on=(2021, 5, 3), kind="SANCTION"),
        told(B, "sentence", "", "Anna Reut", on=(2021, 4, 3), kind="SANCTION"),
    )
    assert len(events) == 2


def test_two_meetings_of_one_person_with_others_are_two() -> None:
    events = joined(
        told(A, "meet", "Anna Reut", "Ivan Lis", on=(2021, 5, 3)),
        told(B, "meet", "Anna Reut", "Olga Mir", on=(2021, 5, 3)),
        told(C, "meeting", "Anna Reut", on=(2021, 5, 3)),
    )
    assert not any({"Ivan Lis", "Olga Mir"} <= {*event.actors, *event.recipients} for event in events)


def test_by_now_joins_nothing_across_the_months() -> None:
    open_end = Interval(None, dt.date(2021, 12, 2).toordinal())
    later = article("delta", (2021, 12, 1))
    events = joined(
        told(A, "visit", "Anna Reut", on=(2021, 5, 3), kind="CONSULT", title="Anna Reut visits Riga"),
        told(later, "visit", "Anna Reut", kind="CONSULT", interval=open_end, title="Anna Reut visits Riga"),
        documents=(A, later),
    )
    assert len(events) == 2


def test_an_election_of_one_day_is_one_whoever_is_named() -> None:
    (event,) = joined(
        told(A, "election", "Anna Reut", on=(2021, 5, 3), kind="ELECTION"),
        told(B, "vote", "Ivan Lis", on=(2021, 5, 3), kind="ELECTION"),
    )
    assert event.origins == 2


def test_a_deed_of_nobody_is_one_by_its_word_its_thing_and_its_day() -> None:
    plane = told(A, "crash", "", on=(2021, 5, 3), kind="MOVE", title="Private plane crashes")
    again = told(B, "crash", "", on=(2021, 5, 3), kind="MOVE", title="Business plane crashes near a village")
    coach = told(B, "crash", "", on=(2021, 5, 3), kind="MOVE", title="School coach crashes near a village")
    later = told(B, "crash", "", on=(2021, 5, 4), kind="MOVE", title="Business plane crashes near a village")
    assert [len(joined(plane, other)) for other in (again, coach, later)] == [1, 2, 2]


def test_what_is_announced_with_the_type_of_a_deed_meets_what_is_said() -> None:
    said = told(
        A, "say", "Anna Reut", on=(2021, 5, 3), kind="STATEMENT", title="Anna Reut says both armies form a joint force"
    )
    announced = told(
        B,
        "announce",
        "Anna Reut",
        on=(2021, 5, 3),
        kind="AGREE",
        title="Anna Reut announces a joint force of both armies",
    )
    assert len(joined(said, announced)) == 1


def test_the_swap_of_that_day_takes_up_the_exchange_told_before() -> None:
    exchange = told(A, "exchange", "Belarus,Russia", on=(2021, 5, 1), kind="COOPERATE", title="Both exchange prisoners")
    swap = told(A, "swap", on=(2021, 5, 1), kind="COOPERATE", at=50, title="The Saturday swap takes place in Sumy")
    another = dataclasses.replace(swap, title="A swap takes place in Sumy")
    assert len(joined(exchange, swap)) == 1
    assert len(joined(exchange, another)) == 2
