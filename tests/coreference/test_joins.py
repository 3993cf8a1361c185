"""What an editor would and would not join on the starter corpus; a row of cases_joins.csv each."""

import csv
from pathlib import Path

import pytest

from pipeline import flow, readers
from pipeline.model import Document, Event, EventMention
from pipeline.readers import Given
from pipeline.resources import DATA

CASES = list(csv.DictReader((Path(__file__).parent / "cases_joins.csv").open(encoding="utf-8", newline="")))


class Corpus:
    """The starter corpus, read and clustered."""

    def __init__(self) -> None:
        paths, _ = readers.collect([DATA / "sample"])
        documents = [read for read in flow.read(paths, given=Given()) if isinstance(read, Document)]
        readings = [found for found in flow.analyse(documents, today=None) if isinstance(found, flow.Reading)]
        self.texts = {document.name: document for document in documents}
        self.mentions = [mention for reading in readings for mention in reading.mentions]
        self.events = flow.cluster(readings).events
        self.event_of = {mention: event for event in self.events for mention in event.mention_ids}

    def mention(self, name: str, words: str) -> EventMention | None:
        """The mention whose trigger is in brackets."""
        document = self.texts[name]
        at = document.text.index(words.replace("[", "").replace("]", "")) + words.index("[")
        told = (m for m in self.mentions if m.doc_id == document.doc_id and m.trigger.holds(at))
        return next(told, None)

    def titled(self, start: str) -> Event:
        """The event with the most mentions whose title starts so."""
        return max((e for e in self.events if e.title.startswith(start)), key=lambda e: len(e.mention_ids))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['one_words']} - {case['other_words']}")
def test_an_editor_agrees(case: dict[str, str], corpus: Corpus) -> None:
    sides = [(case[side], case[f"{side}_words"]) for side in ("one", "other")]
    one, other = (corpus.mention(*side) for side in sides)
    missing = [side for side, found in zip(sides, (one, other), strict=True) if found is None]
    assert one is not None and other is not None, f"no mention at {missing}: mend it, or take the row out"
    together = corpus.event_of[one.mention_id] is corpus.event_of[other.mention_id]
    assert together is (case["expected"] == "join"), case["why"]


def test_outlets_that_give_different_numbers_are_named(corpus: Corpus) -> None:
    steps = [step.because for event in corpus.events for step in event.trace if step.choice == "numbers differ"]
    assert any("87.6 percent by Politico" in step and "86.8 percent by Radio Free" in step for step in steps)


def test_a_known_event_has_the_people_of_the_public_record(corpus: Corpus) -> None:
    election = next(e for e in corpus.events if e.event_type == "ELECTION" and len(e.doc_ids) > 5)
    assert not {"Vladimir Makei", "the West"} & set(election.actors)
    assert election.edtf == "2020-08-09"
