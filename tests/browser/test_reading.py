"""From the timeline to the passage, by mouse, by keyboard, by address, in another time zone."""

import csv
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
SitDown = Callable[..., Reader]
MEETING = "Firefly and Trentino meet to settle the border"


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_an_event_is_drawn_on_its_day_and_a_click_shows_its_passage(reader: SitDown, zone: str) -> None:
    someone = reader(timezone_id=zone)
    someone.open()
    day = someone.chart(
        """plot => {
            const trace = plot.data.find((one) => one.name === "events"), k = trace.customdata.indexOf(0);
            const { xaxis } = plot._fullLayout;
            return [trace.x[k], xaxis.p2d(xaxis.d2p(trace.x[k])).slice(0, 10)];
        }"""
    )
    assert day == ["2022-04-04", "2022-04-04"]
    someone.click(0)
    passage = someone.page.locator(".st-key-passage")
    expect(passage.locator(".rd-title")).to_have_text(MEETING)
    expect(passage.locator(".rd-when")).to_have_text("4 April 2022")
    expect(passage.locator("mark.rd-m-trigger").first).to_have_text("met")
    expect(passage.locator(".rd-passage mark.rd-m-date").first).to_have_text("Monday")
    expect(passage.locator(".rd-passage mark.rd-m-actor").first).to_have_text("Rufus Firefly")
    expect(passage).to_contain_text("Why this date?")
    expect(passage).to_contain_text("the publication day itself")
    expect(passage).to_contain_text("Lake Wire")
    expect(passage).to_contain_text("Digest in our own words of: Lake Wire, 6 April 2022")
    assert "event=" in someone.page.url


