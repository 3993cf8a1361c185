"""Readers see documents, mentions and events of one moment."""

from pathlib import Path

from pipeline import store
from pipeline.store import Batch
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]


def test_what_landed_is_seen_only_with_its_events(root: Path) -> None:
    made.land(root, made.document("a"))
    store.append(root, made.batch(made.document("b")))
    assert store.load(root).documents.num_rows == 1
    assert store.status(root).waiting == 1
    store.rebuild(root, made.one_event_each)
    assert store.load(root).documents.num_rows == 2
    assert store.status(root).waiting == 0


def test_a_mention_shows_the_date_it_has_from_its_event(root: Path) -> None:
    document = made.document("a")
    mention = made.mention(document, interval=None, edtf=None, granularity="none", dating="undated")
    store.append(root, Batch([document], [], [mention]))
    store.rebuild(root, made.one_event_each)
    (row,) = store.load(root).mentions.to_pylist()
    assert (str(row["date_start"]), row["dating"]) == ("2020-01-01", "cross-document")
    assert "another article dates it" in row["trace"]


def test_counts(root: Path) -> None:
    assert store.status(root).documents == 0
    made.land(root, made.document("a"), made.document("b", published_basis="unknown", published=None))
    found = store.status(root)
    assert (found.documents, found.by_basis) == (2, {"metadata": 1, "unknown": 1})
    assert (found.events, found.dated, found.undated, found.on_timeline) == (2, 2, 0, 2)
