"""One row a correction: nobody overwrites what they have not seen, and an undo is a row too."""

import dataclasses
import threading
from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import ConflictError, CorrectionError, Draft
from tests.store import made
from tests.store.corrections.visit import NOW, correct, drafted, entries, land, row, titles


def test_an_undo_is_undone(root: Path) -> None:
    done = correct(root, "Novik visits Hrodna", "title", "Novik in town")
    assert done
    back = store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    with pytest.raises(CorrectionError, match="already been undone"):
        store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    store.undo(root, back.correction_id, author="Ann", made_at=NOW)
    assert row(root, "Novik in town")
    assert [entry.state for entry in entries(root)] == ["in force", "undone", "undo"]


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


def test_a_store_without_corrections_is_read_without_being_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    assert entries(root) == []
    assert sorted(root.rglob("*")) == before
    version = store.version(root)
    correct(root, "Novik visits Hrodna", "starred", True)
    assert store.version(root) != version


def test_an_earlier_correction_of_an_article_gives_way_to_a_later_one(root: Path) -> None:
    document = store.load(root).documents.to_pylist()[0]["doc_id"]
    for day in ("2021-05-05", "2021-05-06"):
        assert store.correct(root, Draft("document", document, "published", "2021-05-04", day, "", "Ann", NOW))
    assert [each.state for each in entries(root)] == ["superseded", "waiting"]
