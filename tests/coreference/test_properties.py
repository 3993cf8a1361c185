"""What holds of any clustering, on generated mentions; and its cost on very many."""

import dataclasses
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coreference import Clustering, cluster
from pipeline.model import Document, EventMention
from tests.coreference.scene import article, told
from tests.cost import growth

ARTICLES = [article(f"article{number}", (2021, 5, 1 + number)) for number in range(4)]
PEOPLE = ["Anna Reut", "Ivan Lis", "Alexander Lukashenko", "Belarus", ""]
KINDS = [("meet", "CONSULT"), ("talks", "CONSULT"), ("poison", "ASSAULT"), ("die", "DEATH"), ("say", "STATEMENT")]


@st.composite
def scenes(draw: st.DrawFn) -> list[EventMention]:
    mentions = []
    for at in range(draw(st.integers(0, 12))):
        lemma, kind = draw(st.sampled_from(KINDS))
        day = draw(st.none() | st.integers(1, 4))
        mentions.append(
            told(
                draw(st.sampled_from(ARTICLES)),
                lemma,
                draw(st.sampled_from(PEOPLE)),
                draw(st.sampled_from(PEOPLE)),
                on=(2021, 5, day) if day else None,
                kind=kind,
                at=at * 5,
                factuality=draw(st.sampled_from(["asserted", "alleged", "hypothetical"])),
                dating=draw(st.sampled_from(["explicit", "publication-relative"])) if day else "undated",
            )
        )
    return mentions


def run(documents: list[Document], mentions: list[EventMention]) -> Clustering:
    return cluster(documents, mentions)


@given(scenes(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(mentions: list[EventMention], chance: random.Random) -> None:
    found = run(ARTICLES, mentions)
    documents, shuffled = ARTICLES[:], mentions[:]
    chance.shuffle(documents)
    chance.shuffle(shuffled)
    again = run(documents, shuffled)
    assert again.events == found.events
    assert set(again.mentions) == set(found.mentions)


@given(scenes())
def test_every_mention_is_in_exactly_one_event(mentions: list[EventMention]) -> None:
    found = run(ARTICLES, mentions)
    told_of = sorted(mention_id for event in found.events for mention_id in event.mention_ids)
    assert told_of == sorted(mention.mention_id for mention in mentions)
    assert len({event.event_id for event in found.events}) == len(found.events)
    assert [mention.mention_id for mention in found.mentions] == [mention.mention_id for mention in mentions]


@given(scenes())
def test_days_named_in_full_that_differ_are_shown_as_a_conflict(mentions: list[EventMention]) -> None:
    by_id = {mention.mention_id: mention for mention in mentions}
    for event in run(ARTICLES, mentions).events:
        members = [by_id[mention_id] for mention_id in event.mention_ids]
        days = {m.interval for m in members if m.dating == "explicit"}
        assert len(days) <= 1 or event.agreement == "conflicting"
        assert event.agreement == "conflicting" or len({m.interval for m in members if m.interval}) <= 1


@given(scenes())
def test_supposed_events_and_other_victims_stay_apart(mentions: list[EventMention]) -> None:
    by_id = {mention.mention_id: mention for mention in mentions}
    for event in run(ARTICLES, mentions).events:
        members = [by_id[mention_id] for mention_id in event.mention_ids]
        assert len({m.factuality == "hypothetical" for m in members}) == 1
        assert len({m.event_type for m in members}) == 1
        if event.event_type in {"ASSAULT", "DEATH"}:
            assert len({n for m in members for n in m.recipients} - {"Belarus"}) <= 1


@given(scenes())
def test_dates_are_lent_and_never_changed_or_made_up(mentions: list[EventMention]) -> None:
    found = run(ARTICLES, mentions)
    given_days = {mention.interval for mention in mentions}
    for before, after in zip(mentions, found.mentions, strict=True):
        assert after.interval in given_days
        if before.interval is not None:
            assert after == before
        elif after.interval is not None:
            assert after.dating in {"inherited", "cross-document"}
            assert after.trace[:-1] == before.trace and after.trace[-1].because


@given(scenes())
def test_clustering_again_changes_nothing(mentions: list[EventMention]) -> None:
    found = run(ARTICLES, mentions)
    again = run(ARTICLES, list(found.mentions))
    ids = sorted(sorted(event.mention_ids) for event in found.events)
    assert sorted(sorted(event.mention_ids) for event in again.events) == ids


@settings(max_examples=5)
@given(st.integers(0, 10**6))
def test_twice_the_same_bytes(seed: int) -> None:
    mentions = many(random.Random(seed), 60)  # noqa: S311
    assert repr(run(ARTICLES, mentions)) == repr(run(ARTICLES, mentions))


def many(chance: random.Random, count: int) -> list[EventMention]:
    """Mentions of few people and kinds, so that every block is crowded."""
    base = told(ARTICLES[0], "meet", "Anna Reut", on=(2021, 5, 1))
    made = []
    for number in range(count):
        lemma, kind = chance.choice(KINDS)
        mention = told(chance.choice(ARTICLES), lemma, chance.choice(PEOPLE[:4]), chance.choice(PEOPLE), kind=kind)
        day = chance.randrange(1, 3000)
        interval = dataclasses.replace(base.interval, start=737_000 + day, end=737_001 + day) if base.interval else None
        made.append(dataclasses.replace(mention, mention_id=f"m{number}", interval=interval, dating="explicit"))
    return made


def test_cost_grows_with_the_mentions_and_not_with_their_square() -> None:
    small, large = many(random.Random(1), 500), many(random.Random(1), 4_000)  # noqa: S311

    assert growth(lambda: run(ARTICLES, small), lambda: run(ARTICLES, large), enough=32) <= 32  # eight times as many
