"""The tables under data/knowledge agree with one another, and a name means one thing."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from pipeline import gazetteer, knowledge
from pipeline.chronology import interval_of
from pipeline.resources import split

RULE = re.compile(
    r"(?:0[1-9]|1[0-2])-(?:[0-3]\d|(?:MON|TUE|WED|THU|FRI|SAT|SUN)-(?:[1-5]|-1))|(?:orthodox-)?easter[+-]\d+"
)
PLOVER = re.compile(
    r"(?:COP|GOV|JUD|LEG|MIL|PRM|PTY|REB|SPY|UAF|UNK|AGR|BUS|CRM|CVL|EDU|ELI|JRN|LAB|MED|REF|OPP|PRE|REL|SOC)?"
)


def unique(values: list[str]) -> None:
    assert [value for value, times in Counter(values).items() if times > 1] == []


def test_tables_are_wide_enough() -> None:
    assert len(knowledge.actors()) >= 220
    assert len(knowledge.places()) >= 200
    assert len(knowledge.outlets()) >= 80
    assert len(knowledge.chronology()) >= 80


def test_identifiers_are_unique_over_actors_and_outlets() -> None:
    unique([actor.actor_id for actor in gazetteer.all_actors()])
    unique([place.place_id for place in knowledge.places()])
    unique([event.event_id for event in knowledge.chronology()])
    unique([day.day_id for day in knowledge.named_days()])


def test_a_name_means_one_actor() -> None:
    owners = defaultdict(set)
    for actor in gazetteer.all_actors():
        for name in (actor.name, *split(actor.aliases)):
            owners[name].add(actor.actor_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_short_form_is_no_name_of_another() -> None:
    names = {name for actor in gazetteer.all_actors() for name in (actor.name, *split(actor.aliases))}
    assert [form for actor in knowledge.actors() for form in split(actor.short) if form in names] == []


def test_a_name_means_one_place() -> None:
    owners = defaultdict(set)
    for place in knowledge.places():
        for name in (place.name, *split(place.aliases)):
            owners[name].add(place.place_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_demonym_belongs_to_one_country() -> None:
    owners = defaultdict(set)
    for row in knowledge.demonyms():
        for word in (*split(row.adjectives), *split(row.people)):
            owners[word].add(row.country)
    assert {word: countries for word, countries in owners.items() if len(countries) > 1} == {}


def test_roles_name_known_actors_and_follow_the_calendar() -> None:
    ids = {actor.actor_id for actor in knowledge.actors()}
    countries = {row.country for row in knowledge.demonyms()} | {actor.country for actor in knowledge.actors()}
    for role in knowledge.roles():
        assert role.actor_id in ids
        assert role.of in ids | countries, role
        assert not (role.start and role.end) or role.start < role.end, role
        assert role.role == role.role.lower()


@pytest.mark.parametrize(
    "office", ["president", "prime minister", "foreign minister", "chancellor", "secretary general"]
)
def test_one_holder_at_a_time(office: str) -> None:
    terms = defaultdict(list)
    for row in knowledge.roles():
        if office in split(row.role) and row.start:
            terms[row.of].append((row.start, row.end, row.actor_id))
    for rows in terms.values():
        rows.sort()
        for (_, end, holder), (start, _, successor) in pairwise(rows):
            assert end is not None and end <= start, f"{holder} and {successor} are both {office}"


def test_people_live_before_they_die() -> None:
    for actor in knowledge.actors():
        assert actor.kind == "person" or not (actor.born or actor.died), actor
        assert not (actor.born and actor.died) or actor.born < actor.died, actor
        assert actor.kind != "person" or actor.gender != "none", actor
        assert PLOVER.fullmatch(actor.sector), actor


def test_places_lie_on_the_globe() -> None:
    for place in knowledge.places():
        assert place.latitude is not None and -90 <= place.latitude <= 90
        assert place.longitude is not None and -180 <= place.longitude <= 180


def test_named_days_have_a_rule_and_years_that_do_not_overlap() -> None:
    years = defaultdict(list)
    for day in knowledge.named_days():
        assert RULE.fullmatch(day.rule), day
        years[day.name, day.country].append((day.first_year or 1, day.last_year or 9999))
    for name, spans in years.items():
        spans.sort()
        assert all(left[1] < right[0] for left, right in pairwise(spans)), name


def test_the_chronology_uses_canonical_names() -> None:
    names = {actor.name for actor in gazetteer.all_actors()}
    places = {name for place in knowledge.places() for name in (place.name, *split(place.aliases))}
    for event in knowledge.chronology():
        assert set(split(event.actors)) | set(split(event.recipients)) <= names, event
        assert set(split(event.places)) <= places, event
        assert interval_of(event.date).first_day, event


def test_every_fact_has_a_source() -> None:
    for rows in (
        knowledge.actors(),
        knowledge.roles(),
        knowledge.places(),
        knowledge.outlets(),
        knowledge.chronology(),
    ):
        assert all(row.source.strip() for row in rows)
