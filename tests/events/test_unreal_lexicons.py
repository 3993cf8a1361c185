"""Rows of the lexicons about what did not happen or is no news: each is true of its own example."""

from __future__ import annotations

import pytest

from pipeline.events import lexicon
from pipeline.events.claims.fiction import Fiction
from pipeline.events.claims.unreal_objects import (
    UnrealLead,
    UnrealModifier,
    UnrealObject,
    unreal_leads,
    unreal_modifiers,
    unreal_objects,
)
from pipeline.events.claims.unsaid import UnsayingVerb
from pipeline.events.timeline.voices import SayingWord
from pipeline.resources import table
from tests.events import reading


@pytest.mark.parametrize("row", lexicon.irrealis().values(), ids=lambda r: f"{r.lemma}-{r.pos}")
def test_what_stands_under_an_irrealis_word_has_not_happened(row: lexicon.Irrealis) -> None:
    unreal = {m.factuality for m in reading.mentions(row.example)}
    assert unreal & {"planned", "hypothetical", "denied"}, row.example
    assert {m.factuality for m in reading.mentions(row.counterexample)} <= {"asserted"}


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


@pytest.mark.parametrize("row", unreal_leads(), ids=lambda r: r.phrase)
def test_what_was_not_chosen_or_nearly_done_was_not_done(row: UnrealLead) -> None:
    assert fates(row.example, "attack") == {"denied"}
    assert "denied" not in fates(row.counterexample, "attack")


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
