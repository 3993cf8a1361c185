"""A correction is one row: laid over, undone, found again after another reading, and never lost or overwritten."""

import dataclasses
import datetime as dt
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline import coreference, store
from pipeline.model import Document, Event, EventMention, Span
from pipeline.store import Batch, ConflictError, CorrectionError, Draft, Entry
from pipeline.store.corrections.fields import FIELDS, field
from tests.store import made

NOW = "2026-03-01T10:00:00Z"
TEXT = "Aleś Novik visited Hrodna on 3 May 2021. On 9 May 2021 Novik opened a bridge. Rain fell."
MORE = "Brest Bugle: Aleś Novik visited Hrodna on 4 May 2021, with Zoja Wolf."


def told(document: Document, start: int, title: str, **changes: Any) -> EventMention:
    passage = Span(document.text.rfind(". ", 0, start) + 2 if start > 40 else 0, document.text.find(".", start) + 1)
    return made.mention(document, start, title=title, passage=passage, **changes)


def land(root: Path, *pairs: tuple[Document, Sequence[EventMention]]) -> None:
    for document, mentions in pairs:
        store.append(root, Batch([document], mentions=mentions))
    store.rebuild(root, made.one_event_each)


def first(text: str = TEXT) -> tuple[Document, list[EventMention]]:
    document = made.document("a", text)
    visit, bridge = text.index("visited"), text.index("opened")
    opening = {"lemma": "open", "interval": made.on(2021, 5, 9), "edtf": "2021-05-09", "event_type": "CEREMONY"}
    mentions = [told(document, visit, "Novik visits Hrodna"), told(document, bridge, "Novik opens a bridge", **opening)]
    return document, mentions


