"""The page without a browser: filters, what the address says, empty states and errors."""

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from pipeline import store
from tests.views.stores import without_column, write
from tests.views.story import story
from views import packing

ROOT = Path(__file__).resolve().parents[2]


def page(store: Path, monkeypatch: pytest.MonkeyPatch, **parameters: Any) -> AppTest:
    monkeypatch.setenv("TIMELINE_STORE", str(store))
    app = AppTest.from_file(str(ROOT / "views" / "page.py"), default_timeout=60)
    for key, value in parameters.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in app.text)


def sent(app: AppTest, name: str) -> dict[str, Any]:
    """What the page sends to one of its two components."""
    found = [element.proto for element in app.get("bidi_component") if element.proto.component_name.endswith(name)]
    assert len(found) == 1
    data = found[0].bytes
    if name != "chart":
        return packing.unpacked(data)
    body = 4 + int.from_bytes(data[:4], "little")
    now: dict[str, Any] = json.loads(data[4:body])
    return packing.unpacked(data[body:]) | now


def test_the_first_page_shows_everything(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch)
    assert "Showing all 13 events" in texts(app)
    assert "3 articles from 3 outlets · 11 dated and 2 undated events" in texts(app)
    chart = sent(app, "chart")
    assert len(chart["marks"]["n"]) == 11
    assert chart["marks"]["start"][0] == "2022-04-04"
    assert [lane["name"] for lane in chart["lanes"]][-1] == "Others"
    assert len(sent(app, "reader")["start"]) == 7
    assert [one.label for one in app.expander] == [
        "Calendar: events by day",
        "Undated: 2 events",
        "Table: the same events in order of time",
    ]


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


def test_a_filter_narrows_the_page_and_goes_into_the_address(
    story_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page(story_store, monkeypatch)
    app.multiselect(key="actor").select("Rufus Firefly").run()
    assert "Showing 2 of 13 events: Rufus Firefly" in texts(app)
    assert app.query_params["actor"] == "Rufus Firefly"
    app.multiselect(key="factuality").select("planned").run()
    assert len(sent(app, "chart")["marks"]["n"]) == 1
    app.button(key="clear").click().run()
    assert "Showing all 13 events" in texts(app)
    assert "actor" not in app.query_params


def test_every_filter_in_the_address_is_applied(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(
        story_store,
        monkeypatch,
        actor="Army of Freedonia",
        outlet="Lake Wire",
        dates="2022-03/2022-04",
        event_type="MOBILIZE",
        factuality="reported",
        search="soldiers",
        lanes="outlet",
    )
    assert len(sent(app, "chart")["marks"]["n"]) == 1
    assert app.multiselect(key="actor").value == ["Army of Freedonia"]
    assert app.multiselect(key="outlet").value == ["Lake Wire"]
    assert app.multiselect(key="event_type").value == ["MOBILIZE"]
    assert app.multiselect(key="factuality").value == ["reported"]
    assert app.text_input(key="search").value == "soldiers"
    assert [lane["name"] for lane in sent(app, "chart")["lanes"]] == ["Lake Wire"]
    assert "reported by Lake Wire" in texts(app)
    assert app.query_params["dates"] == "2022-03-01/2022-04-30"


def test_a_chip_removes_its_part(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, actor=["Rufus Firefly", "Julius Caesar"], agreement="conflicting")
    assert "Showing 1 of 13 events: Rufus Firefly or Julius Caesar; sources disagree" in texts(app)
    app.button(key="chip_agreement_0").click().run()
    app.button(key="chip_actor_0").click().run()
    assert "Showing 1 of 13 events: Julius Caesar" in texts(app)
    assert app.multiselect(key="actor").value == ["Julius Caesar"]


def test_the_filters_behind_the_button_are_counted(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, claimant="two officials", place="Lake Narach")
    assert "Showing 1 of 13 events: claimed by two officials; in Lake Narach" in texts(app)
    app.session_state["more"] = True  # opened
    app.run()
    assert app.multiselect(key="claimant").value == ["two officials"]
    assert "Showing 1 of 13 events: claimed by two officials; in Lake Narach" in texts(app)
    app.multiselect(key="place").unselect("Lake Narach").run()
    assert app.query_params["claimant"] == "two officials"
    assert "place" not in app.query_params


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


def test_a_download_states_what_it_holds(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.export import EXPORTERS

    app = page(story_store, monkeypatch, actor="Rufus Firefly")
    app.session_state["download"] = True  # opened
    app.run()
    said = "2 of 13 events; filters: actor: Rufus Firefly; left out: 11 not matching the filters."
    assert said in texts(app)
    assert [element.proto.label for element in app.get("download_button")] == [each.label for each in EXPORTERS]


def test_a_view_is_kept_opened_renamed_and_deleted(
    story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    shutil.copytree(story_store, store)
    app = page(store, monkeypatch, actor="Rufus Firefly", granularity="day")
    app.session_state["views"] = True  # opened
    app.run()
    app.text_input(key="view_name").input("Firefly, to the day")
    next(button for button in app.button if button.label == "Save").click().run()
    app.button(key="clear").click().run()
    assert "Showing all 13 events" in texts(app)
    app.button(key="open_0").click().run()
    assert "Showing 1 of 13 events: Rufus Firefly; dated to one day or finer" in texts(app)
    app.button(key="edit_0").click().run()
    app.text_input(key="new_name").set_value("Renamed")
    app.button(key="rename_0").click().run()
    assert app.button(key="open_0").label == "Renamed"
    app.button(key="drop_0").click().run()
    assert "No saved views yet" in app.caption[0].value


def test_an_event_in_the_address_opens(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = sent(page(story_store, monkeypatch), "reader")["start"][0]
    app = page(story_store, monkeypatch, event=first["id"])
    event = sent(app, "reader")["event"]
    assert event["title"] == first["title"]
    assert sent(app, "chart")["selected"] == 0
    assert app.query_params["event"] == first["id"]


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


@pytest.mark.parametrize("kind", ["missing", "other version", "a file", "damaged"])
def test_a_store_that_cannot_be_read_says_what_to_do(
    kind: str, story_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    if kind == "a file":
        store.write_text("not a folder")
    elif kind != "missing":
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


def test_markup_from_articles_never_reaches_markdown_or_html(
    story_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page(story_store, monkeypatch, search="<b>")
    for element in [*app.markdown, *app.caption, *app.subheader, *app.title, *app.button, *app.expander]:
        assert "<b>" not in str(getattr(element, "value", "")) + str(getattr(element, "label", ""))
    for element in app.get("html"):
        assert "<b>" not in element.proto.body


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
