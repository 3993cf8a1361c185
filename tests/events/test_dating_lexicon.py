"""Rows of the lexicon about how an event lies to a time: each is true of its example and not of its counterexample."""

from __future__ import annotations

import pytest

from pipeline import timex
from pipeline.events.dating.attach import stands_beside
from pipeline.events.dating.hooks import meant_for
from pipeline.events.dating.meant import MONTH, VagueSpan, vague_days
from pipeline.events.dating_lexicon import DatingWord
from pipeline.events.parse.syntax import tree
from pipeline.model import EventMention
from pipeline.resources import table
from tests.events import reading

DAY = ("2023-03-02", "2023-03-02")
LEMMAS = {
    "recalls": "uprising",
    "before then": "detain",
    "some time on": "die",
    "part of a day": "break",
    "places": "resign",
}
"""Of which event a kind is tested, where it is not the first."""


def told(text: str, row: DatingWord) -> EventMention:
    lemma = LEMMAS.get(row.kind)
    return next(m for m in reading.mentions(text) if lemma in (None, m.lemma))


def days(text: str, row: DatingWord) -> tuple[str | None, str | None] | None:
    found = told(text, row).interval
    return found.iso() if found is not None else None


def foreseen(text: str) -> str:
    """The word that a day hung on the verb is meant for."""
    [parsed] = map(tree, reading.sentences(reading.document(text)))
    [verb] = [t.index for t in parsed.tokens if t.dep == "ROOT"]
    [month] = [t.index for t in parsed.tokens if t.text == "May"]
    return parsed.tokens[meant_for(parsed, verb, [month], "", over=False)].lemma


def beside(text: str) -> bool:
    """Whether the vote may be of another day than what is told of it."""
    [parsed] = map(tree, reading.sentences(reading.document(text)))
    return any(stands_beside(parsed, t.index) for t in parsed.tokens if t.text == "vote")


@pytest.mark.parametrize("row", table("lexicons/en/dating_words.csv", DatingWord), ids=lambda r: f"{r.word}-{r.kind}")
def test_a_word_tells_how_an_event_lies_to_a_time(row: DatingWord) -> None:
    one, other = days(row.example, row), days(row.counterexample, row)
    match row.kind:
        case "foresees":
            assert (foreseen(row.example), foreseen(row.counterexample)) == ("election", "survive")
        case "recalls":
            assert one is not None
            assert (one[1], other) == ("2023-03-13", ("2023-03-01", "2023-03-01"))
        case "done with it" | "part of a day":
            assert one == DAY
            assert other != DAY
        case "goes on":
            assert one == ("2019-01-01", None)
            assert other != one
        case "some time on":
            assert (told(row.example, row).dating, told(row.counterexample, row).dating) == ("inherited", "explicit")
        case "goes beside":
            assert (beside(row.example), beside(row.counterexample)) == (True, False)
        case "before then" | "bounds" | "places":
            assert one != DAY
            assert other == DAY


@pytest.mark.parametrize("row", table("lexicons/en/vague_spans.csv", VagueSpan), ids=lambda r: r.phrase)
def test_a_vague_span_reaches_back_as_far_as_its_row_says(row: VagueSpan) -> None:
    def reaches(text: str) -> set[int | None]:
        source = reading.document(text)
        found = timex.resolve(source, timex.recognise(source))
        return {days.start for each in found if (days := vague_days(each, source.published)) is not None}

    [start] = reaches(row.example)
    assert start is not None
    far = reading.PUBLISHED.toordinal() - row.days_before
    assert far - MONTH < start <= far
    assert not reaches(row.counterexample)
