"""Events merged and split by hand."""

import json
from pathlib import Path

from pipeline import store
from tests.store.corrections.visit import NOW, correct, row


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
