"""Tidying makes a store smaller and shows the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import StoreError
from tests.store import made


def test_rows_without_a_document_are_counted_and_compacted_away(three: Path) -> None:
    made.land(three, made.document("a", outlet="Brest Bugle"))
    assert store.examine(three).leftovers == 2
    before = store.dump(three)
    assert store.compact(three, made.one_event_each, keep_days=0).rows == 2
    assert store.dump(three) == before
    assert store.examine(three).leftovers == 0


def test_compaction_makes_a_store_of_many_small_commits_smaller(three: Path) -> None:
    for number in range(12):
        made.land(three, made.document(f"more{number}"))
    before = store.dump(three)
    done = store.compact(three, made.one_event_each, keep_days=0)
    assert store.dump(three) == before
    assert done.bytes_after < done.bytes_before
    assert len(list((three / "mentions").glob("*.parquet"))) == 1
    assert store.examine(three).problems == ()


def test_versions_within_the_days_kept_stay_open(three: Path) -> None:
    version = store.history(three)[0].version
    made.land(three, made.document("d"))
    store.compact(three, made.one_event_each, keep_days=7)
    assert made.names(store.load(three, as_of=version)) == ["a", "b", "c"]


def test_a_version_let_go_is_refused_in_one_line(three: Path) -> None:
    version = store.history(three)[0].version
    for number in range(3):
        made.land(three, made.document(f"more{number}"))
    store.compact(three, made.one_event_each, keep_days=0)
    with pytest.raises(StoreError, match="cannot be read"):
        store.load(three, as_of=version)
