"""Where `make dashboard` keeps what it reads: each folder of articles has a store of its own."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the Makefile, and a target that tells which store it would use."""
    (tmp_path / "show.mk").write_text(f'include {ROOT}/Makefile\nshow:\n\t@echo "$$TIMELINE_STORE"\n')
    return tmp_path


def store_for(place: Path, articles: Path | None, **environment: str) -> str:
    given = [f"ARTICLES={articles}"] if articles else []
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("TIMELINE_", "MAKE"))}
    command = ["make", "-s", "-f", "show.mk", "show", *given]
    done = subprocess.run(command, cwd=place, env=kept | environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_two_folders_of_one_name_have_two_stores(place: Path) -> None:
    folders = [place / "one project" / "my articles", place / "another" / "my articles"]
    for folder in folders:
        folder.mkdir(parents=True)
    stores = [store_for(place, folder) for folder in folders]
    assert all(store.startswith("data/stores/my articles-") for store in stores)
    assert stores[0] != stores[1]
    assert store_for(place, folders[0] / ".." / "my articles") == stores[0]


def test_a_store_of_the_bare_name_is_used_on(place: Path) -> None:
    (place / "news").mkdir()
    (place / "data" / "stores" / "news").mkdir(parents=True)
    (place / "data" / "stores" / "news" / "store.json").write_text("{}")
    assert store_for(place, place / "news") == "data/stores/news"


def test_a_file_has_a_store_too(place: Path) -> None:
    (place / "feed.xml").write_text("<rss/>")
    assert store_for(place, place / "feed.xml").startswith("data/stores/feed.xml-")


def test_what_is_asked_for_wins(place: Path) -> None:
    (place / "news").mkdir()
    assert store_for(place, place / "news", TIMELINE_STORE="elsewhere") == "elsewhere"
    assert store_for(place, None) == "data/store"
