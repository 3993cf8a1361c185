"""The page without a browser: filters and chips, the address, downloads, saved views, an open event."""

import shutil
from pathlib import Path

import pytest

from pipeline.export import EXPORTERS
from tests.views.visit import page, sent, texts


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


def test_an_open_event_that_the_filters_leave_out_says_so(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(story_store, monkeypatch, actor="Army of Freedonia")
    [shown] = [one["id"] for one in sent(app, "reader")["start"]][:1]
    app = page(story_store, monkeypatch, event=shown)
    assert "leave this event out" not in texts(app)
    app.multiselect(key="actor").select("Rufus Firefly").run()
    assert "The filters leave this event out." in texts(app)
    assert sent(app, "reader")["event"]["id"] == shown
    app.button(key="clear").click().run()
    assert "leave this event out" not in texts(app)


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


def test_a_download_states_what_it_holds(story_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_markup_from_articles_never_reaches_markdown_or_html(
    story_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page(story_store, monkeypatch, search="<b>")
    for element in [*app.markdown, *app.caption, *app.subheader, *app.title, *app.button, *app.expander]:
        assert "<b>" not in str(getattr(element, "value", "")) + str(getattr(element, "label", ""))
    for element in app.get("html"):
        assert "<b>" not in element.proto.body
