"""Corrections from the page: saved, shown, undone; two people at once; another publication date before and after."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from pipeline import ingestion
from tests.browser.conftest import IDLE, PATIENCE, serving

pytestmark = pytest.mark.browser
VISIT = """---
outlet: Lake Wire
published: 2022-07-12
---
Minister visits Vitebsk

VITEBSK - Foreign Minister Rufus Firefly met the mayor of Vitebsk on Monday. The bridge was opened on 3 May 2021.
"""
TALKS = """---
outlet: Harbour News
published: 2022-07-14
---
Envoy leaves Polotsk

POLOTSK - Ambassador Trentino resigned on Wednesday. Troops entered the town on 2 July 2022.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("corrections")
    for name, text in (("visit.md", VISIT), ("talks.md", TALKS)):
        (folder / name).write_text(text, "utf-8")
    files = tuple(sorted(folder.glob("*.md")))
    ingestion.ingest(ingestion.Order(files), root=Path(folder / "store"), progress=lambda _: None)
    with serving(folder / "store") as url:
        yield url


@pytest.fixture(scope="module")
def browsers(chromium: Browser) -> Iterator[list[BrowserContext]]:
    """One for each of two people."""
    contexts = [chromium.new_context(viewport={"width": 1280, "height": 900}) for _ in range(2)]
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def sit(browsers: list[BrowserContext], place: str) -> Iterator[list[Page]]:
    """Two people in front of the same store."""
    pages = [context.new_page() for context in browsers]
    for page in pages:
        page.set_default_timeout(30_000)
    # Saving reads the store and at times an article: on a busy machine that takes longer than a click.
    expect.set_options(timeout=40_000)
    yield pages
    expect.set_options(timeout=PATIENCE)
    for page in pages:
        page.close()


def at(page: Page, place: str, title: str) -> None:
    page.goto(place)
    page.wait_for_selector(".tl[data-drawn]")
    page.locator(".rd-choice", has_text=title).click()
    expect(page.locator(".rd-title")).to_contain_text(title)


def sheet(page: Page) -> Locator:
    page.locator(".st-key-correct button").click()
    box = page.get_by_role("dialog")
    expect(box.get_by_role("button", name="Save")).to_be_visible()
    return box


def put_date(box: Locator, date: str) -> None:
    """What is typed or pasted is kept without Enter, also when it holds the words of the date that stood there."""
    box.get_by_label("Date", exact=True).fill(date)


def test_a_date_is_corrected_marked_listed_and_undone(sit: list[Page], place: str) -> None:
    page, _ = sit
    at(page, place, "resigns")
    expect(page.locator(".rd-when")).to_have_text("13 July 2022")
    box = sheet(page)
    put_date(box, "12 July 2022")
    box.get_by_label("Reason").first.fill("The paper printed a correction")
    box.get_by_label("Your name").first.fill("Ann")
    box.get_by_role("button", name="Save").click()
    expect(page.locator(".rd-when")).to_have_text("12 July 2022")
    expect(box).to_be_hidden()
    marked = page.locator(".st-key-corrected")
    expect(marked).to_contain_text("Date: the articles say 13 July 2022 · Ann, ")
    expect(marked).to_contain_text("The paper printed a correction")
    page.reload()
    expect(page.locator(".rd-when")).to_have_text("12 July 2022")
    page.get_by_role("button", name="Corrections · 1").click()
    rows = page.locator(".st-key-log_table").get_by_test_id("data-grid-canvas")
    rows.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.get_by_role("button", name="Undo this correction").click()
    expect(page.locator(".rd-when")).to_have_text("13 July 2022")
    expect(marked).to_have_count(0)


def test_what_is_in_the_background_is_read_and_put_on_the_timeline(sit: list[Page], place: str) -> None:
    page, _ = sit
    page.goto(place)
    page.wait_for_selector(".tl[data-drawn]")
    door = page.locator(".st-key-background button")
    before = int(door.inner_text().rsplit(" ", 1)[-1])
    door.click()
    rows = page.locator(".st-key-background_table").get_by_test_id("data-grid-canvas")
    rows.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page.locator(".rd-apart-note")).to_contain_text("In the background, not on the timeline: ")
    page.locator(".st-key-put button").click()
    expect(page.locator(".rd-apart-note")).to_have_count(0)
    expect(page.locator(".st-key-corrected")).to_contain_text("On the timeline: yes")
    expect(door).to_have_text(re.compile(rf" {before - 1}$"))


