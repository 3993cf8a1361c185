"""Verbs of no listed kind are events as somebody's deed; verbs that tell no event by themselves stay off."""

from __future__ import annotations

import pytest

from pipeline.events import lexicon
from pipeline.resources import table
from tests.events import reading

STATES, WEAK = (table(lexicon.FOLDER + file, lexicon.Listed) for file in ("states.csv", "weak_verbs.csv"))


def plotted(text: str) -> set[str]:
    """The lemmas of what stands on the timeline."""
    return {m.lemma for m in reading.mentions(text) if m.on_timeline}


@pytest.mark.parametrize("row", STATES + WEAK, ids=lambda row: row.lemma)
def test_no_event_without_a_day(row: lexicon.Listed) -> None:
    assert row.lemma not in plotted(row.example.replace("The mayor", "Lukashenko"))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Lukashenko painted the text on a wall.", "paint"),
        ("Workers of Belaruskali cleared away the tents.", "clear"),
        ("Lukashenko graduated from the academy on Monday.", "graduate"),
        ("Russian athletes were deprived of their flag last week.", "deprive"),
        ("Lukashenko was silent. The new law came into force on March 4.", "come"),
    ],
)
def test_a_deed_is_told_whatever_its_verb(text: str, lemma: str) -> None:
    assert lemma in plotted(text)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Putin said Lukashenko polished the facts.", "polish"),
        ("Lukashenko would paint the text on a wall.", "paint"),
        ("The man who painted the text left Lukashenko's office.", "paint"),
    ],
)
def test_a_word_of_a_speaker_or_an_aside_needs_a_kind_or_a_day(text: str, lemma: str) -> None:
    assert lemma not in plotted(text)


def test_what_befell_somebody_needs_no_object_but_a_day() -> None:
    assert "disappear" in plotted("Banker Tamara Vinnikova disappeared in May 1999.")
    assert "disappear" not in plotted("Banker Tamara Vinnikova disappeared.")


def test_a_sign_of_something_is_not_the_thing() -> None:
    assert "come" not in plotted("The latest sign of trouble in Belarus came with a tax on oil.")
