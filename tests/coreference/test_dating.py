"""Whose date an event takes, which datings stay side by side, and to which mentions a date flows."""

import datetime as dt

from pipeline.calendar.interval import Interval, days
from pipeline.coreference import cluster
from tests.coreference.scene import A, B, C, joined, told


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
    assert "alpha Post, 4 May 2021" in heir.trace[-1].because
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


def test_days_that_one_article_reckons_give_way_to_the_day_that_another_names() -> None:
    week = days(dt.date(2021, 5, 1), dt.date(2021, 5, 6))
    reckoned = told(B, "die", "Anna Reut", kind="DEATH", interval=week, dating="event-anchored")
    day = told(A, "death", "Anna Reut", on=(2021, 5, 3), kind="DEATH")
    assert [mention.dating for mention in cluster([A, B], [reckoned, day]).mentions] == ["cross-document", "explicit"]
    beside = told(B, "death", "Anna Reut", on=(2021, 5, 3), kind="DEATH", at=9)
    assert [mention.dating for mention in cluster([B], [reckoned, beside]).mentions] == ["event-anchored", "explicit"]


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
