"""Named views: kept, renamed and dropped, by many at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import shelf
from pipeline.store.shelf import ShelfError


def test_a_view_is_kept_renamed_and_dropped(root: Path) -> None:
    assert shelf.saved(root) == {}
    shelf.keep(root, "  Meetings\n 2022 ", "search=type%3ACONSULT")
    shelf.keep(root, "border", "place=Kuznica")
    assert list(shelf.saved(root).items()) == [("border", "place=Kuznica"), ("Meetings 2022", "search=type%3ACONSULT")]
    shelf.rename(root, "border", "Zealous border")
    shelf.drop(root, "Meetings 2022")
    shelf.drop(root, "Meetings 2022")
    assert shelf.saved(root) == {"Zealous border": "place=Kuznica"}
    shelf.keep(root, "border", "place=Brest")
    assert shelf.saved(root)["border"] == "place=Brest"


def test_no_name_is_taken_from_another_view(root: Path) -> None:
    shelf.keep(root, "a", "search=1")
    shelf.keep(root, "a", "search=1")
    shelf.keep(root, "b", "search=2")
    with pytest.raises(ShelfError, match="already a view called “a”"):
        shelf.keep(root, "a", "search=2")
    with pytest.raises(ShelfError, match="already a view called “a”"):
        shelf.rename(root, "b", "a")
    with pytest.raises(ShelfError, match="no longer a view called “c”"):
        shelf.rename(root, "c", "d")
    for wrong in (" ", "x" * (shelf.LONGEST + 1)):
        with pytest.raises(ShelfError, match="name"):
            shelf.keep(root, wrong, "")
    assert shelf.saved(root) == {"a": "search=1", "b": "search=2"}


def test_many_sessions_keep_views_at_once(root: Path) -> None:
    names = [f"view {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        assert [*pool.map(lambda name: shelf.keep(root, name, f"search={name}"), names)]
    assert [*shelf.saved(root)] == names


def test_a_kept_view_opens_nothing_anew(root: Path) -> None:
    before = store.version(root)
    shelf.keep(root, "a", "search=1")
    assert store.version(root) == before
