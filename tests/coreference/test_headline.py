"""Titles that an editor would not print, and numbers that articles do not share."""

import dataclasses

import pytest

from pipeline.coreference import headline, numbers
from pipeline.coreference.headline import TitleWords
from pipeline.coreference.profile import Profile, profiles
from pipeline.model import Document, EventMention, Span
from pipeline.resources import split, table
from tests.coreference.scene import article, told

WORDS = table("lexicons/en/coreference_titles.csv", TitleWords)


def profiled(document: Document, mention: EventMention) -> Profile:
    (found,) = profiles([document], [mention], {document.doc_id: document.doc_id}, {})
    return found


def saying(text: str, trigger: str, title: str, **changes: object) -> Profile:
    document = dataclasses.replace(article("alpha"), text=text)
    at = text.index(trigger)
    mention = dataclasses.replace(
        told(document, "meet", "Anna Reut", title=title),
        trigger=Span(at, at + len(trigger)),
        passage=Span(0, text.find(". ", at) + 1 or len(text)),
        **changes,
    )
    return profiled(document, mention)


@pytest.mark.parametrize(
    ("text", "trigger", "title", "flaw"),
    [
        ("The raid on Riga failed.", "raid", "Raid on Riga", "no clause"),
        ("Anna Reut's visit to Riga ended.", "visit", "Anna Reut’s visit to Riga", "no clause"),
        ("Anna Reut annexed it.", "annexed", "Anna Reut annexes", "under four words"),
        ("They crossed into Latvia today.", "crossed", "They cross into Latvia today", "hanging start"),
        ("Anna Reut signed the pact with Riga.", "signed", "Anna Reut signs the pact with", "hanging end"),
        ("Anna Reut met them in Riga.", "met", "Anna Reut meets them in Riga", "pronoun"),
        ("Anna Reut signed the deal.", "signed", "Anna Reut signs the deal", "vague end"),
        ("Police met the crowd in Riga.", "met", "Police meet the crowd in Riga", "nobody named"),
        ("Anna Reut met a crowd in Riga.", "met", "Anna Reut meets a crowd of…", "cut short"),
    ],
)
def test_a_flaw_is_named(text: str, trigger: str, title: str, flaw: str) -> None:
    assert flaw in headline.flaws(saying(text, trigger, title))


def test_a_whole_clause_has_none() -> None:
    assert headline.flaws(saying("Anna Reut met a crowd in Riga.", "met", "Anna Reut meets a crowd in Riga")) == ()


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.flaw)
def test_examples_hold(row: TitleWords) -> None:
    def hangs(title: str) -> bool:
        words = title.lower().split()
        last = words[-1:]
        part = {"dangling start": words[:1], "dangling end": last, "vague end": last, "dangling inside": words}[
            row.flaw
        ]
        return any(word in split(row.words) for word in part)

    assert hangs(row.example)
    assert not hangs(row.counterexample)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reut won with 87.6 percent of the vote.", {"percent": {"87.6"}}),
        ("Reut won 65.16% of it.", {"percent": {"65.16"}}),
        ("Riga freed 52 political prisoners.", {"prisoners": {"52"}}),
        ("Riga freed 1,200 prisoners.", {"prisoners": {"1,200"}}),
        ("Reut won. She received 86.8 percent of the vote. Lis got 3 percent.", {"percent": {"86.8"}}),
        ("Reut won. Lis received 3.2 percent.", {}),
        ("Reut, 45, won in 2021.", {}),
    ],
)
def test_amounts(text: str, expected: dict[str, set[str]]) -> None:
    trigger = "won" if "won" in text else "freed"
    assert numbers.amounts(saying(text, trigger, "Reut wins")) == expected


def test_rounding_is_no_difference() -> None:
    def line(one: str, other: str) -> list[str]:
        texts = [f"Reut won with {share} percent." for share in (one, other)]
        made = [saying(text, "won", "Reut wins") for text in texts]
        return numbers.differing([made[0], dataclasses.replace(made[1], origin="other")])

    assert line("80", "80.08") == []
    assert len(line("87.6", "86.8")) == 1


def test_a_number_leaves_nothing_hanging() -> None:
    told = saying("Anna Reut died at the age of 64.", "died", "Anna Reut dies at the age of 64")
    assert "hanging end" not in headline.flaws(told)
