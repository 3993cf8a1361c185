"""A store of an older version is read, and becomes one of this version."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable, write_deltalake

from pipeline import store
from pipeline.store import schema
from tests.store import made


def make_old(three: Path) -> None:
    """What a program knew whose documents had no `digest_of` and whose events had no `origins`."""
    for name, lacking in (("documents", "digest_of"), ("events", "origins")):
        handle = DeltaTable(str(three / name))
        notes = {key: value for key, value in handle.history(1)[0].items() if key.startswith("timeline_")}
        from deltalake import CommitProperties

        write_deltalake(
            handle,
            handle.to_pyarrow_table().drop([lacking]),
            mode="overwrite",
            schema_mode="overwrite",
            commit_properties=CommitProperties(custom_metadata=notes),
        )
    (three / "store.json").write_text('{"version": 1}', "utf-8")


def test_an_older_store_is_read_and_becomes_one_of_this_version(three: Path) -> None:
    before = made.names(store.load(three))
    make_old(three)
    assert made.names(store.load(three)) == before
    assert store.migrate(three) == ("tables and columns are those of data/schema",)
    assert made.names(store.load(three)) == before
    assert json.loads((three / "store.json").read_text("utf-8"))["version"] == schema.VERSION
    assert store.migrate(three) == ()
    made.land(three, made.document("d"))
    assert made.names(store.load(three)) == [*before, "d"]


def test_a_migration_cut_short_goes_on(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(three)
    from pipeline.store import migrations

    def cut_short(place: Path, made: int = 0) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(migrations.place, "stamp", cut_short)
        with pytest.raises(KeyboardInterrupt):
            store.migrate(three)
    assert made.names(store.load(three)) == ["a", "b", "c"]
    store.create(three)
    assert store.examine(three).documents == 3
    assert store.migrate(three) == ()


def test_files_are_plain_parquet(three: Path) -> None:
    assert pq.read_table(next((three / "events").glob("*.parquet"))).num_rows
