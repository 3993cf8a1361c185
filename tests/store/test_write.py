"""What lands, what is replaced, and what stays as it is."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from pipeline import store
from pipeline.model import Document, Event, EventMention, Issue
from pipeline.store import Batch, Landed
from tests.store import made

ROOT = Path(__file__).resolve().parents[2]


def test_what_landed_is_read_back(root: Path) -> None:
    assert made.land(root, made.document("a"), made.document("b")) == Landed(added=2)
    shown = store.load(root)
    assert [shown.documents.num_rows, shown.timexes.num_rows, shown.mentions.num_rows, shown.events.num_rows] == [2] * 4
    assert shown.documents.column("text").to_pylist() == [made.TEXT] * 2


def test_the_same_again_changes_nothing(root: Path) -> None:
    made.land(root, made.document("a"), made.document("b"))
    before = made.files(root)
    assert made.land(root, made.document("b"), made.document("a")) == Landed(unchanged=2)
    assert made.files(root) == before


def test_a_changed_text_replaces_the_old(root: Path) -> None:
    made.land(root, made.document("a"), made.document("b"))
    changed = made.document("a", made.TEXT + " It snowed.")
    assert made.land(root, changed) == Landed(replaced=1)
    shown = store.load(root)
    assert sorted(shown.documents.column("doc_id").to_pylist()) == sorted([changed.doc_id, made.document("b").doc_id])
    assert set(shown.mentions.column("doc_id").to_pylist()) == set(shown.documents.column("doc_id").to_pylist())
    assert shown.mentions.num_rows == shown.timexes.num_rows == shown.events.num_rows == 2


def test_the_same_text_read_otherwise_replaces_the_old_reading(root: Path) -> None:
    made.land(root, made.document("a"))
    assert made.land(root, made.document("a", outlet="Brest Bugle")) == Landed(replaced=1)
    shown = store.load(root)
    assert shown.documents.column("outlet").to_pylist() == ["Brest Bugle"]
    assert shown.mentions.num_rows == shown.timexes.num_rows == 1


def test_of_two_copies_the_first_place_is_kept_in_any_order(tmp_path: Path) -> None:
    first = made.document("a", source_uri="one/a.txt")
    second = dataclasses.replace(first, source_uri="two/a.txt")
    dumps = []
    for order in ([first, second], [second, first]):
        place = tmp_path / order[0].source_uri[:3]
        store.create(place)
        for document in order:
            made.land(place, document)
        dumps.append(store.dump(place))
    assert dumps[0] == dumps[1]
    assert dumps[0].count("documents ") == 1
    changed = made.document("a", "Quite another text, in which nothing is dated at all.", source_uri="one/a.txt")
    made.land(place, changed, second)
    assert sorted(store.load(place).documents.column("source_uri").to_pylist()) == ["one/a.txt", "two/a.txt"]


def test_two_that_cluster_a_new_store_at_once_tell_each_event_once(root: Path) -> None:
    store.append(root, made.batch(made.document("a"), made.document("b")))
    overtaken: list[int] = []

    def slow(documents: Sequence[Document], mentions: Sequence[EventMention]) -> Sequence[Event]:
        if not overtaken:
            overtaken.append(store.rebuild(root, made.one_event_each))
        return made.one_event_each(documents, mentions)

    store.rebuild(root, slow)
    assert overtaken == [2]
    assert store.load(root).events.num_rows == 2


def test_issues_follow_their_source(root: Path) -> None:
    odd = Issue("x.txt", "readers", "skipped", "x.txt: is empty; remove it")
    store.append(root, Batch([], issues=[odd, odd]))
    store.append(root, Batch([made.document("a")], issues=[Issue("y.txt", "timex", "warning", "y.txt: no dates")]))
    assert store.status(root).issues == {"skipped": 1, "warning": 1}
    store.append(root, Batch([made.document("x", source_uri="x.txt")]))
    assert store.status(root).issues == {"warning": 1}
