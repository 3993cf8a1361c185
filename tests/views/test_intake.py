"""The page of a store without articles takes them in; sidecars go with what they stand beside."""

import shutil
from pathlib import Path

import pytest

from pipeline import store
from tests.views.visit import page, texts
from views.desk import Desk
from views.hands import desk
from views.received import Article, receive
from views.sidecars import joined

TEXT = b"Rufus Firefly resigned on Tuesday, the government of Freedonia said."


@pytest.mark.parametrize("made", [False, True])
def test_a_store_without_articles_takes_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: bool) -> None:
    root = tmp_path / "store"
    if made:
        store.create(root)
    app = page(root, monkeypatch, actor="Somebody of another store")
    assert "Drop in your first articles" in [element.value for element in app.subheader]
    assert str(root) in texts(app)
    assert root.exists() == made, "looking makes nothing"
    next(area for area in app.text_area if area.key == "pasted").input(TEXT.decode())
    next(button for button in app.button if button.label == "Read the text").click().run()
    assert "publication date not known" in texts(app)
    next(button for button in app.button if button.label == "Show the timeline").click().run()
    assert not app.exception
    assert "1 article from 0 outlets" in texts(app)


def test_what_is_asked_of_an_outcome_is_done_though_the_first_page_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page(tmp_path / "store", monkeypatch)
    next(area for area in app.text_area if area.key == "pasted").input(TEXT.decode())
    next(button for button in app.button if button.label == "Read the text").click().run()
    next(button for button in app.button if button.label == "Give a date …").click().run()
    assert not app.exception
    assert "Published: not known from metadata or text." in texts(app)
    assert "publication date not known · " in app.selectbox(key="supposed_article").options[0]


def test_a_page_whose_articles_were_removed_elsewhere_takes_the_next(
    story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "store"
    shutil.copytree(story_store, root)
    app = page(root, monkeypatch)
    assert "Showing all 13 events" in texts(app)
    store.remove(root, store.load(root).documents.column("doc_id").to_pylist(), lambda *_: [])
    app.multiselect(key="actor").select("Rufus Firefly").run()
    assert not app.exception
    assert "Drop in your first articles" in [element.value for element in app.subheader]


def test_a_place_that_cannot_be_written_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_STORE", "s3://bucket/timeline")
    remote = desk()
    assert remote and not remote.writable
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "a" / "store"))
    local = desk()
    assert local and local.writable


def test_a_sidecar_goes_into_the_article_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sidecar = b'{"outlet": "Harbour News", "published": "2022-05-05", "title": "Firefly goes"}'
    articles = [
        Article("a.txt", TEXT, {"outlet": "", "published": "2022-05-06"}),
        Article("a.json", sidecar),
        Article("b.json", sidecar),
        Article("c.json", b'[{"text": "A table of articles."}]'),
        Article("c.txt", b"Another text."),
    ]
    whole = joined(articles)
    assert [one.name for one in whole] == ["a.txt", "b.json", "c.json", "c.txt"]
    assert whole[0].said == {"outlet": "Harbour News", "published": "2022-05-06", "title": "Firefly goes"}
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "store"))
    mine: Desk | None = desk()
    assert mine
    [outcome] = receive(mine.root, whole[:1], mine.ingest)
    assert (outcome.fate, outcome.remark) == ("read", "Harbour News, published 6 May 2022")
