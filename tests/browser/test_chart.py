"""The chart under the hand: wheel, drag, fingers, keys; what it says; and a store that changes or is gone."""

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Reader, serving
from tests.views.extremes import ODD, extremes, spread
from tests.views.stores import write
from tests.views.story import story

pytestmark = pytest.mark.browser
SitDown = Callable[..., Reader]
ORDER = "text => [0, text.getNumberOfChars() - 1].map((k) => text.getStartPositionOfChar(k).x)"
"""Where the first and the last character of a drawn text are."""


def moved(someone: Reader, before: list[str]) -> list[str]:
    """The view, once it is another one than before."""
    someone.page.wait_for_function(
        "before => String(document.querySelector('.tl-plot')._fullLayout.xaxis.range) !== before", arg=",".join(before)
    )
    return someone.view()


def test_wheel_drag_and_brush_move_the_view(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    home = someone.view()
    box = someone.page.locator(".tl-plot").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] - 70
    someone.page.mouse.move(x, y)
    someone.page.mouse.wheel(0, -240)
    near = moved(someone, home)
    assert home[0] < near[0] < near[1] < home[1]
    someone.page.mouse.down()
    someone.page.mouse.move(x - 90, y, steps=4)
    someone.page.mouse.up()
    later = moved(someone, near)
    assert later[0] > near[0]
    assert later[1] > near[1]
    strip = someone.page.locator(".tl-overview").bounding_box()
    assert strip
    someone.page.mouse.click(strip["x"] + 4, strip["y"] + 10)
    assert moved(someone, later)[0] < later[0]


