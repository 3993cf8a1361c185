"""The store behind the page: opened once, opened anew when it changed, and shown on when it is gone."""

import shutil
from pathlib import Path

import pytest

from pipeline import store
from pipeline.store import NothingYetError, StoreError, rows
from tests.store import made
from tests.views.stores import write
from tests.views.story import story
from views import source


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "store"))
    return write(tmp_path / "store", story())


def test_it_is_opened_once_and_anew_when_it_changed(root: Path) -> None:
    first = source.current()
    assert source.current().catalogue is first.catalogue
    events = [rows.event(row) for row in story()["events"].to_pylist()]
    store.rebuild(root, lambda *_: events[:5])
    second = source.current()
    assert second.catalogue is not first.catalogue
    assert second.catalogue.counts["dated"] + second.catalogue.counts["undated"] == 5


def test_one_that_is_gone_is_shown_on_and_says_so(root: Path) -> None:
    first = source.current()
    shutil.move(root, root.with_name("away"))
    gone = source.current()
    assert gone.catalogue is first.catalogue
    assert str(root) in gone.notices[0]
    shutil.move(root.with_name("away"), root)
    assert source.current().notices == ()


def test_one_whose_last_article_was_removed_is_not_shown_on(root: Path) -> None:
    source.current()
    store.remove(root, store.load(root).documents.column("doc_id").to_pylist(), lambda *_: [])
    with pytest.raises(NothingYetError, match="no articles yet"):
        source.current()


def test_one_that_never_was_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "nowhere"))
    with pytest.raises(StoreError, match="nowhere"):
        source.current()


def test_articles_that_wait_are_told_of_until_they_are_on_the_timeline(root: Path) -> None:
    store.append(root, store.Batch(documents=[made.document("late"), made.document("later")]))
    assert "2 articles not on the timeline yet" in source.current().notices[0]
    store.rebuild(root, lambda *_: [rows.event(row) for row in story()["events"].to_pylist()])
    assert source.current().notices == ()
