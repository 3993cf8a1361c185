"""The page at four widths in both themes; with TIMELINE_PICTURES=folder the pictures are kept there."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
SIZES = {"390": (390, 844), "768": (768, 1024), "1280": (1280, 860), "2560": (2560, 1300)}


SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")


@pytest.mark.parametrize("size", SIZES)
def test_the_page_fits_and_wears_its_theme(reader: Callable[..., Reader], tmp_path: Path, size: str) -> None:
    width, height = SIZES[size]
    someone = reader(viewport={"width": width, "height": height}, color_scheme="light", has_touch=width < 500)
    someone.open()
    someone.page.locator(".rd-choice").first.click()
    expect(someone.page.locator(".rd-title")).to_be_visible()
    for scheme in SCHEMES:
        someone.page.emulate_media(color_scheme=scheme)
        expect(someone.page.locator(".tl")).to_have_attribute("data-theme", scheme)
        expect(someone.page.locator(".rd")).to_have_attribute("data-theme", scheme)
        expect(someone.page.locator(".tl-ring")).to_have_count(1)
        assert someone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert someone.page.locator(".tl-plot .points path").count() > 5
        picture = Path(os.environ.get("TIMELINE_PICTURES", tmp_path)) / f"{size}-{scheme}.png"
        someone.page.screenshot(path=picture)
        assert picture.stat().st_size > 20_000


def test_labels_touch_neither_each_other_nor_the_frame(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open()
    boxes = someone.chart(
        """plot => Array.from(plot.querySelectorAll(".textpoint text"), (node) => {
            const box = node.getBoundingClientRect();
            return [box.left, box.right, box.top, box.bottom];
        })"""
    )
    assert 3 <= len(boxes) <= 14
    for number, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = other[0] >= right or other[1] <= left or other[2] >= bottom - 2 or other[3] <= top + 2
            assert apart, "two labels overlap"


CUT = """row => Array.from(row.querySelectorAll("input, button p, label p")).filter((node) => {
    const said = node.placeholder, pen = document.createElement("canvas").getContext("2d");
    pen.font = getComputedStyle(node).font;
    return said ? pen.measureText(said).width > node.clientWidth : node.scrollWidth > node.clientWidth + 1;
}).map((node) => node.placeholder || node.textContent)"""
"""What is written in a row of fields and does not fit its field."""


@pytest.mark.parametrize("width", [768, 1000, 1280])
def test_every_filter_can_be_read_on_a_tablet_and_a_desk(reader: Callable[..., Reader], width: int) -> None:
    someone = reader(viewport={"width": width, "height": 1024})
    someone.open()
    row = someone.page.locator(".st-key-filters")
    assert row.evaluate(CUT) == []
    boxes = [one.bounding_box() or {"width": 0} for one in row.locator("> *").all()]
    assert min(box["width"] for box in boxes) > 90
    contents = someone.page.locator(".st-key-contents").bounding_box()
    assert contents and contents["height"] < 30


def test_on_a_phone_every_filter_is_in_sight(reader: Callable[..., Reader]) -> None:
    someone = reader(viewport={"width": 390, "height": 844})
    someone.open()
    row = someone.page.locator(".st-key-filters")
    assert row.evaluate(CUT.replace(", label p", "")) == []
    boxes = [box for one in row.locator("> *").all() if (box := one.bounding_box())]
    assert len(boxes) == 7
    assert max(box["x"] + box["width"] for box in boxes) <= 375.5
    save, legend = (someone.page.locator(each).bounding_box() for each in (".tl-save", ".tl-legend"))
    assert save and legend and save["y"] + save["height"] <= legend["y"]
    assert someone.page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_can_be_done_with_an_event_stays_in_sight(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open()
    someone.page.locator(".rd-choice").first.click()
    someone.settled()
    someone.page.locator(".rd-why").scroll_into_view_if_needed()
    expect(someone.page.locator(".st-key-acts button").first).to_be_in_viewport()


def test_on_a_small_screen_the_chart_comes_first_then_the_passage(reader: Callable[..., Reader]) -> None:
    someone = reader(viewport={"width": 390, "height": 844})
    someone.open()
    parts = (".tl-plot", ".st-key-passage", ".st-key-calendar_door", ".st-key-undated", ".st-key-list")
    tops = [someone.page.locator(part).bounding_box() for part in parts]
    assert all(tops)
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)


def test_a_shared_event_is_in_sight_on_a_small_screen_from_its_head_on(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open()
    someone.page.locator(".rd-choice").first.click()
    expect(someone.page.locator(".rd-title")).to_be_visible()
    shared = someone.page.url.split("/")[-1]
    other = reader(viewport={"width": 390, "height": 844})
    other.open(shared)
    expect(other.page.locator(".rd-title")).to_be_in_viewport()
    buttons, head = (other.page.locator(each).bounding_box() for each in (".st-key-acts", ".rd-over"))
    assert buttons and head and buttons["y"] >= 0 and buttons["y"] + buttons["height"] <= head["y"]


def test_every_button_is_big_enough_for_a_finger(reader: Callable[..., Reader]) -> None:
    someone = reader(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    someone.open()
    someone.page.locator(".rd-choice").first.tap()
    expect(someone.page.locator(".rd-title")).to_be_visible()
    close, title = (someone.page.locator(each).bounding_box() for each in (".rd-close", ".rd-title"))
    assert close is not None
    assert title is not None
    assert close["y"] + close["height"] <= title["y"]
    ours = someone.page.locator(".tl button:visible, .rd button:visible, :is(.st-key-doors, .st-key-acts) button")
    heights = {button.inner_text(): (button.bounding_box() or {"height": 0})["height"] for button in ours.all()}
    assert len(heights) > 10
    assert {name: height for name, height in heights.items() if height < 36} == {}


def test_nothing_jumps_when_an_event_is_chosen(reader: Callable[..., Reader]) -> None:
    someone = reader()
    someone.open()
    before = someone.page.locator(".tl-plot").bounding_box()
    someone.click(0)
    expect(someone.page.locator(".rd-title")).to_be_visible()
    assert someone.page.locator(".tl-plot").bounding_box() == before
