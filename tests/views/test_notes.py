"""The page without a browser: empty states, stores that cannot be read, and what was asked for in vain."""

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import store
from tests.views.stores import without_column, write
from tests.views.story import story
from tests.views.visit import page, texts


@pytest.mark.parametrize(
    ("stored", "label"), [(False, "Undated: 0 events (2 not sorted)"), (True, "Undated: 0 events")]
)
def test_a_store_that_does_not_tell_undated_events_apart_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stored: bool, label: str
) -> None:
    """Whether the column was stored decides: in a store of today, too, each undated event may be background."""
    made = story()
    events = made["events"]
    place = events.schema.get_field_index("lacks_only_date")
    events = events.set_column(place, events.schema.field(place), pa.array([False] * events.num_rows))
    place, dated = events.schema.get_field_index("on_timeline"), events.column("date_start").is_valid()
    root = write(tmp_path / "store", made | {"events": events.set_column(place, events.schema.field(place), dated)})
    if not stored:
        without_column(root / "events", "lacks_only_date")
    assert label in [one.label for one in page(root, monkeypatch).expander]


def test_unknown_values_are_named_and_ignored(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(
        story_store,
        monkeypatch,
        actor=["Groucho", "Rufus Firefly"],
        **dict.fromkeys(("outlet", "event_type", "factuality", "place", "lanes", "event"), "x"),
        dates="soon",
        colour="red",
    )
    said = texts(app)
    for name in (
        "Groucho",
        "dates=soon",
        "There is no outlet called “x”",
        "There is no type called “x”",
        "There is no place called “x”",
        "lanes=x",
        "There is no event x",
        "colour",
    ):
        assert name in said
    assert "Showing 2 of 13 events: Rufus Firefly" in said


def test_nothing_found_says_which_filter_to_relax(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, actor="Julius Caesar", dates="2022")
    assert "No event matches all of these filters" in [element.value for element in app.subheader]
    assert app.button(key="relax_dates").label == "Without dates: 1 event"
    app.button(key="relax_dates").click().run()
    assert "Showing 1 of 13 events: Julius Caesar" in texts(app)


def test_nothing_found_says_which_word_to_give_up(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, search="river actor:army -crossed is:undated")
    offered = [button.label for button in app.button if str(button.key).startswith("relax_")]
    assert offered == ["Without search: 13 events", "Clear all filters"]
    app = page(story_store, monkeypatch, search="river actor:freedonia type:MOBILIZE before:2022-03-25 -soldiers")
    offered = [button.label for button in app.button if str(button.key).startswith("relax_")]
    assert offered[:2] == ["Without search: 13 events", "Without search before 25 March 2022: 1 event"]
    app.button(key="relax_search_3").click().run()
    assert app.query_params["search"] == "river actor:freedonia type:MOBILIZE -soldiers"


def test_nothing_found_says_what_the_background_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = story()
    events = made["events"]
    kept = pa.array([title != "Customs officers seize a train" for title in events.column("title").to_pylist()])
    for name in ("on_timeline", "lacks_only_date"):
        place = events.schema.get_field_index(name)
        events = events.set_column(place, events.schema.field(place), kept)
    app = page(write(tmp_path / "store", made | {"events": events}), monkeypatch, search="train customs -river")
    assert app.button(key="relax_background").label == "In the background: 1 event"
    app.button(key="relax_background").click().run()
    assert not app.exception and app.text_input(key="background_find").value == "train customs"


def test_only_undated_events(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, event_type="AID")
    assert "No dated event matches" in [element.value for element in app.subheader]


@pytest.mark.parametrize("kind", ["other version", "a file", "damaged"])
def test_a_store_that_cannot_be_read_says_what_to_do(
    kind: str, story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    if kind == "a file":
        store.write_text("not a folder")
    else:
        shutil.copytree(story_store, store)
    if kind == "other version":
        (store / "store.json").write_text('{"version": 999}')
    if kind == "damaged":
        shutil.rmtree(store / "events" / "_delta_log")
    app = page(store, monkeypatch)
    assert "There is nothing to show yet" in [element.value for element in app.subheader]
    assert str(store) in texts(app)
    assert "pipeline ingest" in app.code[0].value


def test_a_read_only_store_is_read(story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    shutil.copytree(story_store, store)
    for path in [store, *store.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(str(path) for path in store.rglob("*"))
    assert "Showing all 13 events" in texts(page(store, monkeypatch))
    assert sorted(str(path) for path in store.rglob("*")) == before
    for path in [store, *store.rglob("*")]:
        path.chmod(0o755)


def test_an_earlier_version_is_shown_as_such_and_cannot_be_added_to(
    story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_path = tmp_path / "store"
    shutil.copytree(story_store, store_path)
    version = store.history(store_path)[0].version
    shown = store.load(story_store)
    store.remove(store_path, shown.documents.column("doc_id").to_pylist()[:1], lambda *_: [])
    monkeypatch.setenv("TIMELINE_AS_OF", str(version))
    app = page(store_path, monkeypatch)
    assert f"as it was at version {version}" in texts(app)
    assert "Showing all 13 events" in texts(app)
    assert "add" not in [button.key for button in app.button]


@pytest.mark.parametrize(
    ("asked", "says"), [("99", "there is no version 99"), ("last", "is not a version of the store")]
)
def test_a_version_that_is_not_there_is_explained(
    story_store: Path, monkeypatch: pytest.MonkeyPatch, asked: str, says: str
) -> None:
    monkeypatch.setenv("TIMELINE_AS_OF", asked)
    assert says in texts(page(story_store, monkeypatch))
