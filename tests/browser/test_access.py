"""For everybody: no serious violation of WCAG 2.2 AA that axe-core finds, and the keyboard alone is enough."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import IDLE, Reader

pytestmark = pytest.mark.browser
SitDown = Callable[..., Reader]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# What fades in has its full contrast only at the end.
STILL = """() => document.getAnimations().every(
    (one) => one.playState !== "running" || one.effect.getTiming().iterations === Infinity
)"""
FOCUSED = """() => {
    const { className, ariaLabel, textContent } = document.activeElement;
    return `${className} ${ariaLabel || textContent}`;
}"""


def violations(page: Page, part: str = "body") -> list[str]:
    """What axe-core calls serious or critical in a part of the page, each with the element it is about."""
    page.wait_for_selector(IDLE)
    page.wait_for_function(STILL)
    found = Axe().run(page, part, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_serious(reader: SitDown, scheme: str, width: int) -> None:
    someone = reader(viewport={"width": width, "height": 860}, color_scheme=scheme, reduced_motion="reduce")
    someone.open("?actor=Rufus+Firefly&actor=Sylvania&search=colour:red")
    page = someone.page
    page.locator(".rd-choice").first.click()
    expect(page.locator(".rd-title")).to_be_visible()
    page.get_by_text("Calendar: events by day").click()
    expect(page.locator(".cm-day").first).to_be_visible()
    assert violations(page) == []
    page.locator(".st-key-more button").first.click()
    expect(page.get_by_text("Quick dates")).to_be_visible()
    assert violations(page, "[data-testid=stPopoverBody]") == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Quality").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Where the sources disagree")
    assert violations(page, "[role=dialog]") == []


def test_tab_and_enter_lead_from_the_start_to_a_passage(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    stops: list[str] = []
    while len(stops) < 60 and not (stops and stops[-1].startswith("rd-choice")):
        someone.page.keyboard.press("Tab")
        stops.append(someone.page.evaluate(FOCUSED))
    assert stops[-1].startswith("rd-choice"), stops
    assert any("Timeline chart. Arrow keys move" in stop for stop in stops)
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator(".rd-title")).to_be_focused()
    assert "event=" in someone.page.url


def test_the_keyboard_keeps_its_place_in_the_passage(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.locator(".rd-choice").first.press("Enter")
    passage = someone.page.locator(".st-key-passage")
    expect(passage.locator(".rd-along")).to_contain_text("Event 1 of 7 in this article")
    following = passage.get_by_role("button", name="Next event in this article")
    following.press("Enter")
    expect(passage.locator(".rd-along")).to_contain_text("Event 2 of 7 in this article")
    expect(following).to_be_focused()
    toggle = passage.locator(".rd-toggle")
    toggle.press("Enter")
    expect(toggle).to_have_text("Show only the passage")
    expect(toggle).to_be_focused()
    passage.locator(".rd-whole").evaluate("node => { node.read = true; }")
    someone.page.get_by_role("radio", name="Types").click()
    someone.page.wait_for_function("() => document.querySelector('.tl').dataset.drawn.includes('event_type')")
    someone.settled()
    assert passage.locator(".rd-whole").evaluate("node => node.read"), "a filter draws the passage anew"


def test_the_calendar_is_worked_by_keys(reader: SitDown) -> None:
    someone = reader()
    someone.open()
    someone.page.get_by_text("Calendar: events by day").click()
    first = someone.page.locator(".cm-day[tabindex='0']")
    expect(first).to_have_attribute("aria-label", "Wednesday 30 March 2022: 1 event")
    first.focus()
    for key in ("ArrowRight", "ArrowUp", "ArrowUp"):
        someone.page.keyboard.press(key)
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing 1 of 13 events: entirely in 4 April 2022")
    someone.page.wait_for_url("**dates=2022-04-04%2F2022-04-04&within=yes**")
    expect(someone.page.locator(".rd-choice-title")).to_have_count(1)
    someone.page.locator(".cm-day[aria-pressed='true']").press("Space")
    expect(someone.page.locator(".st-key-sentence")).to_have_text("Showing all 13 events")