def test_the_words_beside_a_mark_open_it(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    label = someone.page.locator(".tl-plot .textpoint text").first
    said, box = label.text_content(), label.bounding_box()
    assert said and box
    someone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(someone.page.locator(".rd-title")).to_contain_text(said.rstrip("…"))


def test_two_fingers_zoom(reader: SitDown) -> None:
    someone = reader(viewport={"width": 390, "height": 844}, has_touch=True)
    someone.open()
    home = someone.view()
    someone.page.locator(".tl-plot").evaluate(
        """plot => {
            const box = plot.getBoundingClientRect(), y = box.top + 60;
            const touch = (identifier, x) => new Touch({ identifier, target: plot, clientX: box.left + x, clientY: y });
            const send = (type, ...xs) => plot.dispatchEvent(new TouchEvent(type, {
              touches: xs.map((x, k) => touch(k, x)), bubbles: true, cancelable: true,
            }));
            send("touchstart", 120, 220);
            send("touchmove", 60, 300);
            send("touchend");
        }"""
    )
    near = moved(someone, home)
    assert home[0] < near[0] < near[1] < home[1]


def test_today_and_publication_stand_on_the_chart(reader: SitDown) -> None:
    someone = reader(color_scheme="light")
    someone.page.clock.set_fixed_time("2022-05-01T12:00:00Z")
    someone.open()
    expect(someone.page.locator(".tl-backdrop text")).to_have_text("today")
    someone.click(0)
    expect(someone.page.locator(".tl-backdrop text")).to_have_text(["today", "published"])
    expect(someone.page.locator(".tl-ring")).to_have_count(1)


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(write(tmp_path_factory.mktemp("edges") / "store", extremes())) as url:
        yield url


def test_odd_titles_are_drawn_as_the_characters_they_are(reader: SitDown, edges: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open("?dates=2022-02")
    drawn = someone.page.locator(".tl-plot .textpoint text").all_text_contents()
    for name in ("markup", "rtl", "markdown"):
        assert any(text.strip("… ") and ODD[name].startswith(text.rstrip("…")) for text in drawn), name
    cut = someone.page.locator(".tl-plot .textpoint text", has_text=ODD["rtl"][:8])
    assert cut.evaluate(ORDER)[0] > cut.evaluate(ORDER)[1], "a title written from right to left is cut at its left end"
    someone.page.locator(".rd-choice", has_text="<b>Bold</b>").click()
    expect(someone.page.locator(".rd-title")).to_have_text(ODD["markup"])
    assert someone.page.title() == "Event timeline"
    assert someone.outside == []
    assert someone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_five_thousand_events_on_one_day_are_told_and_stepped_through(reader: SitDown, edges: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open("?actor=The+crowd")
    assert someone.page.locator(".tl-lane-count").first.inner_text() == "5,000"
    pile = someone.chart(
        """plot => {
            const trace = plot.data.find((one) => one.name === "events"), base = Math.max(...trace.y);
            return trace.customdata[trace.y.indexOf(base)];
        }"""
    )
    x, y = someone.spot(pile)
    someone.page.mouse.move(x - 3, y)
    someone.page.mouse.move(x, y)
    expect(someone.page.locator(".tl-tip-here")).to_contain_text("more here")
    someone.page.locator(".tl-plot").focus()
    for _ in range(2):
        someone.page.keyboard.press("j")
    expect(someone.page.locator(".rd-title")).to_contain_text("Crowd event")


@pytest.mark.parametrize(
    ("query", "year"), [("?search=caesar", "AD 44"), ("?search=dam", "9999"), ("?search=ages", "1800")]
)
def test_the_ends_of_the_calendar_are_drawn(reader: SitDown, edges: str, query: str, year: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open(query)
    someone.page.locator(".rd-choice").first.click()
    expect(someone.page.locator(".rd-when")).to_contain_text(year)
    assert someone.page.locator(".tl-plot .points path").count() >= 1


def test_what_lies_outside_is_counted_once_all_is_shown(reader: SitDown, tmp_path: Path) -> None:
    june = [dt.date(2022, 6, 1 + n % 30) for n in range(90)]
    days = [dt.date(1950, 1, 1), dt.date(1951, 1, 1), *[dt.date(2022, 4, 3)] * 12, *june]
    with serving(write(tmp_path / "store", spread(days))) as url:
        someone = reader()
        someone.address = url
        someone.open()
        note = someone.page.locator(".tl-note")
        expect(note).to_contain_text("Showing the busiest years; All shows the others too.")
        expect(note.get_by_role("button", name="outside")).to_have_count(0)
        opened = someone.view()
        someone.page.get_by_role("button", name="All").click()
        moved(someone, opened)
        expect(note.get_by_role("button", name="2 more outside these years")).to_be_visible()


def test_an_event_that_was_left_out_is_brought_in_when_it_is_read(reader: SitDown, edges: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open()
    drawn = "plot => plot.data.find((one) => one.name === 'events').customdata"
    someone.page.locator(".st-key-list summary").click()
    grid = someone.page.locator(".st-key-table").get_by_test_id("data-grid-canvas")
    grid.scroll_into_view_if_needed()
    grid.focus()
    someone.page.keyboard.press("ArrowDown")
    someone.page.keyboard.press("Shift+Space")
    expect(someone.page.locator(".rd-when")).to_contain_text("1800 to 1999")
    expect(someone.page.locator(".tl-ring")).to_have_count(1)
    assert someone.view()[0] < "2000"
    assert int(someone.page.locator(".tl").get_attribute("data-selected") or -1) in someone.chart(drawn)


def test_days_asked_for_are_filled_wherever_the_reader_had_zoomed_to(reader: SitDown, edges: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open("?dates=2022-02/2022-03")
    wide = someone.view()
    for _ in range(6):
        someone.page.get_by_role("button", name="Earlier").click()
    moved(someone, wide)
    someone.page.get_by_role("button", name="Clear filters").click()
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing all 5,014 events")
    someone.page.wait_for_function("() => document.querySelector('.tl').dataset.drawn === '{}'")
    assert someone.page.locator(".tl-plot .points path").count() > 200


def test_an_address_with_everything_wrong_still_opens(reader: SitDown) -> None:
    someone = reader()
    keys = ("actor", "recipient", "outlet", "claimant", "event_type", "factuality", "place", "agreement", "dates")
    wrong = "&".join(f"{key}=%00%3Cb%3E%F0%9F%92%A5" for key in (*keys, "lanes", "event", "granularity", "nonsense"))
    someone.open(f"?{wrong}&search=%22")
    expect(someone.page.locator(".st-key-notices")).to_contain_text("was ignored")
    assert someone.outside == []


def test_twenty_clicks_at_random_open_what_was_clicked(reader: SitDown, edges: str) -> None:
    someone = reader()
    someone.address = edges
    someone.open("?dates=2022-02/2022-03")
    seen = someone.chart(
        """plot => {
            const trace = plot.data.find((one) => one.name === "events"), [from, to] = plot._fullLayout.xaxis.range;
            const places = trace.x.map((day, k) => `${day} ${trace.y[k]}`);
            return trace.customdata.filter((n, k) => trace.x[k] > from && trace.x[k] < to
              && places.indexOf(places[k]) === k && places.lastIndexOf(places[k]) === k);
        }"""
    )
    dice = random.Random(20)  # noqa: S311 - a repeatable draw, not a secret
    for n in dice.choices(seen, k=20):
        someone.click(n)
        expect(someone.page.locator(f".tl[data-selected='{n}']")).to_be_attached()
        someone.settled()


@pytest.fixture
def own(chromium: Browser, tmp_path: Path) -> Iterator[tuple[Reader, Path]]:
    root = write(tmp_path / "store", story())
    with serving(root) as url:
        page = chromium.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(20_000)
        yield Reader(page, url), root
        page.close()


def test_a_store_that_is_gone_is_shown_on_and_one_that_is_back_is_read(own: tuple[Reader, Path]) -> None:
    someone, root = own
    someone.open()
    shutil.move(root, root.with_name("away"))
    someone.page.get_by_test_id("stTextInput").locator("input").fill("river")
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator(".st-key-sentence")).to_contain_text("with “river”")
    expect(someone.page.locator(".st-key-notices")).to_contain_text("The page shows what was read before")
    shutil.move(root.with_name("away"), root)
    someone.page.get_by_role("button", name="Clear filters").click()
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing all 13 events")
    expect(someone.page.locator(".st-key-notices", has_text="The page shows what was read before")).to_have_count(0)
