"""Articles handed in through the page reach the store, and each is told what came of it."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import store
from pipeline.model import Issue
from pipeline.readers import READERS
from pipeline.store import StoreError
from tests.views.stores import write
from tests.views.story import story
from views.hands import ingest
from views.received import FOLDER, Article, receive, safe_name

TEXT = b"The harbour of Freedonia was closed on Tuesday.\n\nRufus Firefly resigned on 3 May 2022."


@given(st.text(max_size=200))
def test_a_name_never_leaves_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe not in {"", ".", ".."}
    assert not set(safe) & set("/\\\0<>:|")
    assert not safe.startswith(".")
    assert len(safe) <= 100
    assert Path("folder", safe).parent == Path("folder")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.TXT", "a.txt"),
        ("a<b>.md", "a_b_.md"),
        (".hidden.txt", "hidden.txt"),
        ("статья 1.txt", "статья 1.txt"),
        ("///", "article"),
    ],
)
def test_safe_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_every_article_has_its_outcome(tmp_path: Path) -> None:
    root = write(tmp_path / "store", story())
    said = {"outlet": "Harbour News", "published": "2022-05-05", "title": ""}
    articles = [
        Article("../harbour.txt", TEXT, said),
        Article("empty.txt", b" "),
        Article("again.txt", TEXT, said),
        Article("picture.txt", bytes(range(256)) * 40),
    ]
    outcomes = {one.name: one for one in receive(root, articles, ingest)}
    fates = {name: one.fate for name, one in outcomes.items()}
    expected = {"../harbour.txt": "read", "empty.txt": "skipped", "again.txt": "copy", "picture.txt": "skipped"}
    assert fates == expected
    assert outcomes["../harbour.txt"].remark == "Harbour News, published 5 May 2022"
    assert "empty" in outcomes["empty.txt"].remark
    assert str(tmp_path) not in "".join(one.remark for one in outcomes.values())
    documents = store.load(root).documents.to_pylist()
    new = next(row for row in documents if row["outlet"] == "Harbour News")
    assert Path(new["source_uri"]).read_bytes() == TEXT
    assert new["text"].encode() == TEXT
    assert new["published_basis"] == "metadata"
    assert len([*(root / FOLDER).iterdir()]) == 1, "what was not read is not kept"
    assert receive(root, articles[:1], ingest)[0].fate == "unchanged"
    assert Path(new["source_uri"]).exists()


def test_two_articles_of_one_name_both_stay(tmp_path: Path) -> None:
    root = write(tmp_path / "store", story())
    before = store.load(root).documents.num_rows
    fates = [
        one.fate for text in (TEXT, TEXT + b" So it is.") for one in receive(root, [Article("a.txt", text)], ingest)
    ]
    assert fates == ["read", "read"]
    assert store.load(root).documents.num_rows == before + 2


def test_a_file_of_several_articles_is_told_as_one(tmp_path: Path) -> None:
    root = write(tmp_path / "store", story())
    table = b"title,date,text\nOne,2022-05-03,The harbour was closed.\nTwo,2022-05-04,It opened again.\nThree,,\n"
    [outcome] = receive(root, [Article("a.csv", table)], ingest)
    assert (outcome.fate, outcome.remark[:10]) == ("read", "2 articles")
    assert "is empty" in outcome.remark
    [again] = receive(root, [Article("a.csv", table)], ingest)
    assert again.fate == "unchanged"
    assert [*(root / FOLDER).iterdir()]


@pytest.mark.parametrize("broken", ["folder", "table"])
def test_a_store_that_cannot_be_written_says_so_and_keeps_nothing(tmp_path: Path, broken: str) -> None:
    root = write(tmp_path / "store", story())
    if broken == "folder":
        (root / FOLDER).write_text("a file in the way")

    def fails(files: Sequence[Path], where: Path) -> Sequence[Issue]:
        shutil.rmtree(where / "mentions" / "_delta_log")
        return ingest(files, where)

    with pytest.raises(StoreError, match=str(root)):
        receive(root, [Article("a.txt", TEXT)], fails)
    assert not (root / FOLDER).is_dir() or not [*(root / FOLDER).iterdir()]


def test_the_page_takes_what_the_readers_take() -> None:
    from views.panels.intake import SUFFIXES

    assert {f".{suffix}" for suffix in SUFFIXES} == {suffix for reader in READERS for suffix in reader.suffixes}
