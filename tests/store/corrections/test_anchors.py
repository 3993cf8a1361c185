"""A correction finds its event again after another reading, or is kept as an orphan."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline import coreference, store
from pipeline.model import Document, Event, EventMention, Span
from tests.store import made
from tests.store.corrections.visit import TEXT, correct, entries, first, land, row


def reread(root: Path, **changes: Any) -> None:
    document, (visit, bridge) = first()
    land(root, (document, [visit, dataclasses.replace(bridge, **changes)]))


def test_a_correction_holds_when_the_text_changes_around_it(root: Path) -> None:
    correct(root, "Novik opens a bridge", "date", "2021-05-10")
    edited = TEXT.replace("Rain fell", "Snow fell").replace("Aleś Novik visited", "On a trip, Aleś Novik visited")
    document, mentions = first(edited)
    land(root, (document, mentions))
    assert document.doc_id not in {first()[0].doc_id}
    assert row(root, "Novik opens a bridge")["edtf"] == "2021-05-10"
    assert [entry.state for entry in entries(root)] == ["in force"]


def test_a_reading_that_differs_is_shown_beside_the_correction(root: Path) -> None:
    correct(root, "Novik opens a bridge", "date", "2021-05-10")
    reread(root, interval=made.on(2021, 5, 8), edtf="2021-05-08")
    assert row(root, "Novik opens a bridge")["edtf"] == "2021-05-10"
    (entry,) = entries(root)
    assert (entry.state, entry.correction.read, entry.reads_now) == ("differs", "2021-05-09", "2021-05-08")
    reread(root, interval=made.on(2021, 5, 10), edtf="2021-05-10")
    assert entries(root)[0].state == "agrees"


def test_a_new_title_or_trigger_is_still_the_same_event(root: Path) -> None:
    correct(root, "Novik opens a bridge", "tags", ["bridge"])
    start = TEXT.index("opened") + 1
    document, (visit, bridge) = first()
    moved = dataclasses.replace(bridge, mention_id="other", trigger=Span(start, start + 5), title="A bridge is opened")
    land(root, (document, [visit, moved]))
    assert row(root, "A bridge is opened")["tags"] == ["bridge"]


def test_a_correction_of_an_event_that_is_gone_is_kept_and_listed(root: Path) -> None:
    correct(root, "Novik opens a bridge", "note", "ask the mayor")
    document, (visit, _) = first()
    land(root, (document, [visit]))
    (entry,) = entries(root)
    assert (entry.state, entry.target, entry.correction.title) == ("orphaned", None, "Novik opens a bridge")
    land(root, first())
    assert row(root, "Novik opens a bridge")["note"] == "ask the mayor"


def by_coreference(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
    return coreference.cluster(documents, mentions).events


def test_mentions_that_another_clustering_joins_take_the_correction_along(root: Path) -> None:
    correct(root, "Novik is in Hrodna", "title", "Novik comes to Hrodna")
    store.rebuild(root, lambda documents, mentions: [coreference.one(documents, mentions, because="all one")])
    (event,) = store.load(root).events.to_pylist()
    assert event["title"] == "Novik comes to Hrodna"
    store.rebuild(root, by_coreference)
    assert row(root, "Novik comes to Hrodna")