def second() -> tuple[Document, list[EventMention]]:
    document = made.document("b", MORE, outlet="Brest Bugle")
    later = {"interval": made.on(2021, 5, 4), "edtf": "2021-05-04", "actors": ("Aleś Novik", "Zoja Wolf")}
    return document, [told(document, MORE.index("visited"), "Novik is in Hrodna", **later)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    land(place, first(), second())
    return place


def row(root: Path, title: str) -> dict[str, Any]:
    return next(row for row in store.load(root).events.to_pylist() if row["title"] == title)


def drafted(root: Path, title: str, name: str, after: Any) -> Draft:
    event = row(root, title)
    before = field(name, "event").read(event)
    return Draft("event", event["event_id"], name, before, after, "the paper was wrong", "Ann", NOW)


def correct(root: Path, title: str, name: str, after: Any) -> store.Correction | None:
    return store.correct(root, drafted(root, title, name, after))


def titles(root: Path, as_of: int | None = None) -> list[str]:
    return store.load(root, as_of=as_of).events.column("title").to_pylist()


def entries(root: Path) -> list[Entry]:
    return [*store.load(root).corrections]


CASES = [
    ("date", "2021-05-05", {"date_start": dt.date(2021, 5, 5), "date_end": dt.date(2021, 5, 5), "dating": "corrected"}),
    ("date", "2021-05", {"date_start": dt.date(2021, 5, 1), "date_end": dt.date(2021, 5, 31), "granularity": "month"}),
    ("date", "2021-05-01?/2021-05-04?", {"date_end": dt.date(2021, 5, 4), "granularity": "day"}),
    ("date", "2021-05-01/..", {"date_start": dt.date(2021, 5, 1), "date_end": None}),
    ("date", "202X", {"granularity": "decade"}),
    ("date", "", {"date_start": None, "edtf": None, "agreement": "undated", "dating": "undated"}),
    ("title", "A visit <b>to</b> Hrodna", {"title": "A visit <b>to</b> Hrodna"}),
    ("actors", ["Zoja Wolf", "Zoja Wolf"], {"actors": ["Zoja Wolf"]}),
    ("recipients", ["Hrodna"], {"recipients": ["Hrodna"]}),
    ("locations", [], {"locations": []}),
    ("event_type", "MOVE", {"event_type": "MOVE"}),
    ("factuality", "denied", {"factuality": "denied"}),
    ("claimants", ["the mayor"], {"claimants": ["the mayor"]}),
    ("hidden", True, {"hidden": True}),
    ("starred", True, {"starred": True}),
    ("tags", ["#Visit", "travel"], {"tags": ["travel", "visit"]}),
    ("note", "ask\u202e the\nmayor", {"note": "ask the\nmayor"}),
]


@pytest.mark.parametrize(("name", "after", "cells"), CASES, ids=[f"{n}-{a}" for n, a, _ in CASES])
def test_a_correction_is_laid_over_and_undone(root: Path, name: str, after: Any, cells: dict[str, Any]) -> None:
    before = row(root, "Novik visits Hrodna")
    done = correct(root, "Novik visits Hrodna", name, after)
    assert done
    shown = next(r for r in store.load(root).events.to_pylist() if r["event_id"] == before["event_id"])
    assert {key: shown[key] for key in cells} == cells
    (stated,) = json.loads(shown["corrections"])
    assert (stated["field"], stated["author"], stated["made_at"]) == (name, "Ann", NOW)
    assert [entry.state for entry in entries(root)] == ["in force"]
    store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    assert row(root, "Novik visits Hrodna") == before
    assert [entry.state for entry in entries(root)] == ["undone", "undo"]


def test_an_earlier_version_has_the_corrections_of_its_time(root: Path) -> None:
    draft = drafted(root, "Novik visits Hrodna", "title", "Novik in town")
    early, late = (dataclasses.replace(draft, made_at=f"{year}-01-01T00:00:00Z") for year in (2001, 2999))
    done = store.correct(root, early)
    assert done
    store.correct(root, dataclasses.replace(late, before="Novik in town", after="Novik away"))
    version = store.history(root)[0].version
    assert "Novik away" in titles(root, version)  # still the newest version: all that was made since belongs to it
    third = made.document("c")
    land(root, (third, [made.mention(third)]))
    assert "Novik in town" in titles(root, version)
    assert "Novik away" in titles(root)


def test_every_field_of_an_event_is_tried() -> None:
    assert {f.name for f in FIELDS if f.kind == "event"} - {"merge", "split"} == {name for name, _, _ in CASES}


def test_an_undo_is_undone(root: Path) -> None:
    done = correct(root, "Novik visits Hrodna", "title", "Novik in town")
    assert done
    back = store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    with pytest.raises(CorrectionError, match="undone already"):
        store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    store.undo(root, back.correction_id, author="Ann", made_at=NOW)
    assert row(root, "Novik in town")
    assert [entry.state for entry in entries(root)] == ["in force", "undone", "undo"]


BAD = [
    ("date", "the day after", "is no date"),
    ("date", "2021-02-30", "is no date"),
    ("title", " \u200b ", "give a text"),
    ("title", "x" * 400, "at most 300"),
    ("actors", "Ann", "a list of names"),
    ("event_type", "PICNIC", "is none of"),
    ("hidden", "yes", "true or false"),
    ("colour", "red", "cannot be corrected"),
    ("merge", ["x"], "merge names all mentions"),
    ("split", ["x"], "split names some"),
]


@pytest.mark.parametrize(("name", "after", "why"), BAD, ids=[f"{n}-{a!s:.9}" for n, a, _ in BAD])
def test_a_bad_value_is_refused_and_nothing_written(root: Path, name: str, after: Any, why: str) -> None:
    event = row(root, "Novik visits Hrodna")
    before = [*event["mention_ids"]] if name in {"merge", "split"} else event.get(name, event["edtf"])
    draft = Draft("event", event["event_id"], name, event["edtf"] if name == "date" else before, after, "", "Ann", NOW)
    with pytest.raises(CorrectionError, match=why):
        store.correct(root, draft)
    assert entries(root) == []
    with pytest.raises(CorrectionError, match="no event gone"):
        store.correct(root, dataclasses.replace(draft, target="gone", field="title", after="x"))
    with pytest.raises(CorrectionError, match="say who"):
        store.correct(root, dataclasses.replace(draft, field="title", after="x", author=" "))


def test_nobody_overwrites_what_they_have_not_seen(root: Path) -> None:
    event = row(root, "Novik visits Hrodna")
    mine = Draft("event", event["event_id"], "date", "2021-05-03", "2021-05-05", "", "Ann", NOW)
    store.correct(root, mine)
    theirs = dataclasses.replace(mine, after="2021-05-06", author="Ben")
    with pytest.raises(ConflictError) as conflict:
        store.correct(root, theirs)
    error = conflict.value
    assert (error.seen, error.current, error.wanted) == ("2021-05-03", "2021-05-05", "2021-05-06")
    assert store.correct(root, dataclasses.replace(theirs, before="2021-05-05"))
    assert [entry.state for entry in entries(root)] == ["superseded", "in force"]


def test_of_two_at_once_one_is_told(root: Path) -> None:
    event = row(root, "Novik visits Hrodna")
    told_off: list[str] = []
    ready = threading.Barrier(4)

    def save(name: str) -> None:
        draft = Draft("event", event["event_id"], "title", event["title"], f"As {name} has it", "", name, NOW)
        ready.wait()
        try:
            store.correct(root, draft)
        except ConflictError:
            told_off.append(name)

    threads = [threading.Thread(target=save, args=(name,)) for name in ("Ann", "Ben", "Cid", "Dee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told_off) == 3
    assert [entry.state for entry in entries(root)] == ["in force"]


def test_what_changes_nothing_is_not_written(root: Path) -> None:
    assert correct(root, "Novik visits Hrodna", "title", "Novik visits  Hrodna") is None
    assert entries(root) == []


def merged(root: Path) -> store.Correction:
    one, other = row(root, "Novik visits Hrodna"), row(root, "Novik is in Hrodna")
    done = correct(root, one["title"], "merge", [*one["mention_ids"], *other["mention_ids"]])
    assert done
    return done


def test_merged_events_keep_their_dates_side_by_side(root: Path) -> None:
    one = row(root, "Novik visits Hrodna")
    done = merged(root)
    events = store.load(root).events.to_pylist()
    assert len(events) == 2
    both = next(r for r in events if r["event_id"] == one["event_id"])
    assert both["agreement"] == "conflicting"
    assert {c["date_start"] for c in json.loads(both["candidates"])} == {"2021-05-03", "2021-05-04"}
    assert both["outlets"] == ["Brest Bugle", "Hrodna Herald"]
    assert "merged by Ann" in both["trace"]
    store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    assert len(store.load(root).events) == 3


def test_a_split_parts_what_was_merged_and_each_part_is_corrected_alone(root: Path) -> None:
    other = row(root, "Novik is in Hrodna")["mention_ids"]
    correct(root, "Novik visits Hrodna", "starred", True)
    merged(root)
    both = next(r for r in store.load(root).events.to_pylist() if len(r["mention_ids"]) == 2)
    assert both["starred"], "what was corrected before a merge holds after it"
    part = correct(root, both["title"], "split", other)
    assert part
    events = {tuple(r["mention_ids"]): r for r in store.load(root).events.to_pylist()}
    assert len(events) == 3
    assert (events[tuple(other)]["starred"], events[tuple(both["mention_ids"][:1])]["starred"]) != (True, True)
    correct(root, events[tuple(other)]["title"], "title", "Novik and Wolf in Hrodna")
    assert row(root, "Novik and Wolf in Hrodna")["mention_ids"] == other


def test_a_correction_holds_when_the_text_changes_around_it(root: Path) -> None:
    correct(root, "Novik opens a bridge", "date", "2021-05-10")
    edited = TEXT.replace("Rain fell", "Snow fell").replace("Aleś Novik visited", "On a trip, Aleś Novik visited")
    document, mentions = first(edited)
    land(root, (document, mentions))
    assert document.doc_id not in {first()[0].doc_id}
    assert row(root, "Novik opens a bridge")["edtf"] == "2021-05-10"
    assert [entry.state for entry in entries(root)] == ["in force"]


def reread(root: Path, **changes: Any) -> None:
    document, (visit, bridge) = first()
    land(root, (document, [visit, dataclasses.replace(bridge, **changes)]))


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


def test_a_store_without_corrections_is_read_without_being_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    assert entries(root) == []
    assert sorted(root.rglob("*")) == before
    version = store.version(root)
    correct(root, "Novik visits Hrodna", "starred", True)
    assert store.version(root) != version
