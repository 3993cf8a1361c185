"""Earlier versions show what was shown then, and keep what was removed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import StoreError
from tests.store import made


def test_each_version_shows_what_was_shown_then(three: Path) -> None:
    moments = store.history(three)
    assert [moment.events for moment in moments[:2]] == [3, 2]
    assert made.names(store.load(three, as_of=moments[1].version)) == ["a", "b"]
    first, last = moments[-1].version, moments[0].version
    for missing in (0, 99):
        with pytest.raises(StoreError, match=f"no version {missing}; `history` lists {first} to {last}"):
            store.load(three, as_of=missing)


def test_a_removed_document_goes_with_its_events_and_earlier_versions_keep_it(three: Path) -> None:
    version = store.history(three)[0].version
    gone = made.document("b").doc_id
    assert store.remove(three, [gone, "no such id"], made.one_event_each) == 1
    shown = store.load(three)
    assert made.names(shown) == ["a", "c"]
    assert gone not in {doc_id for row in shown.events.column("doc_ids").to_pylist() for doc_id in row}
    assert store.examine(three).problems == ()
    assert made.names(store.load(three, as_of=version)) == ["a", "b", "c"]
