"""A sound store has no problems; what is damaged, lost or left over is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from deltalake import DeltaTable, write_deltalake

from pipeline import store
from pipeline.store import schema


def test_a_sound_store_has_no_problems(three: Path) -> None:
    found = store.examine(three)
    assert found.problems == ()
    assert (found.documents, found.events, found.waiting, found.leftovers, found.unclaimed) == (3, 3, 0, 0, 0)


def schema_table(name: schema.TableName, rows: list[dict[str, object]]) -> object:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=schema.arrow(name))


def test_a_changed_cell_does_not_match_its_checksum(three: Path) -> None:
    handle = DeltaTable(str(three / "documents"))
    rows = handle.to_pyarrow_table().to_pylist()
    rows[0]["published_basis"] = "given"
    write_deltalake(handle, schema_table("documents", rows), mode="overwrite")
    (problem,) = store.examine(three).problems
    assert "do not match their checksum" in problem
    assert rows[0]["source_uri"] in problem


@pytest.mark.parametrize("name", schema.TABLES)
def test_a_lost_file_is_named(three: Path, name: str) -> None:
    for path in (three / name).glob("*.parquet"):
        path.unlink()
    problems = store.examine(three).problems
    assert all(problem.startswith(f"{name}: cannot be read") for problem in problems)
    assert problems or name in {"issues", "corrections"}


def test_a_file_that_no_commit_names_is_counted(three: Path) -> None:
    victim = next((three / "documents").glob("*.parquet"))
    shutil.copy(victim, victim.with_name("part-of-a-killed-run.parquet"))
    assert store.examine(three).unclaimed == 1
