"""What is one event and what is not, case by case, on hand-made mentions."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from pipeline.calendar.interval import Interval, day, days
from pipeline.coreference import cluster
from pipeline.model import Document, Event, EventMention
from tests.coreference.scene import article, told

A, B, C = article("alpha"), article("beta", (2021, 5, 5)), article("gamma", (2021, 5, 6))


def joined(*mentions: EventMention, documents: tuple[Document, ...] = (A, B, C)) -> list[Event]:
    return list(cluster(documents, mentions).events)


def test_one_meeting_in_two_articles() -> None:
    (event,) = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(B, "talks", "Ivan Lis", "Anna Reut", on=(2021, 5, 3)),
    )
    assert event.outlets == ("alpha Post", "beta Post")
    assert (event.agreement, event.edtf) == ("agreed", "2021-05-03")
    assert "2 mentions in 2 articles, 2 origins" in [step.choice for step in event.trace]


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


def test_a_headline_and_its_lead_are_one() -> None:
    (event,) = joined(
        told(
            A, "arrest", "KGB of Belarus", "Anna Reut", kind="COERCE", block="headline", title="KGB arrests Anna Reut"
        ),
        told(
            A, "detain", "KGB of Belarus", "Anna Reut", on=(2021, 5, 3), kind="COERCE", at=9, title="KGB detains Reut"
        ),
    )
    assert [heir.dating for heir in event.inherited] == ["inherited"]


def test_a_date_flows_to_another_article_and_the_trace_says_from_where() -> None:
    undated = told(
        B, "arrest", "Minsk police", "Anna Reut", kind="COERCE", title="Minsk police arrest blogger Anna Reut"
    )
    dated = told(
        A, "arrest", "Minsk police", "Anna Reut", on=(2021, 5, 3), kind="COERCE", title="Police arrest blogger"
    )
    found = cluster([A, B], [undated, dated])
    heir = found.mentions[0]
    assert (heir.edtf, heir.dating, heir.granularity) == ("2021-05-03", "cross-document", "day")
    assert "alpha Post (alpha)" in heir.trace[-1].because
    assert found.mentions[1] == dated


def test_an_upper_bound_gives_way_and_a_year_in_words_does_not() -> None:
    bound = told(
        B, "die", "Anna Reut", kind="DEATH", interval=Interval(None, dt.date(2021, 5, 6).toordinal()), dating="explicit"
    )
    year = told(C, "die", "Anna Reut", kind="DEATH", interval=days(dt.date(2021, 1, 1), dt.date(2021, 12, 31)))
    day = told(A, "death", "Anna Reut", on=(2021, 5, 3), kind="DEATH")
    found = cluster([A, B, C], [bound, year, day])
    assert len(found.events) == 1
    assert [mention.dating for mention in found.mentions] == ["cross-document", "explicit", "explicit"]
    assert found.mentions[1].interval == year.interval


def test_an_undated_mention_between_two_dated_meetings_stays_undated() -> None:
    events = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(B, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 5)),
        told(C, "meet", "Anna Reut,Ivan Lis"),
    )
    assert len(events) == 3
    assert sum(event.agreement == "undated" for event in events) == 1


def test_two_days_for_one_death_stay_side_by_side() -> None:
    (event,) = joined(
        told(A, "die", "Anna Reut", on=(2021, 5, 3), kind="DEATH"),
        told(B, "death", "Anna Reut", on=(2021, 5, 2), kind="DEATH"),
        told(C, "die", "Anna Reut", on=(2021, 5, 3), kind="DEATH"),
    )
    assert event.agreement == "conflicting"
    assert event.edtf == "2021-05-03"
    assert [(c.interval.iso()[0], c.outlets) for c in event.candidates if c.interval] == [
        ("2021-05-03", ("alpha Post", "gamma Post")),
        ("2021-05-02", ("beta Post",)),
    ]


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


def test_a_known_event_is_one_wherever_it_is_named_and_lends_its_day() -> None:
    text = "Much changed after the Russian invasion of Ukraine, said the baker, who sells rye bread in the old town."
    at = text.index("invasion")
    one, other = (dataclasses.replace(d, text=text + d.text, published=None) for d in (A, B))
    found = cluster(
        [one, other],
        [
            told(one, "invasion", "Russia", "Ukraine", kind="ATTACK", at=at),
            told(other, "invasion", "", "Ukraine", kind="ATTACK", at=at, title="The invasion"),
        ],
    )
    assert len(found.events) == 1
    assert found.events[0].dating == "event-anchored"
    assert [m.edtf for m in found.mentions] == ["2022-02-24"] * 2


def test_a_word_inside_the_name_of_a_known_event_is_not_that_event() -> None:
    text = "Bread grew dear after the Russian invasion of Ukraine. " + A.text
    one = dataclasses.replace(A, text=text, published=None)
    inside = told(one, "grow", "", "Ukraine", kind="ECONOMY", at=text.index("invasion"))
    (event,) = joined(inside, documents=(one,))
    assert event.agreement == "undated"


def test_copies_of_one_wire_text_count_once() -> None:
    text = " ".join(f"word{number}" for number in range(300))
    copies = [dataclasses.replace(d, text=text + f" End of {d.name}.") for d in (A, B, C)]
    (event,) = joined(
        *(told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in copies), documents=tuple(copies)
    )
    assert event.trace[0].choice == "3 mentions in 3 articles, 1 origin"
    assert event.importance == 0.5
    (independent,) = joined(*(told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in (A, B, C)))
    assert independent.importance == 0.6


def test_two_cuttings_of_one_agency_report_are_one_origin() -> None:
    report = [f"word{number}" for number in range(400)]
    cut = " ".join([*report[:200], *(f"own{number}" for number in range(100))])
    whole = dataclasses.replace(A, text=" ".join(report), agency="Reuters")

    def origins(**changes: Any) -> int:
        other = dataclasses.replace(B, **{"text": cut, "agency": "Reuters"} | changes)
        meet = [told(d, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)) for d in (whole, other)]
        (event,) = joined(*meet, documents=(whole, other))
        return event.origins

    assert origins() == 1
    assert origins(agency="TASS") == 2
    assert origins(published=day(dt.date(2021, 5, 9))) == 2
    assert origins(text=" ".join([*report[:20], *(f"own{number}" for number in range(300))])) == 2


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


def test_articles_that_disagree_on_certainty_are_named() -> None:
    (event,) = joined(
        told(
            A,
            "arrest",
            "Minsk police",
            "Anna Reut",
            on=(2021, 5, 3),
            kind="COERCE",
            factuality="alleged",
            claimant="Ivan Lis",
        ),
        told(B, "arrest", "Minsk police", "Anna Reut", on=(2021, 5, 3), kind="COERCE"),
    )
    assert (event.factuality, event.claimants) == ("asserted", ("Ivan Lis",))
    assert any("alleged by alpha Post (alpha)" in step.because for step in event.trace)


def test_a_caption_is_joined_with_nothing() -> None:
    events = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3), block="caption", on_timeline=False),
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3), at=9),
    )
    assert len(events) == 2


def test_ids_stay_when_later_articles_come() -> None:
    first = [
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(A, "arrest", "", "Anna Reut", kind="COERCE", at=9),
    ]
    before = {event.event_id for event in joined(*first)}
    after = {event.event_id for event in joined(*first, told(B, "meeting", "Anna Reut,Ivan Lis", on=(2021, 5, 3)))}
    assert before == after


def test_nothing_gives_nothing() -> None:
    assert cluster([], []).events == ()
    assert cluster([A], []).mentions == ()


def test_two_releases_of_one_person_within_months_are_one_that_outlets_date_differently() -> None:
    (event,) = joined(
        told(A, "release", "", "Anna Reut", on=(2021, 5, 3), kind="RETREAT"),
        told(B, "free", "", "Anna Reut", on=(2021, 4, 3), kind="RETREAT"),
    )
    assert event.agreement == "conflicting"
    assert [candidate.outlets for candidate in event.candidates] == [("alpha Post",), ("beta Post",)]
    assert event.inherited == ()
    later = told(C, "release", "", "Anna Reut", on=(2022, 5, 3), kind="RETREAT")
    assert len(joined(told(A, "release", "", "Anna Reut", on=(2021, 5, 3), kind="RETREAT"), later)) == 2


def test_two_explicit_days_for_one_deed_told_alike_stay_side_by_side() -> None:
    title = "{} storms the harbour warehouse of Anna Reut with tear gas"
    (event,) = joined(
        told(A, "storm", "Minsk police", "Anna Reut", on=(2021, 5, 3), kind="COERCE", title=title.format("Police")),
        told(B, "storm", "Minsk police", "Anna Reut", on=(2021, 5, 1), kind="COERCE", title=title.format("Force")),
    )
    assert event.agreement == "conflicting"
    assert len(event.candidates) == 2


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


def test_one_outlet_that_repeats_itself_agrees_with_nobody() -> None:
    (event,) = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(A, "meeting", "Anna Reut,Ivan Lis", on=(2021, 5, 3), at=9),
    )
    assert (event.agreement, event.origins) == ("single", 1)


def test_a_light_verb_is_its_noun() -> None:
    (event,) = joined(
        told(A, "take", "Anna Reut", on=(2021, 5, 3), kind="OTHER", title="Anna Reut takes the oath in Riga"),
        told(B, "inauguration", "Anna Reut", on=(2021, 5, 3), kind="CEREMONY", title="Inauguration of Anna Reut"),
    )
    assert event.event_type == "CEREMONY"
    assert event.title == "Anna Reut takes the oath in Riga"


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
