"""Store care: nothing that was there is lost by tidying, copying, migrating or going back in time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable, write_deltalake

from pipeline import store
from pipeline.model import Document
from pipeline.store import Batch, StoreError, schema
from tests.store import made


def land(root: Path, *documents: Document) -> None:
    store.append(root, Batch(documents, [made.timex(d) for d in documents], [made.mention(d) for d in documents]))
    store.rebuild(root, made.one_event_each)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    store.create(place)
    land(place, made.document("a"), made.document("b"))
    land(place, made.document("c"))
    return place


def names(tables: store.Tables) -> list[str]:
    return sorted(tables.documents.column("name").to_pylist())


def test_a_sound_store_has_no_problems(root: Path) -> None:
    found = store.examine(root)
    assert found.problems == ()
    assert (found.documents, found.events, found.waiting, found.leftovers, found.unclaimed) == (3, 3, 0, 0, 0)


def test_rows_without_a_document_are_counted_and_compacted_away(root: Path) -> None:
    land(root, made.document("a", outlet="Brest Bugle"))
    assert store.examine(root).leftovers == 2
    before = store.dump(root)
    assert store.compact(root, made.one_event_each, keep_days=0).rows == 2
    assert store.dump(root) == before
    assert store.examine(root).leftovers == 0


def test_compaction_makes_a_store_of_many_small_commits_smaller(root: Path) -> None:
    for number in range(12):
        land(root, made.document(f"more{number}"))
    before = store.dump(root)
    done = store.compact(root, made.one_event_each, keep_days=0)
    assert store.dump(root) == before
    assert done.bytes_after < done.bytes_before
    assert len(list((root / "mentions").glob("*.parquet"))) == 1
    assert store.examine(root).problems == ()


def test_versions_within_the_days_kept_stay_open(root: Path) -> None:
    version = store.history(root)[0].version
    land(root, made.document("d"))
    store.compact(root, made.one_event_each, keep_days=7)
    assert names(store.load(root, as_of=version)) == ["a", "b", "c"]


def test_a_version_let_go_is_refused_in_one_line(root: Path) -> None:
    version = store.history(root)[0].version
    for number in range(3):
        land(root, made.document(f"more{number}"))
    store.compact(root, made.one_event_each, keep_days=0)
    with pytest.raises(StoreError, match="cannot be read"):
        store.load(root, as_of=version)


def test_each_version_shows_what_was_shown_then(root: Path) -> None:
    moments = store.history(root)
    assert [moment.events for moment in moments[:2]] == [3, 2]
    assert names(store.load(root, as_of=moments[1].version)) == ["a", "b"]
    with pytest.raises(StoreError, match="has no version 99"):
        store.load(root, as_of=99)


def test_a_backup_restores_to_the_same_store(root: Path, tmp_path: Path) -> None:
    before = store.dump(root)
    store.backup(root, tmp_path / "copy")
    land(root, made.document("d"))
    store.restore(tmp_path / "copy", tmp_path / "again")
    assert store.dump(tmp_path / "again") == before
    assert store.history(tmp_path / "again")[0].version == store.history(root)[1].version


def test_a_damaged_copy_is_refused_and_nothing_is_made(root: Path, tmp_path: Path) -> None:
    store.backup(root, tmp_path / "copy")
    victim = next((tmp_path / "copy" / "documents").glob("*.parquet"))
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    with pytest.raises(StoreError, match=r"1 of .* files are damaged"):
        store.restore(tmp_path / "copy", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_copy_that_names_files_outside_is_refused(root: Path, tmp_path: Path) -> None:
    store.backup(root, tmp_path / "copy")
    (tmp_path / "copy" / "backup.json").write_text(json.dumps({"../evil": "0"}), "utf-8")
    with pytest.raises(StoreError, match="lies outside"):
        store.restore(tmp_path / "copy", tmp_path / "again")


def test_nothing_is_written_over(root: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError, match="is there already"):
        store.backup(root, tmp_path / "taken")
    store.backup(root, tmp_path / "copy")
    with pytest.raises(StoreError, match="is there already"):
        store.restore(tmp_path / "copy", root)
    with pytest.raises(StoreError, match="lies inside"):
        store.backup(root, root / "copy")


def test_a_changed_cell_does_not_match_its_checksum(root: Path) -> None:
    handle = DeltaTable(str(root / "documents"))
    rows = handle.to_pyarrow_table().to_pylist()
    rows[0]["published_basis"] = "given"
    write_deltalake(handle, schema_table("documents", rows), mode="overwrite")
    (problem,) = store.examine(root).problems
    assert "do not match their checksum" in problem
    assert rows[0]["source_uri"] in problem


@pytest.mark.parametrize("name", schema.TABLES)
def test_a_lost_file_is_named(root: Path, name: str) -> None:
    for path in (root / name).glob("*.parquet"):
        path.unlink()
    problems = store.examine(root).problems
    assert all(problem.startswith(f"{name}: cannot be read") for problem in problems)
    assert problems or name in {"issues", "corrections"}


def test_a_file_that_no_commit_names_is_counted(root: Path) -> None:
    victim = next((root / "documents").glob("*.parquet"))
    shutil.copy(victim, victim.with_name("part-of-a-killed-run.parquet"))
    assert store.examine(root).unclaimed == 1


def test_a_removed_document_goes_with_its_events_and_earlier_versions_keep_it(root: Path) -> None:
    version = store.history(root)[0].version
    gone = made.document("b").doc_id
    assert store.remove(root, [gone, "no such id"], made.one_event_each) == 1
    shown = store.load(root)
    assert names(shown) == ["a", "c"]
    assert gone not in {doc_id for row in shown.events.column("doc_ids").to_pylist() for doc_id in row}
    assert store.examine(root).problems == ()
    assert names(store.load(root, as_of=version)) == ["a", "b", "c"]


def schema_table(name: schema.TableName, rows: list[dict[str, object]]) -> object:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=schema.arrow(name))


def make_old(root: Path) -> None:
    """What a program knew whose documents had no `digest_of` and whose events had no `origins`."""
    for name, lacking in (("documents", "digest_of"), ("events", "origins")):
        handle = DeltaTable(str(root / name))
        notes = {key: value for key, value in handle.history(1)[0].items() if key.startswith("timeline_")}
        from deltalake import CommitProperties

        write_deltalake(
            handle,
            handle.to_pyarrow_table().drop([lacking]),
            mode="overwrite",
            schema_mode="overwrite",
            commit_properties=CommitProperties(custom_metadata=notes),
        )
    (root / "store.json").write_text('{"version": 1}', "utf-8")


def test_an_older_store_is_read_and_becomes_one_of_this_version(root: Path) -> None:
    before = names(store.load(root))
    make_old(root)
    assert names(store.load(root)) == before
    assert store.migrate(root) == ("tables and columns are those of data/schema",)
    assert names(store.load(root)) == before
    assert json.loads((root / "store.json").read_text("utf-8"))["version"] == schema.VERSION
    assert store.migrate(root) == ()
    land(root, made.document("d"))
    assert names(store.load(root)) == [*before, "d"]


def test_a_migration_cut_short_goes_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(root)
    from pipeline.store import migrations

    def cut_short(place: Path, made: int = 0) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(migrations.place, "stamp", cut_short)
        with pytest.raises(KeyboardInterrupt):
            store.migrate(root)
    assert names(store.load(root)) == ["a", "b", "c"]
    store.create(root)
    assert store.examine(root).documents == 3
    assert store.migrate(root) == ()


def test_files_are_plain_parquet(root: Path) -> None:
    assert pq.read_table(next((root / "events").glob("*.parquet"))).num_rows
