"""Every row of the event lexicons is true of its own example, and not of its counterexample."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline import language
from pipeline.events import lexicon, title_lexicon
from pipeline.events.actors.affected import related
from pipeline.events.actors.namesakes import GivenName
from pipeline.events.claims.fiction import Fiction
from pipeline.events.claims.unreal_objects import UnrealModifier, UnrealObject, unreal_modifiers, unreal_objects
from pipeline.events.claims.unsaid import UnsayingVerb
from pipeline.events.parse.syntax import Tree, tree
from pipeline.events.timeline.voices import SayingWord
from pipeline.events.triggers.kinds import kind_of
from pipeline.lexicons import EventType, event_type_rows
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


HEDGES = table("lexicons/en/hedges.csv", lexicon.Hedge)


@pytest.mark.parametrize("row", HEDGES, ids=lambda r: r.phrase)
def test_hedge_stands_in_its_example_only(row: lexicon.Hedge) -> None:
    assert row.phrase.removesuffix("s") in row.example.lower()
    assert row.phrase not in row.counterexample.lower()


@pytest.mark.parametrize("row", lexicon.irrealis().values(), ids=lambda r: f"{r.lemma}-{r.pos}")
def test_what_stands_under_an_irrealis_word_has_not_happened(row: lexicon.Irrealis) -> None:
    unreal = {m.factuality for m in reading.mentions(row.example)}
    assert unreal & {"planned", "hypothetical", "denied"}, row.example
    assert {m.factuality for m in reading.mentions(row.counterexample)} <= {"asserted"}


@pytest.mark.parametrize("row", table("lexicons/en/relational_nouns.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_who_stands_behind_a_preposition_of_several_words(row: lexicon.Listed) -> None:
    def found(text: str) -> list[int]:
        trees = map(tree, reading.sentences(reading.document(text)))
        return [
            head
            for parse in trees
            for token in parse.tokens
            if token.dep == "ROOT"
            for head in related(parse, token.index)
        ]

    assert found(row.example)
    assert not (row.counterexample and found(row.counterexample))


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


PARTICIPANT_WORDS = table("lexicons/en/participant_words.csv", lexicon.ParticipantWord)


def named(text: str, field: str) -> set[str]:
    return {name for m in reading.mentions(text) for name in getattr(m, field)}


@pytest.mark.parametrize("row", PARTICIPANT_WORDS, ids=lambda r: f"{r.word}-{r.kind}")
def test_a_word_tells_who_takes_part_or_where(row: lexicon.ParticipantWord) -> None:
    everyone = named(row.example, "actors") | named(row.example, "recipients")
    match row.kind:
        case "target":
            assert {"Latvia", "Maria Orlova"} & named(row.example, "recipients")
        case "place":
            assert {"Riga", "Latvia", "Malta"} & named(row.example, "locations")
        case "undergoes" | "done to":
            assert {"Latvia", "Maria Orlova"} & named(row.example, "recipients")
            assert not {"Latvia", "Maria Orlova"} & named(row.counterexample, "recipients")
        case "wish":
            assert "Ivan Petrov" not in everyone
            assert "Ivan Petrov" in named(row.counterexample, "recipients")
        case "body":
            assert "Riga Committee" in reading.mention(row.example, "condemn").actors
            assert "Riga Committee" not in reading.mention(row.counterexample, "condemn").actors
        case "identifies":
            assert "Ivan Petrov" in reading.mention(row.example, "detain").recipients
            assert not reading.mention(row.counterexample, "detain").recipients
        case "apposed":
            assert "Wagner Group" in named(row.example, "actors")
            assert "Wagner Group" not in named(row.counterexample, "actors")
        case "company":
            assert {"Maria Orlova", "Ivan Petrov"} <= named(row.example, "recipients")
        case "weapon":
            assert "Latvia" in everyone
            assert "Zarya" not in everyone
        case "other time":
            assert not everyone & named(row.counterexample, "actors")
        case "count":
            last = reading.mentions(row.example)[-1]
            assert "Latvia" in (*last.actors, *last.recipients)
            other = reading.mentions(row.counterexample)[-1]
            assert "Latvia" not in (*other.actors, *other.recipients)


KIN = [row for rows in lexicon.role_nouns().values() for row in rows if row.kind == "kin" and "killed" in row.example]


@pytest.mark.parametrize("row", KIN, ids=lambda r: r.lemma)
def test_whose_they_are_is_not_who_they_are(row: lexicon.RoleNoun) -> None:
    killed = [m for m in reading.mentions(row.example) if m.lemma == "kill"]
    assert killed
    assert not any({*m.actors, *m.recipients} & {"Maria Orlova"} for m in killed)


@pytest.mark.parametrize("row", table("lexicons/en/fatal_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_a_life_taken_outweighs_a_wound(row: lexicon.Listed) -> None:
    assert [m.lemma for m in reading.mentions(row.example) if m.on_timeline and m.event_type == "ASSAULT"] == [
        row.lemma
    ]
    assert [m.lemma for m in reading.mentions(row.counterexample) if m.on_timeline] == ["injure"]


@pytest.mark.parametrize("row", table("lexicons/en/saying_words.csv", SayingWord), ids=lambda row: row.word)
def test_a_saying_that_tells_nothing_is_no_news(row: SayingWord) -> None:
    def reasons(text: str) -> set[str]:
        said = [m for m in reading.mentions(text) if m.event_type in ("STATEMENT", "REJECT") and not m.on_timeline]
        return {step.because for m in said for step in m.trace if step.stage == "timeline"}

    idle = {"what is said is not told", "no comment is no event", "it carries the words of Sergei Lavrov"}
    assert reasons(row.example) & idle
    assert not reasons(row.counterexample) & idle


@pytest.mark.parametrize("row", table("lexicons/en/demands.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_what_is_asked_for_has_not_happened(row: lexicon.Listed) -> None:
    def releases(text: str) -> list[tuple[str, bool]]:
        return [(m.factuality, m.on_timeline) for m in reading.mentions(text) if m.lemma == "release"]

    assert releases(row.example) == [("planned", False)]
    assert not row.counterexample or [factuality for factuality, _ in releases(row.counterexample)] == ["asserted"]


@pytest.mark.parametrize("row", unreal_objects().values(), ids=lambda r: r.lemma)
def test_what_is_foiled_or_practised_has_not_happened(row: UnrealObject) -> None:
    def attacks(text: str) -> set[str]:
        return {m.factuality for m in reading.mentions(text) if m.lemma == "attack"}

    expected = {"plan": "planned", "hypothesis": "hypothetical", "negation": "denied"}[row.kind]
    assert attacks(row.example) == {expected}
    assert not row.counterexample or attacks(row.counterexample) == {"asserted"}


@pytest.mark.parametrize("row", table("lexicons/en/hearsay_nouns.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_a_report_that_is_dismissed_tells_no_event(row: lexicon.Listed) -> None:
    attacks = [m for m in reading.mentions(row.example) if m.lemma == "attack"]
    assert {m.factuality for m in attacks} == {"denied"}
    assert not any(m.on_timeline for m in attacks)
    assert not row.counterexample or "denied" not in {m.factuality for m in reading.mentions(row.counterexample)}


@pytest.mark.parametrize("row", table("lexicons/en/sign_nouns.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_what_there_is_no_sign_of_has_not_happened(row: lexicon.Listed) -> None:
    assert {m.factuality for m in reading.mentions(row.example) if m.lemma == "attack"} == {"denied"}
    assert not row.counterexample or "denied" not in {m.factuality for m in reading.mentions(row.counterexample)}


def fates(text: str, *lemmas: str) -> set[str]:
    return {m.factuality for m in reading.mentions(text) if m.lemma in lemmas}


@pytest.mark.parametrize("row", table("lexicons/en/condition_words.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_what_is_waited_for_is_a_condition(row: lexicon.Listed) -> None:
    def said(text: str) -> set[str]:
        return fates(text.replace(".", ", Latvia said on Monday."), "free")

    assert said(row.example) == {"hypothetical"}
    assert not row.counterexample or said(row.counterexample) <= {"asserted", "reported"}


@pytest.mark.parametrize("row", table("lexicons/en/false_words.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_what_is_called_false_did_not_happen(row: lexicon.Listed) -> None:
    assert fates(row.example, "attack", "be") >= {"denied"}
    assert not row.counterexample or "denied" not in fates(row.counterexample, "attack")


@pytest.mark.parametrize("row", table("lexicons/en/unsaying_verbs.csv", UnsayingVerb), ids=lambda r: r.lemma)
def test_what_was_told_and_unsaid_did_not_happen(row: UnsayingVerb) -> None:
    assert fates(row.example, "attack") == {"denied" if row.kind == "negation" else "hypothetical"}
    assert not row.counterexample or "denied" not in fates(row.counterexample, "attack")


@pytest.mark.parametrize("row", unreal_modifiers().values(), ids=lambda r: r.word)
def test_a_word_in_front_makes_an_event_unreal(row: UnrealModifier) -> None:
    if row.kind == "attempt":
        assert reading.mention(row.example, "assassination").title.lower().startswith(("a ", "an "))
        assert not row.counterexample or reading.mention(row.counterexample, "assassination").title.startswith("Anna")
        return
    expected = {"plan": "planned", "hypothesis": "hypothetical", "negation": "denied"}[row.kind]
    assert fates(row.example, "attack") == {expected}
    assert not row.counterexample or fates(row.counterexample, "attack") == {"asserted"}


@pytest.mark.parametrize("row", table("lexicons/en/fictions.csv", Fiction), ids=lambda r: f"{r.lemma}-{r.pos}")
def test_what_is_made_up_happens_on_no_day(row: Fiction) -> None:
    def real(text: str) -> set[str]:
        return fates(text, "invade", "invasion", "beat") - {"hypothetical"}

    assert fates(row.example, "invade", "invasion") == {"hypothetical"}
    assert not row.counterexample or real(row.counterexample)


@pytest.mark.parametrize("row", table("lexicons/en/checking_verbs.csv", lexicon.Listed), ids=lambda r: r.lemma)
def test_who_looks_into_a_claim_does_not_make_it(row: lexicon.Listed) -> None:
    def claimants(text: str) -> set[str | None]:
        return {m.claimant for m in reading.mentions(text) if m.lemma == "shell"}

    assert claimants(row.example) == {"claims"}
    assert not row.counterexample or claimants(row.counterexample) == {"Latvia"}


def test_no_event_word_has_two_kinds_under_one_condition() -> None:
    keys = [(row.lemma, row.pos, row.needs) for row in event_type_rows()]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


GIVEN_NAMES = table("lexicons/en/given_names.csv", GivenName)


def test_a_given_name_opens_a_sentence_before_a_known_surname() -> None:
    """Names that begin as Alexander and Oleksandr do may be the president's."""
    other = [row for row in GIVEN_NAMES if row.word[0] not in "AO"]
    wrong = {row.word for row in other if "Alexander Lukashenko" in named(row.example, "recipients")}
    assert not wrong
