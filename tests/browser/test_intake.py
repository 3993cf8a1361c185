"""Articles added from the page: dropped and pasted, told apart, and on the timeline at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Reader, serving
from tests.views.stores import write
from tests.views.story import story

pytestmark = pytest.mark.browser
TEXT = "FREEDONIA, May 5 - Rufus Firefly resigned on Tuesday, the government of Freedonia said."


@pytest.fixture
def own(chromium: Browser, tmp_path: Path) -> Iterator[Reader]:
    with serving(write(tmp_path / "store", story())) as url:
        page = chromium.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(40_000)
        yield Reader(page, url)
        page.close()


def test_articles_are_read_from_the_page(own: Reader) -> None:
    own.open()
    own.page.get_by_role("button", name="Articles").click()
    box = own.page.get_by_role("dialog")
    files = [
        {"name": "../<b>resigned</b>.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "},
    ]
    box.locator("input[type=file]").set_input_files(files)
    expect(box).to_contain_text("empty.txt")
    box.get_by_role("button", name="Read the files").click()
    outcomes = box.locator(".st-key-outcomes")
    expect(outcomes).to_contain_text("resigned", timeout=40_000)
    expect(outcomes).to_contain_text("Read")
    expect(outcomes).to_contain_text("is empty")
    own.page.keyboard.press("Escape")
    expect(own.page.locator(".st-key-contents")).to_contain_text("4 articles")  # the page behind has it by then
    own.page.get_by_role("button", name="Articles").click()
    box.get_by_role("tab", name="Paste a text").click()
    box.get_by_label("Text of the article").fill(TEXT.replace("resigned", "was arrested"))
    box.get_by_label("Outlet (optional)").fill("Harbour News")
    box.get_by_role("button", name="Read the text").click()
    expect(outcomes).to_contain_text("Harbour News", timeout=40_000)
    expect(outcomes.get_by_role("button", name="Show the timeline")).to_be_visible()
    outcomes.get_by_role("button", name="Show its 2 events").click()
    expect(box).to_be_hidden()
    expect(own.page.locator(".rd-title")).to_contain_text("arrested")
    expect(own.page.locator(".st-key-contents")).to_contain_text("5 articles from 4 outlets")