def test_every_mark_in_view_opens_its_own_event(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    titles = someone.page.locator(".tl-plot").evaluate(
        """plot => {
            const trace = plot.data.find((one) => one.name === "events"), [from, to] = plot._fullLayout.xaxis.range;
            return trace.customdata.filter((n, k) => trace.x[k] > from && trace.x[k] < to);
        }"""
    )
    assert len(titles) >= 8
    seen = set()
    for n in titles:
        someone.click(n)
        drawn = someone.page.locator(f".tl[data-selected='{n}']")
        expect(drawn).to_be_attached()
        someone.settled()
        seen.add(someone.page.locator(".rd-title").inner_text())
    assert len(seen) == len(titles)


def test_a_bar_opens_its_event_at_any_place(reader: SitDown) -> None:
    someone = reader()
    someone.open("?event_type=ELECTION")
    x, y = someone.spot(someone.chart("plot => plot.data.find((one) => one.name === 'events').customdata[0]"))
    someone.page.mouse.click(x + 60, y)
    expect(someone.page.locator(".rd-title")).to_have_text("Both sides hold an election")


def test_hover_tells_the_event_in_words(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    x, y = someone.spot(0)
    someone.page.mouse.move(x - 3, y)
    someone.page.mouse.move(x, y)
    tip = someone.page.locator(".tl-tip")
    expect(tip).to_be_visible()
    for words in (MEETING, "4 April 2022", "stated as fact", "Rufus Firefly and Ambassador Trentino", "Lake Wire"):
        expect(tip).to_contain_text(words)


def test_the_table_opens_a_passage_by_keyboard_alone(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.locator(".st-key-list summary").click()
    table = someone.page.locator(".st-key-table canvas").first
    table.scroll_into_view_if_needed()
    someone.page.locator(".st-key-table").get_by_test_id("data-grid-canvas").focus()
    someone.page.keyboard.press("ArrowDown")
    someone.page.keyboard.press("Shift+Space")
    expect(someone.page.locator(".st-key-passage .rd-title")).to_be_visible()
    assert "event=" in someone.page.url


def test_keys_on_the_chart_move_zoom_and_step(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    home = someone.view()
    someone.page.locator(".tl-plot").focus()
    someone.page.keyboard.press("+")
    someone.page.wait_for_function(
        "before => document.querySelector('.tl-plot')._fullLayout.xaxis.range[0] !== before", arg=home[0]
    )
    near = someone.view()
    assert home[0] < near[0] < near[1] < home[1]
    someone.page.keyboard.press("ArrowLeft")
    someone.page.wait_for_function(
        "before => document.querySelector('.tl-plot')._fullLayout.xaxis.range[0] !== before", arg=near[0]
    )
    assert someone.view()[0] < near[0]
    someone.page.keyboard.press("Home")
    someone.page.wait_for_function(
        "before => document.querySelector('.tl-plot')._fullLayout.xaxis.range[0] === before", arg=home[0]
    )
    someone.page.keyboard.press("j")
    expect(someone.page.locator(".st-key-passage .rd-title")).to_be_visible()
    someone.page.locator(".tl-plot").press("Escape")
    expect(someone.page.locator(".st-key-passage .rd-choice").first).to_be_visible()
    assert "event=" not in someone.page.url


def test_a_slash_goes_to_the_search_field_and_is_typed_there(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    field = someone.page.get_by_role("searchbox", name="Search")
    someone.page.keyboard.press("/")
    expect(field).to_be_focused()
    someone.page.keyboard.press("/")
    expect(field).to_have_value("/")


def test_zoom_survives_a_filter_and_a_choice(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    home = someone.view()
    someone.page.get_by_role("button", name="Zoom in").click()
    someone.page.wait_for_function(
        "before => document.querySelector('.tl-plot')._fullLayout.xaxis.range[0] !== before", arg=home[0]
    )
    near = someone.view()
    someone.page.get_by_test_id("stTextInput").locator("input").fill("river")
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator(".st-key-sentence")).to_contain_text("with “river”")
    someone.page.wait_for_function("() => document.querySelector('.tl').dataset.drawn.includes('river')")
    assert someone.view() == near
    someone.page.get_by_role("radio", name="Types").click()
    someone.page.wait_for_function("() => document.querySelector('.tl').dataset.drawn.includes('event_type')")
    assert someone.view() == near


def test_who_has_not_zoomed_sees_where_the_filtered_events_are(reader: SitDown) -> None:
    someone, other = reader(), reader()
    someone.open()
    home = someone.view()
    someone.page.get_by_test_id("stTextInput").locator("input").fill("river")
    someone.page.keyboard.press("Enter")
    someone.page.wait_for_function("() => document.querySelector('.tl').dataset.drawn.includes('river')")
    other.open("?search=river")
    assert someone.view() == other.view() != home
    someone.page.locator(".st-key-clear button").click()
    someone.page.wait_for_function("() => !document.querySelector('.tl').dataset.drawn.includes('river')")
    assert someone.view() == home


def test_an_address_brings_the_view_back(reader: SitDown) -> None:
    someone = reader()
    query = "?actor=Army+of+Freedonia&dates=2022-03-01%2F2022-04-30&factuality=denied&search=river&lanes=event_type"
    someone.open(query)
    said = someone.page.locator(".st-key-sentence").inner_text()
    assert said == "Showing 1 of 13 events: Army of Freedonia; March to April 2022; denied; with “river”"
    someone.page.locator(".rd-choice").first.click()
    expect(someone.page.locator(".rd-title")).to_have_text("Troops cross the river")
    someone.page.wait_for_url("**event=*")
    other = reader()
    other.page.goto(someone.page.url)
    expect(other.page.locator(".rd-title")).to_have_text("Troops cross the river")
    assert other.page.locator(".st-key-sentence").inner_text() == said


def test_back_undoes_a_filter(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.get_by_test_id("stTextInput").locator("input").fill("river")
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator(".st-key-sentence")).to_contain_text("with “river”")
    someone.page.wait_for_url("**search=river**")
    someone.page.go_back()
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing all 13 events")


def test_text_of_articles_is_inert_and_nothing_leaves_this_machine(reader: SitDown) -> None:
    someone = reader()
    someone.open("?outlet=The+Shout")
    someone.page.locator(".rd-choice", has_text="The envoy is poisoned").click()
    passage = someone.page.locator(".st-key-passage")
    expect(passage).to_contain_text('<b>SHOCK</b> at the lake <img src="https://example.org/beacon.png">')
    expect(passage).to_contain_text("<script>document.title")
    someone.page.locator(".st-key-undated summary").click()
    someone.settled()
    assert someone.page.title() == "Event timeline"
    assert someone.page.locator("img[src*='example.org']").count() == 0
    assert someone.outside == []


def test_the_whole_article_leads_from_event_to_event(reader: SitDown) -> None:
    someone = reader()
    someone.open("?search=soldiers")
    someone.page.locator(".rd-choice", has_text="Soldiers cross the river").click()
    passage = someone.page.locator(".st-key-passage")
    expect(passage.locator(".rd-along")).to_contain_text("Event 2 of 3 in this article")
    passage.get_by_role("button", name="Read the whole article").click()
    expect(passage.locator(".rd-headline")).to_have_text("Border settled, officials say")
    expect(passage.locator(".rd-outside")).to_contain_text("not part of the article")
    expect(passage.locator(".rd-outside")).to_contain_text("Subscribe to Lake Wire")
    expect(passage.locator(".rd-whole .rd-m-trigger")).to_be_in_viewport()
    passage.locator("button.rd-event", has_text="election").click()
    expect(passage.locator(".rd-title")).to_have_text("Both sides hold an election")
    expect(passage.locator(".rd-whole .rd-m-trigger")).to_have_text("election")
    passage.get_by_role("button", name="Previous event in this article").click()
    expect(passage.locator(".rd-title")).to_have_text("Soldiers cross the river")
    expect(passage.get_by_role("button", name="Next event in this article")).to_be_enabled()


def test_a_download_is_what_is_filtered(reader: SitDown) -> None:
    someone = reader()
    someone.open("?outlet=The+Shout&factuality=alleged")
    someone.page.locator(".st-key-download button").click()
    expect(someone.page.locator(".st-key-statement")).to_contain_text("1 of 13 events")
    with someone.page.expect_download() as started:
        someone.page.get_by_test_id("stPopoverBody").get_by_role("button", name="CSV", exact=True).click()
    rows = list(csv.DictReader(started.value.path().open(encoding="utf-8", newline="")))
    assert [row["title"] for row in rows] == ["The envoy is poisoned"]
    assert started.value.suggested_filename == "events-reported-by-the-shout-alleged.csv"


def test_a_chip_takes_its_filter_away(reader: SitDown) -> None:
    someone = reader()
    someone.open("?outlet=The+Shout&search=dam")
    someone.page.get_by_role("button", name="Outlet: The Shout").click()
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing 1 of 13 events: with “dam”")
    someone.page.wait_for_url("**/?search=dam")


def test_the_quality_of_the_store_leads_to_a_conflict(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.get_by_role("button", name="Quality · 1 skipped").click()
    box = someone.page.get_by_role("dialog")
    expect(box).to_contain_text("2 events without a date")
    box.get_by_role("tab", name="Disagreements · 1").click()
    expect(box).to_contain_text("Where the sources disagree on the date")
    expect(box).to_contain_text("1 file skipped")
    conflicts = box.locator(".st-key-quality_conflicts").get_by_test_id("data-grid-canvas")
    conflicts.focus()
    someone.page.keyboard.press("ArrowDown")
    someone.page.keyboard.press("Shift+Space")
    expect(someone.page.locator(".st-key-passage .rd-title")).to_have_text(MEETING)
    expect(box).to_be_hidden()


def test_relaxing_a_filter_brings_events_and_widgets_back(reader: SitDown) -> None:
    someone = reader()
    complaints: list[str] = []
    someone.page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    someone.page.goto(f"{someone.address}/?actor=Julius+Caesar&dates=2022")
    someone.page.get_by_role("button", name="Without dates: 1 event").click()
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing 1 of 13 events: Julius Caesar")
    expect(someone.page.locator(".rd-choice-title")).to_have_text("Caesar falls")
    assert complaints == []


def test_the_tray_opens(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.locator(".st-key-undated summary").click()
    expect(someone.page.locator(".st-key-undated_table")).to_be_visible()
