"""Every row of the event lexicons is true of its own example, and not of its counterexample."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline import language
from pipeline.events import lexicon, title_lexicon
from pipeline.events.parse.forms import PastForm
from pipeline.events.parse.syntax import Tree, tree
from pipeline.events.timeline.importance import TypeWeight
from pipeline.events.triggers.kinds import kind_of
from pipeline.lexicons import EventType, ShownType, event_type_rows, shown_types
from pipeline.model import Block, Document, Span
from pipeline.resources import table
from tests.events import reading

TYPES = {
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "ATTACK",
    "CEREMONY",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "DEATH",
    "ECONOMY",
    "ELECTION",
    "GOVERN",
    "HEALTH",
    "LEGISLATE",
    "MOBILIZE",
    "MOVE",
    "OCCUPY",
    "ORDER",
    "OTHER",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "STATEMENT",
    "SUPPORT",
    "THREATEN",
    "YIELD",
}


@cache
def parsed() -> dict[str, list[Tree]]:
    rows = event_type_rows()
    texts = sorted({t for row in rows for t in (row.example, row.counterexample) if t})
    documents = [Document(t, t, t, t, (Block("body", Span(0, len(t))),)) for t in texts]
    return {t: [tree(s) for s in found] for t, found in zip(texts, language.parse(documents), strict=True)}


def types_of(text: str, lemma: str) -> set[str]:
    return {
        kind_of(parse, token.index).event_type
        for parse in parsed()[text]
        for token in parse.tokens
        if lemma in (token.lemma.lower(), token.lemma.lower().rsplit("-", 1)[-1], token.text.lower())
    }


@pytest.mark.parametrize("row", event_type_rows(), ids=lambda r: f"{r.lemma}-{r.pos}-{r.event_type}")
def test_event_word_has_its_kind_in_its_example(row: EventType) -> None:
    assert row.event_type in TYPES
    assert row.event_type in types_of(row.example, row.lemma)
    if row.counterexample:
        assert row.event_type not in types_of(row.counterexample, row.lemma)


WEIGHTS = table("lexicons/en/type_weights.csv", TypeWeight)


@pytest.mark.parametrize("row", WEIGHTS, ids=lambda row: row.event_type)
def test_a_type_that_weighs_is_that_of_its_example(row: TypeWeight) -> None:
    assert row.event_type in {mention.event_type for mention in reading.mentions(row.example)}


def test_every_type_weighs_something_and_at_most_all() -> None:
    assert sorted(row.event_type for row in WEIGHTS) == sorted(TYPES)
    assert all(0 < row.weight <= 1 for row in WEIGHTS)


@pytest.mark.parametrize("row", shown_types(), ids=lambda row: row.mode)
def test_an_event_is_shown_under_the_type_that_readers_know_it_by(row: ShownType) -> None:
    assert row.shown in {mention.event_type for mention in reading.mentions(row.example)}
    assert row.event_type in {mention.event_type for mention in reading.mentions(row.counterexample)}


HEDGES = table("lexicons/en/hedges.csv", lexicon.Hedge)


@pytest.mark.parametrize("row", HEDGES, ids=lambda r: r.phrase)
def test_hedge_stands_in_its_example_only(row: lexicon.Hedge) -> None:
    assert row.phrase.removesuffix("s") in row.example.lower()
    assert row.phrase not in row.counterexample.lower()


FRAMES = [row for row in title_lexicon.nominal_frames().values() if row.example]


@pytest.mark.parametrize("row", FRAMES, ids=lambda r: r.noun)
def test_a_nominal_frame_makes_its_headline(row: title_lexicon.NominalFrame) -> None:
    titles = {m.title for m in reading.mentions(row.example) if m.lemma == row.noun}
    assert titles == {row.title}


@pytest.mark.parametrize("row", title_lexicon.nominalised().values(), ids=lambda r: r.noun)
def test_a_noun_made_from_a_verb_says_whose_deed_it_is(row: title_lexicon.Nominalised) -> None:
    found = [m for m in reading.mentions(row.example) if m.title.endswith(row.words)]
    assert found, [m.title for m in reading.mentions(row.example)]
    assert any(step.stage == "title" and "takes up" in step.because for m in found for step in m.trace)


@pytest.mark.parametrize("row", title_lexicon.kinds_of().values(), ids=lambda r: r.noun)
def test_a_noun_takes_up_what_was_named_with_another(row: title_lexicon.KindOf) -> None:
    last = reading.mentions(row.example)[-1]
    assert last.title.lower().startswith(f"{row.words.lower()} "), last.title
    assert any(step.stage == "title" and "takes up" in step.because for step in last.trace)


@pytest.mark.parametrize("row", title_lexicon.open_nouns().values(), ids=lambda r: r.noun)
def test_an_open_noun_says_of_what_it_is(row: title_lexicon.OpenNoun) -> None:
    found = [m for m in reading.mentions(row.example) if row.words in m.title]
    assert found, [m.title for m in reading.mentions(row.example)]
    assert any(step.stage == "title" and step.choice == row.words for m in found for step in m.trace)


def test_no_event_word_has_two_kinds_under_one_condition() -> None:
    keys = [(row.lemma, row.pos, row.needs) for row in event_type_rows()]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("row", table("lexicons/en/past_forms.csv", PastForm), ids=lambda r: r.form)
def test_a_past_tense_is_no_noun(row: PastForm) -> None:
    assert row.lemma in {m.lemma for m in reading.mentions(row.example)}
    assert not any(m.lemma == row.lemma and m.actors for m in reading.mentions(row.counterexample))
