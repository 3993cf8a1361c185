"""A corrected publication date moves what hangs on it, survives another reading, is undone; what would move is told."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline import ingestion, rereading, store, supposing
from pipeline.calendar.interval import day, days
from pipeline.store import Draft, StoreError
from pipeline.store.corrections.fields import field

NOW = "2026-03-01T10:00:00Z"
VISIT = """---
outlet: Lake Wire
published: 2022-07-12
---
Minister visits Vitebsk

VITEBSK - Foreign Minister Rufus Firefly met the mayor of Vitebsk on Monday. The bridge was opened on 3 May 2021.
"""
BARE = """Talks at the harbour

Ambassador Trentino resigned on Friday. The mayor was arrested on 2 June 2021, the Harbour News learned.
"""


def read(root: Path, *files: Path) -> ingestion.Report:
    return ingestion.ingest(ingestion.Order(tuple(sorted(files))), root=root, progress=lambda _: None)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    visit, bare = tmp_path / "visit.md", tmp_path / "bare.txt"
    visit.write_text(VISIT, "utf-8")
    bare.write_text(BARE, "utf-8")
    root = tmp_path / "store"
    read(root, visit, bare)
    return root, visit, bare


def document(root: Path, name: str) -> dict[str, object]:
    return next(row for row in store.load(root).documents.to_pylist() if row["name"] == name)


def correct(root: Path, name: str, what: str, after: str) -> store.Correction:
    row = document(root, name)
    before = field(what, "document").read(row)
    done = store.correct(root, Draft("document", str(row["doc_id"]), what, before, after, "see page 1", "Ann", NOW))
    assert done
    rereading.reread(root, {str(row["doc_id"])})
    return done


def meeting(root: Path) -> dict[str, object]:
    return next(row for row in store.load(root).events.to_pylist() if "meets" in row["title"])


def met(root: Path) -> object:
    return meeting(root)["edtf"]


def test_what_hangs_on_the_date_moves_and_the_rest_stays(places: tuple[Path, Path, Path]) -> None:
    root, visit, bare = places
    before = store.dump(root)
    assert met(root) == "2022-07-11"
    done = correct(root, "visit", "published", "2022-07-19")
    assert met(root) == "2022-07-18"
    assert "2021-05-03" in {row["edtf"] for row in store.load(root).events.to_pylist()}
    row = document(root, "visit")
    assert (row["published_basis"], str(row["published_start"])) == ("given", "2022-07-19")
    assert "Ann corrected it on 2026-03-01 from 2022-07-12: see page 1" in str(row["published_trace"])
    assert read(root, visit, bare).landed.unchanged == 2
    assert met(root) == "2022-07-18"
    store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    rereading.reread(root, {str(row["doc_id"])})
    assert store.dump(root) == before


def test_a_date_that_was_worked_out_is_corrected_and_worked_out_again(places: tuple[Path, Path, Path]) -> None:
    root, _, _ = places
    before = store.dump(root)
    one = correct(root, "bare", "published", "2021-06-05")
    two = correct(root, "bare", "outlet", "Harbour Times")
    assert document(root, "bare")["outlet"] == "Harbour Times"
    assert "2021-06-04" in {row["edtf"] for row in store.load(root).events.to_pylist()}
    for done in (one, two):
        store.undo(root, done.correction_id, author="Ann", made_at=NOW)
    rereading.reread(root, {str(document(root, "bare")["doc_id"])})
    assert store.dump(root) == before


def test_a_file_that_says_something_new_is_told_of_and_the_correction_kept(places: tuple[Path, Path, Path]) -> None:
    root, visit, _ = places
    correct(root, "visit", "published", "2022-07-19")
    visit.write_text(VISIT.replace("2022-07-12", "2022-07-26"), "utf-8")
    report = read(root, visit)
    assert met(root) == "2022-07-18"
    (remark,) = [issue.message for issue in report.issues]
    assert "the file now says 2022-07-26; it was read as 2022-07-12" in remark
    assert [entry.state for entry in store.load(root).corrections] == ["differs"]
    visit.write_text(
        VISIT.replace("Minister visits", "Rufus Firefly visits").replace("2022-07-12", "2022-07-19"), "utf-8"
    )
    assert not read(root, visit).issues
    assert met(root) == "2022-07-18"
    assert [entry.state for entry in store.load(root).corrections] == ["in force"]


def test_a_correction_saved_before_its_article_is_read_again_waits(places: tuple[Path, Path, Path]) -> None:
    root, visit, bare = places
    row = document(root, "visit")
    store.correct(root, Draft("document", str(row["doc_id"]), "published", "2022-07-12", "2022-07-19", "", "Ann", NOW))
    assert [entry.state for entry in store.load(root).corrections] == ["waiting"]
    assert read(root, visit, bare).landed.replaced == 1
    assert [entry.state for entry in store.load(root).corrections] == ["in force"]


def test_an_event_correction_outlives_another_publication_date(places: tuple[Path, Path, Path]) -> None:
    root, _, _ = places
    store.correct(
        root, Draft("event", str(meeting(root)["event_id"]), "date", "2022-07-11", "2022-07-10", "", "Ann", NOW)
    )
    correct(root, "visit", "published", "2022-07-19")
    assert met(root) == "2022-07-10"
    first, _ = store.load(root).corrections
    assert (first.state, first.correction.read, first.reads_now) == ("differs", "2022-07-11", "2022-07-18")


def test_a_removed_article_leaves_its_corrections_as_orphans(places: tuple[Path, Path, Path]) -> None:
    root, visit, _ = places
    store.correct(root, Draft("event", str(meeting(root)["event_id"]), "starred", False, True, "", "Ann", NOW))
    assert store.remove(root, {str(document(root, "visit")["doc_id"])}, ingestion.cluster) == 1
    assert [entry.state for entry in store.load(root).corrections] == ["orphaned"]
    read(root, visit)
    assert [entry.state for entry in store.load(root).corrections] == ["in force"]


def test_what_another_date_would_move_is_told_before_it_is_saved(places: tuple[Path, Path, Path]) -> None:
    root, _, _ = places
    before = store.dump(root)
    doc_id = str(document(root, "visit")["doc_id"])
    found = supposing.suppose(root, doc_id, day(dt.date(2022, 7, 19)))
    moved = [(move.kind, move.before and move.before.edtf, move.after and move.after.edtf) for move in found.moves]
    assert ("moved", "2022-07-11", "2022-07-18") in moved
    assert "2021-05-03" not in {start for _, start, _ in moved}
    assert found.unmoved >= 1
    assert store.dump(root) == before
    correct(root, "visit", "published", "2022-07-19")
    saved = {row["edtf"] for row in store.load(root).events.to_pylist()}
    assert {after for _, _, after in moved} <= saved, "what was told is what comes to be"


def test_the_date_as_it_is_moves_nothing_and_a_wide_one_widens(places: tuple[Path, Path, Path]) -> None:
    root, _, _ = places
    doc_id = str(document(root, "visit")["doc_id"])
    assert supposing.suppose(root, doc_id, day(dt.date(2022, 7, 12))).moves == ()
    wide = supposing.suppose(root, doc_id, days(dt.date(2022, 7, 12), dt.date(2022, 7, 19)))
    (move,) = wide.moves
    assert move.after
    assert move.after.interval == days(dt.date(2022, 7, 11), dt.date(2022, 7, 18)), "one Monday or the next"
    bare = str(document(root, "bare")["doc_id"])
    assert "dated" in {move.kind for move in supposing.suppose(root, bare, day(dt.date(2021, 6, 5))).moves}
    with pytest.raises(StoreError, match="the article gone is no longer here"):
        supposing.suppose(root, "gone", day(dt.date(2022, 7, 12)))