def test_two_people_do_not_overwrite_each_other(sit: list[Page], place: str) -> None:
    ann, ben = sit
    for page in sit:
        at(page, place, "Troops enter")
    hers, his = sheet(ann), sheet(ben)
    put_date(his, "2022-07-03")
    his.get_by_role("button", name="Save").click()
    expect(ben.locator(".rd-when")).to_have_text("3 July 2022")
    put_date(hers, "2022-07-01")
    hers.get_by_role("button", name="Save").click()
    expect(hers).to_contain_text("Nothing was overwritten")
    expect(hers).to_contain_text("Date: you saw 2 July 2022")
    expect(hers.get_by_role("button", name="Keep theirs: 3 July 2022")).to_be_visible()
    hers.get_by_role("button", name="Use mine: 1 July 2022").click()
    expect(ann.locator(".rd-when")).to_have_text("1 July 2022")


def test_another_publication_date_is_tried_saved_and_moves_what_hangs_on_it(sit: list[Page], place: str) -> None:
    page, _ = sit
    at(page, place, "meets")
    expect(page.locator(".rd-when")).to_have_text("11 July 2022")
    page.locator(".st-key-what_if button").click()
    box = page.get_by_role("dialog")
    box.get_by_role("button", name="A week later").click()
    expect(box.get_by_role("slider")).to_have_value("7", timeout=40_000)
    told = box.locator(".st-key-supposed")
    expect(told).to_contain_text("Published on 19 July 2022", timeout=40_000)
    expect(told).to_contain_text("would move")
    box.get_by_role("button", name="Save this date").click()
    expect(page.locator(".rd-when")).to_have_text("18 July 2022", timeout=40_000)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_an_article_is_pasted_named_by_its_first_line_and_taken_out(sit: list[Page], place: str) -> None:
    page, _ = sit
    page.goto(place)
    page.wait_for_selector(".tl[data-drawn]")
    before = page.locator(".st-key-contents").inner_text()
    page.get_by_role("button", name="Articles").click()
    box = page.get_by_role("dialog")
    box.get_by_role("tab", name="Paste a text").click()
    box.get_by_label("Text of the article").fill("A dam breaks\n\nThe dam of Freedonia broke on 4 July 2022.")
    box.get_by_role("button", name="Read the text").click()
    expect(box.locator(".st-key-outcomes")).to_contain_text("A dam breaks.txt", timeout=40_000)
    box.get_by_role("button", name="Show the timeline").click()
    expect(page.locator(".st-key-contents")).to_contain_text("3 articles")
    page.get_by_role("button", name="Articles").click()
    box.get_by_role("tab", name="In the store").click()
    rows = box.locator(".st-key-held").get_by_test_id("data-grid-canvas")
    rows.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(box).to_contain_text("A dam breaks")
    box.get_by_text("Yes, remove this article").click()
    box.get_by_role("button", name="Remove").click()
    page.wait_for_selector(IDLE)
    expect(page.locator(".st-key-contents")).to_have_text(before)


def test_what_is_typed_into_a_list_is_kept_without_enter(sit: list[Page], place: str) -> None:
    page, _ = sit
    at(page, place, "resigns")
    box = sheet(page)
    lists = {name: box.get_by_label(name, exact=True) for name in ("Where", "Tags")}
    lists["Where"].press_sequentially("Lake Sylvania")
    page.keyboard.press("Tab")
    lists["Tags"].press_sequentially("to check")
    # While a list is open, nothing beside it has a role.
    page.locator("[data-testid=stFormSubmitButton] button", has_text="Save").click()
    expect(page.locator(".rd-facets")).to_contain_text("Lake Sylvania")
    expect(page.locator(".st-key-corrected")).to_contain_text("Tags: to check")
