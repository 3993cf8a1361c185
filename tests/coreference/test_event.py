"""What an event says of itself: outlets, certainty, title, id."""

from pipeline.coreference import cluster
from tests.coreference.scene import A, B, C, article, joined, told


def test_one_meeting_in_two_articles() -> None:
    (event,) = joined(
        told(A, "meet", "Anna Reut,Ivan Lis", on=(2021, 5, 3)),
        told(B, "talks", "Ivan Lis", "Anna Reut", on=(2021, 5, 3)),
    )
    assert event.outlets == ("alpha Post", "beta Post")
    assert (event.agreement, event.edtf) == ("agreed", "2021-05-03")
    assert "2 mentions in 2 articles, 2 origins" in [step.choice for step in event.trace]


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
    assert any("alleged by alpha Post, 4 May 2021" in step.because for step in event.trace)


def test_who_denies_or_plans_it_does_not_claim_it() -> None:
    deed = {"on": (2021, 5, 3), "kind": "COERCE"}
    reported = told(A, "arrest", "Minsk police", "Anna Reut", factuality="reported", claimant="Ivan Lis", **deed)
    denied = told(A, "arrest", "Minsk police", "Anna Reut", at=9, factuality="denied", claimant="Minsk police", **deed)
    (event,) = joined(reported, denied)
    assert (event.factuality, event.claimants) == ("reported", ("Ivan Lis",))
    assert any(step.because.startswith("passages of the article differ: reported by alpha") for step in event.trace)
    (alone,) = joined(denied)
    assert (alone.factuality, alone.claimants) == ("denied", ("Minsk police",))


def test_a_sentence_of_two_years_is_not_one_of_eight() -> None:
    deed = {"kind": "SANCTION"}
    new = told(A, "sentence", "", "Anna Reut", title="A court sentences Anna Reut to eight years in prison", **deed)
    old = told(A, "sentence", "", "Anna Reut", title="Anna Reut is sentenced to 2 years in prison", at=40,
               on=(2019, 2, 3), **deed)  # fmt: skip
    assert len(joined(new, old)) == 2
    same = told(B, "sentence", "", "Anna Reut", title="Anna Reut gets an 8-year sentence in prison", **deed)
    assert len(joined(new, same)) == 1


def test_what_somebody_is_found_guilty_of_and_sentenced_to_is_one_judgment() -> None:
    deed = {"kind": "COERCE", "mode": "convict", "on": (2021, 5, 3)}
    guilty = told(A, "find", "", "Anna Reut", title="A court finds Anna Reut guilty of theft", **deed)
    terms = told(A, "jail", "", "Anna Reut", title="Anna Reut is jailed for two years", at=40, **deed)
    other = told(A, "jail", "", "Ivan Lis", title="Ivan Lis is jailed for two years", at=80, **deed)
    upheld = told(A, "uphold", "", "Anna Reut", title="A court upholds the term of Anna Reut", at=120, **deed)
    assert {frozenset(event.mention_ids) for event in joined(guilty, terms, other, upheld)} == {
        frozenset({guilty.mention_id, terms.mention_id}),
        frozenset({other.mention_id}),
        frozenset({upheld.mention_id}),
    }


def test_a_name_may_stand_in_either_order() -> None:
    deed = {"kind": "COERCE", "mode": "convict", "on": (2021, 5, 3)}
    one = told(A, "sentence", "", "Kenji Mori", title="Kenji Mori is sentenced to two years", **deed)
    two = told(B, "sentence", "", "Mori Kenji", title="Mori Kenji is sentenced to two years", **deed)
    three = told(C, "sentence", "", "Mori Akira", title="Mori Akira is sentenced to two years", **deed)
    assert sorted(len(event.mention_ids) for event in joined(one, two, three)) == [1, 2]


def test_a_light_verb_is_its_noun() -> None:
    (event,) = joined(
        told(A, "take", "Anna Reut", on=(2021, 5, 3), kind="OTHER", title="Anna Reut takes the oath in Riga"),
        told(B, "inauguration", "Anna Reut", on=(2021, 5, 3), kind="CEREMONY", title="Inauguration of Anna Reut"),
    )
    assert event.event_type == "CEREMONY"
    assert event.title == "Anna Reut takes the oath in Riga"


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


def test_a_report_of_the_day_comes_before_a_later_mention() -> None:
    late = article("delta", (2023, 5, 4))
    news = told(A, "arrest", "Minsk police", "Anna Reut", on=(2021, 5, 3), kind="COERCE", importance=0.2)
    later = told(late, "arrest", "Minsk police", "Anna Reut", on=(2021, 5, 3), kind="COERCE", importance=0.9)
    (event,) = joined(later, news, documents=(A, late))
    assert event.mention_ids == (news.mention_id, later.mention_id)
